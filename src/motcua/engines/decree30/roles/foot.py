"""The foot: Nơi nhận on the left, who signs on the right, in a table, by tabs, or one below the other."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from motcua.engines.decree30.reading.flow import underscored
from motcua.engines.decree30.reading.model import Paragraph, Run
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.roles.pieces import Piece, by_lines, by_sides, seen
from motcua.engines.decree30.roles.words import one_space

BACK: Final = 14  # paragraphs above "Nơi nhận" in which who signs may stand
AHEAD: Final = 60
LONGEST_LINE: Final = 130
DEGREES: Final = re.compile(
    r"^((gs|pgs|ts|th\.?s|bs|bsck\w*|ck\w*|ks|cn|ds|ngnd|ngưt|ttnd|ttưt|nsnd|nsưt|thạc sĩ|tiến sĩ|bác sĩ|kỹ sư|"
    r"giáo sư|phó giáo sư|cử nhân|anh hùng\w*|nhà giáo \w+ \w+|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|"
    r"thiếu tướng|trung tướng)\s*[.,\s]\s*)+",
    re.IGNORECASE,
)
DRAFTER: Final = re.compile(r"^[A-ZĐ]{1,6}\.?\s*\(\d+\)\.?$")  # "PL.(300)", clause III.3
COPIES: Final = frozenset(words.plain(word) for word in ("sao y", "sao lục", "trích sao"))
ROOM: Final = 400  # twips between two lines in which a signature may stand
OUTSIDE: Final = {"right": 1, "": -1, "left": -2}  # "" counts as right, "left" as left, where it is no recipient
QUICK: Final = re.compile(r"[\s\S]{0,40}?n.{1,2}i\s+nh.{1,3}n", re.IGNORECASE)  # "Nơi nhận" however it is coded
ITEM: Final = re.compile(r"^\s*[-–+•*]")


def find_foot(paragraphs: list[Paragraph], begin: int) -> tuple[int, int] | None:
    """Where the foot begins and ends in `paragraphs`, searched from `begin`; None where there is none."""
    at = _label_at(paragraphs, begin)
    if at is None:
        return _without_label(paragraphs, begin)
    cell = paragraphs[at].cell
    if cell is not None:
        first, last = _table_around(paragraphs, at, begin)
        if not _signs(paragraphs[first:last]):
            first = _signing_above(paragraphs, first, begin)
        return first, last
    return _signing_above(paragraphs, at, begin), _end_below(paragraphs, at)


def _label_at(paragraphs: list[Paragraph], begin: int) -> int | None:
    for at in range(begin, len(paragraphs)):
        paragraph = paragraphs[at]
        if QUICK.match(paragraph.text) and any(words.RECIPIENTS.match(piece.text) for piece in by_sides(paragraph)):
            return at
    return None


def _table_around(paragraphs: list[Paragraph], at: int, begin: int) -> tuple[int, int]:
    """The table around a cell, with the tables that lie in it."""
    cell = paragraphs[at].cell
    number = cell.table if cell is not None else 0
    first = at
    while first > begin and _in_table(paragraphs[first - 1], number):
        first -= 1
    last = at + 1
    while last < len(paragraphs) and paragraphs[last].cell is not None and _in_table(paragraphs[last], number):
        last += 1
    return first, last


def _in_table(paragraph: Paragraph, number: int) -> bool:
    return paragraph.cell is not None and paragraph.cell.table == number


def is_signing(piece: Piece) -> bool:
    """A line that begins what is signed: an authority word, or a title or collective in capitals."""
    if words.AUTHORITY_WORD.match(piece.text) and (piece.capitals or piece.text[:2].isupper()):
        return True
    return piece.capitals and len(piece.text) < 90 and words.begins(piece.plain, words.TITLES)


def _signs(paragraphs: Iterable[Paragraph]) -> bool:
    return any(is_signing(piece) for paragraph in paragraphs for piece in by_sides(paragraph))


def _signing_above(paragraphs: list[Paragraph], at: int, begin: int) -> int:
    """The first line of what is signed above `at`; `at` where there is none close by."""
    first = at
    for above in range(at - 1, max(begin, at - BACK) - 1, -1):
        paragraph = paragraphs[above]
        if not paragraph.text.strip():
            continue
        if len(paragraph.text) > LONGEST_LINE or (
            paragraph.format.align in {"left", "both"} and _is_sentence(paragraph)
        ):
            break
        if any(is_signing(piece) for piece in by_sides(paragraph)):
            first = above
    return first


def _is_sentence(paragraph: Paragraph) -> bool:
    return paragraph.cell is None and paragraph.text.rstrip().endswith((".", ";", ":", "./."))


def _end_below(paragraphs: list[Paragraph], at: int) -> int:
    """Where a foot that is no table ends: a new page, an appendix, a long line, a table."""
    for below in range(at + 1, min(len(paragraphs), at + AHEAD)):
        paragraph = paragraphs[below]
        text = paragraph.text.strip()
        if (paragraph.starts_page and paragraph.format.page_break) or len(text) > LONGEST_LINE:
            return below
        if (words.APPENDIX.match(text) and not ITEM.match(text)) or _begins_copy(paragraph):
            return below
        if paragraph.cell is not None and not _signs([paragraph]) and not ITEM.match(text) and len(text) > 40:
            return below
        if paragraphs[below - 1].starts_page and not paragraphs[below - 1].text.strip():
            return below
    return min(len(paragraphs), at + AHEAD)


def _begins_copy(paragraph: Paragraph) -> bool:
    """ "SAO Y" and its like in capitals: the copy's own lines, with recipients of their own."""
    return any(piece.capitals and piece.plain in COPIES for piece in by_sides(paragraph))


def _without_label(paragraphs: list[Paragraph], begin: int) -> tuple[int, int] | None:
    """No "Nơi nhận": the last table or group of lines that bears who signs."""
    for at in range(begin, len(paragraphs)):
        paragraph = paragraphs[at]
        if len(paragraph.text) > LONGEST_LINE or not paragraph.text.strip():
            continue
        if paragraph.format.align in {"left", "both"} and paragraph.cell is None and "\t" not in paragraph.text:
            continue
        if any(is_signing(piece) for piece in by_sides(paragraph)):
            if paragraph.cell is not None:
                return _table_around(paragraphs, at, begin)
            return at, _end_below(paragraphs, at)
    return None


def read_foot(part: Part, paragraphs: list[Paragraph]) -> None:
    """Give the foot's pieces their roles."""
    left: list[Piece] = []
    columns: dict[int, list[Piece]] = {}
    label_column = _label_column(paragraphs)
    for column, piece in _placed(part, paragraphs):
        of_recipients = column == label_column if label_column is not None else False
        if of_recipients or (column < 0 and _is_of_recipients(piece, bool(left))):
            left.append(piece)
        else:
            columns.setdefault(column if column >= 0 else column + 2, []).append(piece)
    _recipients(part, left)
    for pieces in columns.values():
        _signature(part, pieces)


def _placed(part: Part, paragraphs: list[Paragraph]) -> Iterator[tuple[int, Piece]]:
    """Pieces with the column they stand in; below 0 outside tables where their text must tell."""
    for paragraph in paragraphs:
        if underscored(paragraph) is not None:
            part.add(Piece(paragraph, paragraph.runs), Role.LINE)
        elif paragraph.cell is not None:
            for piece in by_lines(paragraph):
                yield paragraph.cell.column, piece
        else:
            for piece in by_sides(paragraph):
                yield OUTSIDE[piece.side], piece


def _label_column(paragraphs: list[Paragraph]) -> int | None:
    for paragraph in paragraphs:
        if paragraph.cell is not None and words.RECIPIENTS.match(one_space(paragraph.text)):
            return paragraph.cell.column
    return None


def _is_of_recipients(piece: Piece, begun: bool) -> bool:
    if words.RECIPIENTS.match(piece.text):
        return True
    if ITEM.match(piece.text) or piece.paragraph.label in {"-", "–", "•", "+"}:
        return begun
    if not begun or piece.side == "right" or is_signing(piece):
        return False
    return piece.side == "left" or piece.text.endswith((";", "."))


def _recipients(part: Part, pieces: list[Piece]) -> None:
    """Label, then one piece a recipient; "Nơi nhận:" may share its line with the first (trap 24)."""
    begun = False
    for piece in pieces:
        if not begun and words.RECIPIENTS.match(piece.text):
            begun = True
            label, first = _split_at_colon(piece)
            part.add(label, Role.RECIPIENTS_LABEL, 1.0)
            if first is not None:
                part.add(first, Role.RECIPIENTS, 0.9)
        elif not begun or (is_signing(piece) and piece.bold):
            part.add(piece, Role.NOTE, 0.5)
        else:
            item = ITEM.match(piece.text) is not None or bool(piece.paragraph.label)
            drafter = not item and DRAFTER.match(piece.text) is not None
            part.add(piece, Role.DRAFTER if drafter else Role.RECIPIENTS, 1.0 if item or drafter else 0.6)


def _split_at_colon(piece: Piece) -> tuple[Piece, Piece | None]:
    label: list[Run] = []
    rest: list[Run] = []
    for run in piece.runs:
        if rest:
            rest.append(run)
            continue
        at = run.text.find(":") + 1
        label.append(run.cut(0, at) if at else run)
        if at:
            rest.append(run.cut(at, len(run.text)))
    if not seen(rest).strip():
        return piece, None
    return (
        Piece(piece.paragraph, label, piece.side, whole=False),
        Piece(piece.paragraph, rest, piece.side, whole=False),
    )


def is_name(text: str) -> bool:
    """Does this look like a person's full name, degrees before it left out?"""
    bare = DEGREES.sub("", text).strip()
    parts = bare.split()
    if not 2 <= len(parts) <= 6 or any(not part.replace("'", "").replace("-", "").isalpha() for part in parts):
        return False
    return all(part[0].isupper() for part in parts)


def _signature(part: Part, pieces: list[Piece]) -> None:
    """Lines of one who signs: authority words, titles, then the name at the end."""
    last: Role | None = None
    name = _name_of(pieces)
    for piece in pieces:
        role = Role.SIGNER if piece is name else _signing_role(piece, last)
        part.add(piece, role, 0.9 if role is not Role.UNKNOWN else 0.0)
        if role in {Role.AUTHORITY, Role.TITLE, Role.OTHER_TITLE}:
            last = role


def _name_of(pieces: list[Piece]) -> Piece | None:
    for at in range(len(pieces) - 1, 0, -1):
        text = pieces[at].plain
        titled = words.begins(text, words.TITLES) or words.begins(text, words.COLLECTIVES)
        if is_name(pieces[at].text) and not titled and not words.AUTHORITY_WORD.match(pieces[at].text):
            above = [piece for piece in pieces[:at] if piece.capitals or words.begins(piece.plain, words.TITLES)]
            continues = pieces[at].capitals and _goes_on(pieces[at], pieces[at - 1])
            return pieces[at] if above and not continues else None
    return None


def _goes_on(piece: Piece, above: Piece) -> bool:
    """Capitals right below capitals, no room for a signature between: the title's second line, not a name."""
    near = piece.paragraph.index - above.paragraph.index <= 1 and piece.paragraph.cell == above.paragraph.cell
    return near and piece.paragraph.format.before < ROOM and above.paragraph.format.after < ROOM


def _signing_role(piece: Piece, last: Role | None) -> Role:
    if words.AUTHORITY_WORD.match(piece.text) and (piece.capitals or piece.text[:2].isupper()):
        return Role.AUTHORITY
    if piece.text.startswith("(") or piece.text.startswith("["):
        return Role.NOTE
    if words.begins(piece.plain, words.TITLES) and len(piece.text) < 90:
        return Role.TITLE
    if piece.capitals and words.begins(piece.plain, words.COLLECTIVES) and last is None:
        return Role.AUTHORITY
    if piece.capitals and last is not None:
        return last
    return Role.UNKNOWN if last is None else Role.NOTE

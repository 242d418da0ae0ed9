"""The header: Quốc hiệu, Tiêu ngữ, agencies, number, place and date, V/v; each told by evidence that is scored."""

import difflib
from collections.abc import Callable, Iterator
from typing import Final

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.reading.flow import underscored
from motcua.engines.decree30.reading.model import Paragraph
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.roles.pieces import Piece, by_lines, by_sides

LONGEST: Final = 160  # letters of a line that still belongs to a header
SECOND: Final = 60  # letters of a V/v's second line
DECISIVE: Final = 5.0  # evidence without which the others come to too little
ENOUGH: Final = 4.0  # points of evidence; below it a piece stays unknown
FULL: Final = 8.0
SHORT: Final = (words.plain("cộng hòa xã hội"), words.plain("cộng hòa xhcn"))
LONGEST_TITLE: Final = 60
NEAR: Final = 0.78  # likeness of a misspelt Quốc hiệu to the right one

Evidence = tuple[float, Callable[[Piece, "Before"], bool]]


class Before:
    """What was seen of the header so far; a piece is judged by its neighbours too."""

    __slots__ = ("number", "seen", "subject")

    def __init__(self) -> None:
        self.seen: list[Role] = []
        self.number = self.subject = False

    def note(self, role: Role, side: str) -> None:
        self.seen.append(role)
        self.number |= role is Role.NUMBER_LINE
        self.subject |= role is Role.LETTER_SUBJECT and side != "right"


def likeness(text: str, model: str) -> float:
    """1 for the same plain text, down to 0; 0 at once where length or words tell."""
    if text == model:
        return 1.0
    if abs(len(text) - len(model)) > 8 or len(set(text.split()) & set(model.split())) < 3:
        return 0.0
    return difflib.SequenceMatcher(None, text, model, autojunk=False).ratio()


def is_national_title(piece: Piece) -> bool:
    """Quốc hiệu, also a misspelt one."""
    text = piece.plain
    if words.NATIONAL_TITLE in text or (text.startswith(SHORT) and len(text) < LONGEST_TITLE):
        return True
    return likeness(text, words.NATIONAL_TITLE) >= NEAR


def is_motto(piece: Piece) -> bool:
    """Tiêu ngữ, whatever its dashes."""
    text = piece.plain
    if "độc lập" in text and "hạnh phúc" in text and len(text) < 50:
        return True
    return likeness(text, words.MOTTO) >= NEAR


_OF: Final[dict[Role, tuple[Evidence, ...]]] = {
    Role.NATIONAL_TITLE: ((6, lambda p, _: is_national_title(p)), (1, lambda p, _: p.capitals)),
    Role.MOTTO: ((6, lambda p, _: is_motto(p)), (1, lambda _, b: Role.NATIONAL_TITLE in b.seen)),
    Role.NUMBER_LINE: (
        (4, lambda p, _: words.NUMBER_LINE.match(p.text) is not None),
        (3, lambda p, _: words.SYMBOL.search(p.text) is not None and len(p.text) < 60),
        (1, lambda p, _: p.side != "right"),
        (1, lambda p, b: len(p.text) < 45 and not b.number),
        (-3, lambda p, b: len(p.text) > 70 or b.number),
    ),
    Role.PLACE_DATE: (
        (5, lambda p, _: words.DATED.search(p.text) is not None),
        (1, lambda p, _: p.side == "right" or p.paragraph.format.align == "right"),
        (1, lambda p, _: p.italic),
        (-4, lambda p, b: len(p.text) > 90 or Role.PLACE_DATE in b.seen),
    ),
    Role.LETTER_SUBJECT: (
        (2, lambda p, b: b.subject and p.side != "right" and not p.capitals),
        (5, lambda p, _: words.LETTER_SUBJECT.match(p.text) is not None),
        (2, lambda p, b: b.subject and bool(b.seen) and b.seen[-1] is Role.LETTER_SUBJECT and p.side == "left"),
        (2, lambda _, b: b.number),
        (-2, lambda p, b: p.side == "right" or p.bold),
    ),
    Role.ISSUER: (
        (2, lambda p, _: p.capitals),
        (2, lambda p, _: words.begins(p.plain, words.AGENCIES)),
        (1, lambda p, _: words.begins(p.plain, words.PLACES)),
        (2, lambda p, _: p.side == "left"),
        (1, lambda p, b: not b.number and len(p.text) < 70),
        (-4, lambda p, b: b.number or p.side == "right"),
        (-3, lambda p, _: any(map(str.isdigit, p.text[:3]))),
    ),
    Role.SECRECY: ((7, lambda p, _: p.marked in words.SECRECY),),
    Role.URGENCY: ((7, lambda p, _: p.marked in words.URGENCY),),
    Role.CIRCULATION: ((7, lambda p, _: p.marked in words.CIRCULATION),),
}


def scored(piece: Piece, before: Before) -> tuple[Role, float]:
    """The role with most evidence, and how far it goes before the next (0-1); UNKNOWN where there is too little."""
    best = second = 0.0
    role = Role.UNKNOWN
    for found, evidence in _OF.items():
        weight, holds = evidence[0]
        if weight >= DECISIVE and not holds(piece, before):
            continue  # nothing else could make up for it
        points = sum([weight for weight, holds in evidence if holds(piece, before)])
        if points > best:
            best, second, role = points, best, found
        elif points > second:
            second = points
    if best < ENOUGH or best - second < 1:
        return Role.UNKNOWN, 0.0
    return role, min(1.0, best / FULL + 0.1 * (best - second))


def pieces_of(paragraphs: list[Paragraph], title: Piece) -> Iterator[Piece]:
    """Pieces of a header in the order of the file; sides by the cell of Quốc hiệu, or by tabs."""
    cell = title.paragraph.cell
    for paragraph in paragraphs:
        if underscored(paragraph) is not None:
            yield Piece(paragraph, paragraph.runs, "", role=Role.LINE)
        elif cell is not None and paragraph.cell is not None:
            yield from by_lines(paragraph, _side(paragraph, cell.column))
        else:
            yield from by_sides(paragraph)


def _side(paragraph: Paragraph, title_column: int) -> str:
    if title_column == 0 or paragraph.cell is None:
        return ""
    return "right" if paragraph.cell.column >= title_column else "left"


def read_head(part: Part, paragraphs: list[Paragraph], title: Piece) -> int:
    """Give the header's pieces their roles; index of the first paragraph behind it, in `paragraphs`.

    paragraphs: those of the part. A header ends with its table, or before the first line that fits nothing in it.
    """
    end = _end(paragraphs, title)
    before = Before()
    names: list[Piece] = []
    for piece in pieces_of(paragraphs[:end], title):
        if piece.role is Role.LINE:
            part.add(piece, Role.LINE)
            continue
        role, confidence = scored(piece, before)
        before.note(role, piece.side)
        part.add(piece, role, confidence)
        if role is Role.ISSUER:
            names.append(piece)
    tell_superior(part, names)
    part.laid_out = "table" if title.paragraph.cell is not None else ("lines" if not title.side else "tabs")
    return end


def _end(paragraphs: list[Paragraph], title: Piece) -> int:
    """Where the header may end at the latest: behind the last line that is surely of it."""
    cell = title.paragraph.cell
    last = 0
    for at, paragraph in enumerate(paragraphs[:60]):
        text = paragraph.text
        if cell is not None and paragraph.cell is not None and paragraph.cell.table == cell.table:
            last = at + 1
        elif len(text) > LONGEST or _is_beyond(paragraph):
            break
        elif _surely(paragraph) or (_goes_on(paragraph, paragraphs[at - 1]) and last == at):
            last = at + 1
        elif cell is not None and paragraph.cell is None and text.strip() and last:
            break
    return last


def _goes_on(paragraph: Paragraph, above: Paragraph) -> bool:
    """The second line of a V/v outside a table: short, and it begins with a small letter."""
    text = paragraph.text.strip()
    small = 0 < len(text) < SECOND and text[0].islower() and paragraph.cell is None
    return small and words.OF_LETTER.match(above.text.strip()) is not None


def _surely(paragraph: Paragraph) -> bool:
    pieces = list(by_sides(paragraph))
    return any(
        is_national_title(piece) or is_motto(piece) or words.NUMBER_LINE.match(piece.text) is not None
        or (words.DATE.search(piece.text) is not None and len(piece.text) < 90 and _stands_alone(piece))
        or words.OF_LETTER.match(piece.text) is not None or piece.marked in words.MARKS
        for piece in pieces
    )  # fmt: skip


def _is_beyond(paragraph: Paragraph) -> bool:
    """A line that no header holds: a type name in the middle, a basis, an addressee."""
    text = paragraph.text.strip()
    if words.BASIS.match(text) or words.ADDRESSEE.match(text):
        return True
    if paragraph.cell is not None or paragraph.format.align != "center" or "\t" in text:
        return False
    kind = kinds.named(words.plain(text).rstrip(" :."))
    return kind is not None and kind.plain == words.plain(text.split("\n")[0])


def _stands_alone(piece: Piece) -> bool:
    begin = words.DATE.search(piece.text)
    return begin is not None and begin.start() < 45 and len(piece.text) - begin.end() < 8


def tell_superior(part: Part, lines: list[Piece]) -> None:
    """Which of the agency's lines name the superior body (clause 2a): all but the last name, by word and by weight.

    "ỦY BAN NHÂN DÂN" over "TỈNH …" is one name; so is a name that goes on in a line without a word that begins one.
    """
    groups: list[list[Piece]] = []
    for line in lines:
        if not groups or _begins_name(line, groups[-1][-1]):
            groups.append([line])
        else:
            groups[-1].append(line)
    if len(groups) < 2:
        return
    first = len(groups) - 1
    bold = [at for at, group in enumerate(groups) if all(line.bold for line in group)]
    if bold and bold == list(range(bold[0], len(groups))) and bold[0] > 0:
        first = bold[0]
    for group in groups[:first]:
        for line in group:
            line.role = Role.SUPERIOR
    part._by_role = None


def _begins_name(line: Piece, above: Piece) -> bool:
    """Does this line begin another name than the one above it?"""
    text = line.plain
    if words.begins(text, words.PLACES) and above.plain in words.COMMITTEE:
        return False
    if words.begins(text, words.AGENCIES):
        # "… VÀ" or "," above, or "-" before: one long name broken in its middle.
        return not above.plain.endswith((" và", ",", "-", " của", " thuộc"))
    return line.bold and not above.bold

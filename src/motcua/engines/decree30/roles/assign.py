"""Every paragraph its role: a file is cut into documents at each Quốc hiệu, a document into header, content, foot."""

import re
from typing import Final

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.kinds import Family
from motcua.engines.decree30.reading.model import Document, Paragraph
from motcua.engines.decree30.roles import appendix, words
from motcua.engines.decree30.roles.body import read_body
from motcua.engines.decree30.roles.copies import form_of, read_copy
from motcua.engines.decree30.roles.foot import find_foot, read_foot
from motcua.engines.decree30.roles.head import is_motto, is_national_title, read_head
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.opening import Opening
from motcua.engines.decree30.roles.parts import Layout, Part, Place
from motcua.engines.decree30.roles.pieces import Piece, by_sides

LINEAR_BACK: Final = 6  # paragraphs above a Quốc hiệu outside tables that may belong to its header
SHORTEST: Final = 20  # letters of a paragraph that may hold a Quốc hiệu
LONGEST: Final = 400
ALONE: Final = 90  # of one that nothing divides
# "Cộng hòa x…" however it is coded: composed, combining, TCVN3 or VNI.
QUICK: Final = re.compile(r"c.{1,4}ng\s+h.{1,5}\s+x", re.IGNORECASE | re.DOTALL)
NO_TITLE: Final = (
    "không tìm thấy Quốc hiệu, nên không nhận diện chắc chắn được các thành phần thể thức",
    "no Quốc hiệu was found, so the components cannot be told with certainty",
)
PARTY: Final = (
    "văn bản của Đảng, không thuộc phạm vi Nghị định 30/2020/NĐ-CP",
    "a document of the Party, outside the scope of Decree 30/2020",
)


def lay_out(document: Document) -> Layout:
    """Roles of a file; `why` is set where they cannot be told or must not be judged."""
    paragraphs = document.paragraphs
    titles = _titles(paragraphs)
    if _is_party(paragraphs, titles):
        part = Part(Place.DOCUMENT, 0, len(paragraphs), family=Family.PARTY)
        return Layout(document, [part], PARTY)
    if not titles:
        part = Part(Place.DOCUMENT, 0, len(paragraphs))
        read_body(part, paragraphs)
        return Layout(document, [part], NO_TITLE)
    parts: list[Part] = []
    begins = _beginnings(paragraphs, titles)
    for at, (begin, title) in enumerate(zip(begins, titles, strict=True)):
        end = begins[at + 1] if at + 1 < len(begins) else len(paragraphs)
        parts += _read(paragraphs[begin:end], begin, title, first=at == 0)
    return Layout(document, parts)


def _titles(paragraphs: list[Paragraph]) -> list[Piece]:
    """Every Quốc hiệu of the file, one a document."""
    found: list[Piece] = []
    for paragraph in paragraphs:
        text = paragraph.text
        if not SHORTEST <= len(text) <= LONGEST or _runs_on(paragraph, text) or QUICK.search(text) is None:
            continue
        piece = next((piece for piece in by_sides(paragraph) if is_national_title(piece)), None)
        if piece is not None and (piece.capitals or piece.centered or piece.side):
            found.append(piece)
    return found or _above_motto(paragraphs)


def _runs_on(paragraph: Paragraph, text: str) -> bool:
    """Running text: in no cell, set left or on both sides, and nothing divides it."""
    plain = paragraph.cell is None and paragraph.format.align in {"left", "both"}
    return (plain or len(text) > ALONE) and "\t" not in text and "\n" not in text and "        " not in text


def _above_motto(paragraphs: list[Paragraph]) -> list[Piece]:
    """A Quốc hiệu that cannot be read as one: what stands in capitals right above Tiêu ngữ."""
    last: Piece | None = None
    for paragraph in paragraphs[:20]:
        for piece in by_sides(paragraph):
            if is_motto(piece) and last is not None and last.capitals:
                return [last]
            if last is None or piece.side in {last.side, "right"}:
                last = piece
    return []


def _beginnings(paragraphs: list[Paragraph], titles: list[Piece]) -> list[int]:
    """Where each document begins: with the table of its header, or a few lines above its Quốc hiệu."""
    begins: list[int] = []
    for at, title in enumerate(titles):
        begin = title.paragraph.index
        cell = title.paragraph.cell
        floor = titles[at - 1].paragraph.index + 1 if at else 0
        if at == 0:
            begin = 0
        elif cell is not None:
            while begin > floor and _same_table(paragraphs[begin - 1], cell.table):
                begin -= 1
        else:
            begin = _linear(paragraphs, begin, floor)
        begins.append(begin)
    return begins


def _linear(paragraphs: list[Paragraph], begin: int, floor: int) -> int:
    first = begin
    for above in range(begin - 1, max(floor, begin - LINEAR_BACK) - 1, -1):
        if paragraphs[above].starts_page:
            return above if paragraphs[above].text.strip() else above + 1
        text = paragraphs[above].text.strip()
        if text and (len(text) > 90 or not text.isupper()):
            break
        first = above if text else first
    return first


def _same_table(paragraph: Paragraph, table: int) -> bool:
    return paragraph.cell is not None and paragraph.cell.table == table


def _read(paragraphs: list[Paragraph], offset: int, title: Piece, *, first: bool) -> list[Part]:
    """A document with its appendices."""
    part = Part(Place.DOCUMENT, offset, offset + len(paragraphs))
    begin = read_head(part, paragraphs, title)
    opening = Opening(part, paragraphs[begin:])
    begin += opening.read()
    heads = appendix.heads_at(paragraphs, begin)
    foot = find_foot(paragraphs[: heads[0]] if heads else paragraphs, begin)
    if foot is None and heads:  # what looks like an appendix's head stands before who signs
        foot = find_foot(paragraphs, begin)
        heads = [head for head in heads if foot is None or head >= foot[1]]
    content_end = foot[0] if foot is not None else heads[0] if heads else len(paragraphs)
    read_body(part, paragraphs[begin:content_end])
    tail = content_end
    if foot is not None:
        read_foot(part, paragraphs[foot[0] : foot[1]])
        tail = foot[1]
    part.end = offset + tail
    _family(part)
    if not first and not part.of(Role.NUMBER_LINE):
        part.place = Place.ATTACHED
    return [part, *_rest(paragraphs, offset, tail)]


def _rest(paragraphs: list[Paragraph], offset: int, tail: int) -> list[Part]:
    """Appendices behind the foot; what bears no head goes with the appendix before it, or stands alone."""
    heads = appendix.heads_at(paragraphs, tail)
    if not heads or heads[0] > tail:
        heads = [tail, *heads]
    found: list[Part] = []
    for at, begin in enumerate(heads):
        end = heads[at + 1] if at + 1 < len(heads) else len(paragraphs)
        held = paragraphs[begin:end]
        if any(paragraph.text.strip() for paragraph in held):
            part = Part(Place.APPENDIX, offset + begin, offset + end)
            _read_rest(part, held)
            found.append(part)
    return found


def _read_rest(part: Part, paragraphs: list[Paragraph]) -> None:
    form = form_of([one for one in paragraphs if one.text.strip()])
    if form is None:
        appendix.read_appendix(part, paragraphs)
        return
    part.family = Family.COPY
    read_copy(part, paragraphs, form)
    line = part.one(Role.NUMBER_LINE)
    part.symbol = None if line is None else kinds.symbol_of(line.text)


def _family(part: Part) -> None:
    """Administrative, normative, or of a sector (facts, 1.6 and 7). A type name of the 29 makes it administrative."""
    line = part.one(Role.NUMBER_LINE)
    part.symbol = None if line is None else kinds.symbol_of(line.text)
    if part.symbol is not None and part.symbol.year and part.kind is not None and part.kind.code in {"NQ", "QĐ"}:
        part.family = Family.NORMATIVE
    elif part.kind is not None:
        part.family = Family.ADMINISTRATIVE
    elif part.of(Role.TYPE):
        part.family = Family.SPECIALISED


def _is_party(paragraphs: list[Paragraph], titles: list[Piece]) -> bool:
    """Two marks or more of a document of the Party (facts, 8): title, star, number, T/M, dashes."""
    if titles:
        return False
    marks = 0
    head = [piece for paragraph in paragraphs[:24] for piece in by_sides(paragraph)]
    marks += any(piece.plain == words.PARTY_TITLE for piece in head)
    marks += any(piece.text in {"*", "***", "* * *"} for piece in head)
    marks += any(_party_number(piece.text) for piece in head)
    marks += any(piece.text[:3] in {"T/M", "K/T", "T/L"} for paragraph in paragraphs for piece in _short(paragraph))
    return marks >= 2


def _party_number(text: str) -> bool:
    begin, dash, rest = text.partition("-")
    return begin.casefold().startswith("số") and bool(dash) and ":" not in begin and "/" in rest


def _short(paragraph: Paragraph) -> list[Piece]:
    return list(by_sides(paragraph)) if len(paragraph.text) < 120 else []

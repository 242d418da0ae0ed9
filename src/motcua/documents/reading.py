"""A checked document as a page shows it: its pages in order, roles, and the marks of what was found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from motcua.base.text import Text
from motcua.documents.words import KINDS, ROLES, SILENT, UNSETTLED, Kind
from motcua.engines.decree30.check import checked
from motcua.engines.decree30.output.text import message
from motcua.engines.decree30.pages import pages_of
from motcua.engines.decree30.reading.model import Document, Paragraph
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix
from motcua.engines.decree30.rules import registry

SHOWN_PLACES = 12
SURE = 0.6
DATA = frozenset({Role.TABLE_TEXT, Role.APPENDIX_BODY})  # in a table: its cells have lines


@dataclass(frozen=True, slots=True)
class Point:
    """One finding as it is listed. number: of its mark. places: paragraphs, the first few; others: those beyond."""

    number: int
    code: str
    kind: Kind
    words: str
    asks: str
    clause: str
    places: tuple[int, ...]
    others: tuple[int, ...]
    mendable: bool
    guarded: bool


@dataclass(frozen=True, slots=True)
class Group:
    """All points of one verdict; anchor: where the page jumps to."""

    kind: Kind
    points: tuple[Point, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.points)


@dataclass(frozen=True, slots=True)
class Letters:
    """A piece of text of one look."""

    text: str
    bold: bool
    italic: bool


@dataclass(slots=True)
class Line:
    """A paragraph. tone: of its worst mark."""

    index: int
    letters: list[Letters]
    align: str
    label: str
    role: Text | None
    sure: bool
    marks: list[Point]
    picture: bool = False
    tabular: bool = False

    @property
    def blank(self) -> bool:
        """Nothing to read in it."""
        return not any(piece.text.strip() for piece in self.letters) and not self.picture

    @property
    def tone(self) -> str:
        """Verdict of the worst mark; "" without one."""
        return self.marks[0].kind.verdict if self.marks else ""


@dataclass(slots=True)
class Block:
    """A paragraph, or a table: rows of cells of paragraphs. lined: it holds data, not the header's columns."""

    line: Line | None = None
    rows: list[list[list[Line]]] = field(default_factory=list)
    lined: bool = False


@dataclass(slots=True)
class Sheet:
    """A page, as far as breaks and the last layout tell. landscape: of its first section."""

    number: int
    blocks: list[Block]
    landscape: bool = False


def groups(findings: Iterable[Mapping[str, Any]], language: str) -> list[Group]:
    """Findings by verdict, worst first, numbered through."""
    by_verdict: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in findings:
        by_verdict[one["verdict"]].append(one)
    number, found = 0, []
    for kind in KINDS:
        points = []
        for one in by_verdict.get(kind.verdict, ()):
            number += 1
            points.append(_point(number, kind, one, language))
        if points:
            found.append(Group(kind, tuple(points)))
    return found


def _point(number: int, kind: Kind, one: Mapping[str, Any], language: str) -> Point:
    entry = registry().get(one["code"])
    asks = "" if entry is None else entry.rule.asks_en if language.startswith("en") else entry.rule.asks_vi
    places = tuple(one["paragraphs"])
    words = one["message"] if entry is None else message(dict(one), "en" if language.startswith("en") else "vi")
    return Point(
        number, one["code"], kind, words, asks, one["clause"], places[:SHOWN_PLACES], places[SHOWN_PLACES:],
        one["fix"] in {Fix.SAFE, Fix.SAFE_TEXT}, one["fix"] == Fix.GUARDED,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A rule that could not be judged, and why."""

    code: str
    asks: str
    reason: str
    kind: Kind = UNSETTLED


def unsettled(rows: Iterable[Mapping[str, str]], language: str) -> list[Unsettled]:
    """Rules that could not be judged."""
    found, english = [], language.startswith("en")
    for row in rows:
        entry = registry().get(row["code"])
        asks = "" if entry is None else entry.rule.asks_en if english else entry.rule.asks_vi
        found.append(Unsettled(row["code"], asks, row["reason"]))
    return found


def sheets(data: bytes, found: Iterable[Group]) -> list[Sheet]:
    """The document page by page with its marks; none for a file that cannot be read."""
    layout = checked(data).layout
    if layout is None:
        return []
    marks = marks_of(found)
    roles = {piece.paragraph.index: piece for part in layout.parts for piece in part.pieces[::-1]}
    lines = {one.index: _line(one, roles.get(one.index), marks) for one in layout.document.paragraphs}
    return list(_pages(layout.document, lines))


def marks_of(found: Iterable[Group]) -> dict[int, list[Point]]:
    """The points of each marked paragraph, worst first."""
    marks: dict[int, list[Point]] = defaultdict(list)
    for group in found:
        for point in group.points:
            for index in (*point.places, *point.others):
                marks[index].append(point)
    return dict(marks)


def _pages(document: Document, lines: Mapping[int, Line]) -> Iterator[Sheet]:
    numbered = zip(pages_of(document), document.paragraphs, strict=True)
    for number, together in groupby(numbered, key=lambda pair: pair[0]):
        paragraphs = [paragraph for _number, paragraph in together]
        section = document.sections[paragraphs[0].section] if document.sections else None
        yield Sheet(number, list(_blocks(paragraphs, lines)), bool(section and section.landscape))


def _blocks(paragraphs: Iterable[Paragraph], lines: Mapping[int, Line]) -> Iterator[Block]:
    for table, together in groupby(paragraphs, key=lambda one: one.cell.table if one.cell else None):
        held = list(together)
        if table is None:
            yield from (Block(line=lines[one.index]) for one in held)
            continue
        rows: dict[int, dict[int, list[Line]]] = defaultdict(lambda: defaultdict(list))
        for one in held:
            if one.cell is not None:
                rows[one.cell.row][one.cell.column].append(lines[one.index])
        lined = any(lines[one.index].tabular for one in held)
        yield Block(None, [[cells[at] for at in sorted(cells)] for _row, cells in sorted(rows.items())], lined)


def _line(paragraph: Paragraph, piece: Any, marks: Mapping[int, list[Point]]) -> Line:
    letters: list[Letters] = []
    for run in paragraph.runs:
        if run.format.hidden or not run.text:
            continue
        text = run.text.upper() if run.format.caps else run.text
        last = letters[-1] if letters else None
        if last is not None and (last.bold, last.italic) == (run.format.bold, run.format.italic):
            letters[-1] = Letters(last.text + text, last.bold, last.italic)
        else:
            letters.append(Letters(text, run.format.bold, run.format.italic))
    role = None if piece is None or piece.role in SILENT else ROLES.get(piece.role)
    return Line(
        paragraph.index, letters, paragraph.format.align, paragraph.label, role,
        piece is None or piece.confidence >= SURE, marks.get(paragraph.index, []), paragraph.pictures > 0,
        piece is not None and piece.role in DATA,
    )  # fmt: skip


def whole_page(found: Iterable[Group]) -> list[Point]:
    """Points that concern no paragraph but the page, a header, or the file as a whole."""
    return [point for group in found for point in group.points if not point.places]

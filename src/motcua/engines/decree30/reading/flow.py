"""Paragraphs of a part in the order of the file, with their cells, lines and sections (trap 21)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from lxml import etree

from motcua.engines.decree30.reading.folding import NUMBER, Folded
from motcua.engines.decree30.reading.formats import ParagraphFormat, RunFormat, paragraph_properties
from motcua.engines.decree30.reading.model import Cell, Form, Line, Paragraph
from motcua.engines.decree30.reading.names import VAL, W, whole
from motcua.engines.decree30.reading.numbering import Numbering
from motcua.engines.decree30.reading.runs import (
    ALTERNATE,
    DEEPEST,
    RPR,
    RUN,
    SINGLE,
    WRAPPERS,
    Firsts,
    Runs,
    TooDeep,
    chosen,
    key_of,
)
from motcua.engines.decree30.reading.styles import Styles

MOST_PARAGRAPHS: Final = 100_000  # some three thousand pages

P, TBL, SDT, SECT, PPR = f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}sectPr", f"{W}pPr"
ROW, CELL, CONTENT = f"{W}tr", f"{W}tc", f"{W}sdtContent"
ACROSS: Final = frozenset({"top", "bottom", "between"})
SIDES: Final = frozenset({"left", "right", "start", "end"})
NOTHING_FOLDED: Final = Folded(b"")


class Flow:
    """Reads w:p after w:p and counts them, with the places where sections end.

    keep: paragraphs and runs remember their elements, to be changed.
    """

    def __init__(
        self, styles: Styles, numbering: Numbering, *, keep: bool = False, folded: Folded = NOTHING_FOLDED
    ) -> None:
        self.styles, self.numbering, self.keep = styles, numbering, keep
        self._firsts = Firsts()
        self._folded = folded.paragraphs
        self.paragraphs: list[Paragraph] = []
        self.section_ends: list[tuple[int, etree._Element]] = []
        self._tables = 0
        self._numbered: dict[Any, ParagraphFormat] = {}
        styles.forget()
        self._reader = Runs(styles, self._firsts, folded.runs, keep=keep)

    @property
    def tracked(self) -> bool:
        """Are there letters put in or taken out under tracking?"""
        return self._reader.tracked

    @property
    def used(self) -> dict[int, RunFormat]:
        """Every format that letters of this part bear."""
        return self._reader.used

    @property
    def listed(self) -> bool:
        """Does a list number any of its paragraphs?"""
        return bool(self._numbered)

    def read(self, parent: "etree._Element") -> list[Paragraph]:
        """All paragraphs below `parent`, tables and content controls included. Raises TooDeep."""
        self._firsts.root = parent
        for element in parent:
            self._block(element, None, "", 0)
        return self.paragraphs

    def _block(self, element: "etree._Element", cell: Cell | None, table_style: str, depth: int) -> None:
        if depth > DEEPEST:
            raise TooDeep
        tag = element.tag
        if tag == P:
            self._paragraph(element, cell, table_style)
        elif tag == TBL:
            self._table(element, depth)
        elif tag == SECT:
            self.section_ends.append((len(self.paragraphs), element))
        elif tag in WRAPPERS or tag == f"{W}sdtContent":
            for child in element:
                self._block(child, cell, table_style, depth + 1)
        elif tag == ALTERNATE:
            for child in chosen(element):
                self._block(child, cell, table_style, depth + 1)

    def _table(self, element: "etree._Element", depth: int) -> None:
        self._tables += 1
        number = self._tables
        named = _within(element, f"{W}tblPr").get(f"{W}tblStyle")
        style = self.styles.default_table if named is None else named.get(VAL) or ""
        for row, line in enumerate(_rows(element)):
            column = _skipped(line)
            for one in _cells(line):
                said = _within(one, f"{W}tcPr")
                place = Cell(number, row, column, _width(said.get(f"{W}tcW")))
                begin = len(self.paragraphs)
                for child in one:
                    self._block(child, place, style, depth + 1)
                borders, span = said.get(f"{W}tcBorders"), said.get(f"{W}gridSpan")
                if borders is not None and len(self.paragraphs) > begin:
                    self._cell_line(borders, place, begin)
                column += 1 if span is None else max(1, whole(span.get(VAL)) or 1)

    def _cell_line(self, borders: "etree._Element", place: Cell, begin: int) -> None:
        """A cell drawn below or above, and not at its sides, is a line; it belongs to the paragraph next to it."""
        drawn = {side.tag[len(W) :] for side in borders if side.get(VAL) not in {None, "nil", "none"}}
        if drawn & SIDES:
            return
        for side, at in (("bottom", -1), ("top", begin)):
            if side in drawn:
                self.paragraphs[at].lines.append(Line(Form.BORDER, place.width / 20, center=True))

    def _paragraph(self, element: "etree._Element", cell: Cell | None, table_style: str) -> None:
        children = list(element)
        ppr = children[0] if children else None  # the schema wants it first
        if ppr is not None and ppr.tag != PPR:
            ppr = element.find(PPR)
        form, section = self._paragraph_format(ppr, table_style)
        paragraph = Paragraph(len(self.paragraphs), [], form, 0, cell)
        if form.page_break:
            paragraph.starts_page = True
        if self.keep:
            paragraph.element = element
        if form.number is not None:
            paragraph.label = self.numbering.next(*form.number)
        self.paragraphs.append(paragraph)
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            raise TooDeep
        reader = self._reader
        reader.paragraph, reader.table_style = paragraph, table_style
        for child in children:
            tag = child.tag
            if tag == RUN:
                reader.run(child)
            elif tag != PPR:
                reader.inline(child, tag, 0)
        paragraph.settle()
        if form.border & ACROSS:
            paragraph.lines.append(Line(Form.BORDER, 0.0))
        if section is not None:
            self.section_ends.append((len(self.paragraphs), section))

    def _paragraph_format(
        self, ppr: "etree._Element | None", table_style: str
    ) -> "tuple[ParagraphFormat, etree._Element | None]":
        """The format, remembered by what it comes from; and the section that ends here."""
        inner = None if ppr is None else self._folded.get(ppr.get(NUMBER, ""))
        if inner is not None:
            return self._remembered((table_style, inner), ppr, table_style), None
        key: list[Any] = [table_style]
        section: etree._Element | None = None
        for child in () if ppr is None else ppr:
            tag = child.tag
            if tag == SECT:
                section = child
            elif tag != RPR:
                key.append((tag, *child.values()) if tag in SINGLE else key_of(child, tag))
        return self._remembered(tuple(key), ppr, table_style), section

    def _remembered(self, place: Any, ppr: "etree._Element | None", table_style: str) -> ParagraphFormat:
        found = self.styles.paragraphs.get(place) or self._numbered.get(place)
        if found is None:
            direct = paragraph_properties(self._firsts.of(ppr, PPR))
            found = self.styles.paragraph(direct, table_style, self.numbering.raw)
            # What a list brings is this document's own; all else the style sheet may remember.
            (self.styles.paragraphs if found.number is None else self._numbered)[place] = found
        return found


def _within(element: "etree._Element", name: str) -> "dict[Any, etree._Element]":
    """Children of the properties that come first in an element, by their names."""
    first = next(iter(element), None)
    return {} if first is None or first.tag != name else {child.tag: child for child in first}


def _width(element: "etree._Element | None") -> int:
    """Width of a cell in twips; 0 where it is said in percent or not at all."""
    return 0 if element is None or element.get(f"{W}type") == "pct" else whole(element.get(f"{W}w")) or 0


def _rows(table: "etree._Element") -> Iterator["etree._Element"]:
    yield from _unwrapped(table, ROW)


def _cells(row: "etree._Element") -> Iterator["etree._Element"]:
    yield from _unwrapped(row, CELL)


def _unwrapped(parent: "etree._Element", tag: str) -> Iterator["etree._Element"]:
    """Children of one kind, also those inside a content control."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == SDT:
            content = child.find(CONTENT)
            if content is not None:
                yield from _unwrapped(content, tag)


def _skipped(row: "etree._Element") -> int:
    before = row.find(f"{W}trPr/{W}gridBefore")
    return 0 if before is None else whole(before.get(VAL)) or 0


def underscored(paragraph: Paragraph) -> Line | None:
    """The line that a paragraph of underscores (or of a run of dashes) draws; its width is measured by the caller."""
    text = paragraph.text.strip()
    if len(text) >= 3 and not text.strip("_─—–-¯"):
        return replace(Line(Form.UNDERSCORES, 0.0), dashed=not text.strip("-–"))
    return None

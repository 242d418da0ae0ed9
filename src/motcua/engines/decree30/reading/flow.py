"""Paragraphs of a part in the order of the file: runs with their format, cells, fields, breaks, lines (trap 21)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from lxml import etree

from motcua.engines.decree30.reading import shapes
from motcua.engines.decree30.reading.folding import NUMBER, Folded
from motcua.engines.decree30.reading.formats import ParagraphFormat, RunFormat, paragraph_properties, run_properties
from motcua.engines.decree30.reading.model import Cell, Form, Line, Paragraph, Run
from motcua.engines.decree30.reading.names import MC, VAL, WP, V, W, whole
from motcua.engines.decree30.reading.numbering import Numbering
from motcua.engines.decree30.reading.styles import Styles

MOST_PARAGRAPHS: Final = 100_000  # some three thousand pages
DEEPEST: Final = 60  # elements within elements; deeper is no document
PRIVATE: Final = 0xF000  # w:sym writes letters of a symbol font here
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

P, TBL, SDT, SECT = f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}sectPr"
ROW, CELL, CONTENT = f"{W}tr", f"{W}tc", f"{W}sdtContent"
RUN, RPR, PPR, TEXT = f"{W}r", f"{W}rPr", f"{W}pPr", f"{W}t"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
WRAPPERS: Final = frozenset(
    W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "ins", "fldSimple", "dir", "bdo", "moveTo",
                          "customXml")
)  # fmt: skip
ACROSS: Final = frozenset({"top", "bottom", "between"})
SINGLE: Final = frozenset(  # elements that say one thing, in their only attribute
    W + name for name in ("b", "bCs", "i", "iCs", "sz", "szCs", "caps", "vertAlign", "rStyle", "pStyle", "jc",
                          "kern", "w", "position", "outlineLvl")
)  # fmt: skip
GONE: Final = frozenset(W + name for name in ("del", "moveFrom"))
SIDES: Final = frozenset({"left", "right", "start", "end"})
FIELD_MARKS: Final = frozenset({f"{W}fldChar", f"{W}instrText"})
NOTHING_FOLDED: Final = Folded(b"")
FORMULAS: Final = frozenset({f"{MATH}oMath", f"{MATH}oMathPara"})


class TooDeep(ValueError):
    """Elements lie within elements without end, or follow each other without end."""


class Flow:
    """Reads w:p after w:p and counts them, with the places where sections end.

    keep: paragraphs and runs remember their elements, to be changed.
    """

    def __init__(
        self, styles: Styles, numbering: Numbering, *, keep: bool = False, folded: Folded = NOTHING_FOLDED
    ) -> None:
        self.styles, self.numbering, self.keep = styles, numbering, keep
        self._firsts = _Firsts()
        self._folded = folded.paragraphs
        self.paragraphs: list[Paragraph] = []
        self.section_ends: list[tuple[int, etree._Element]] = []
        self._tables = 0
        self._numbered: dict[Any, ParagraphFormat] = {}
        styles.forget()
        self._reader = _Runs(styles, self._firsts, folded.runs, keep=keep)

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
            for child in _chosen(element):
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
                key.append((tag, *child.values()) if tag in SINGLE else _key(child, tag))
        return self._remembered(tuple(key), ppr, table_style), section

    def _remembered(self, place: Any, ppr: "etree._Element | None", table_style: str) -> ParagraphFormat:
        found = self.styles.paragraphs.get(place) or self._numbered.get(place)
        if found is None:
            direct = paragraph_properties(self._firsts.of(ppr, PPR))
            found = self.styles.paragraph(direct, table_style, self.numbering.raw)
            # What a list brings is this document's own; all else the style sheet may remember.
            (self.styles.paragraphs if found.number is None else self._numbered)[place] = found
        return found


class _Firsts:
    """Of properties that repeat, the one that was left whole; looked for only where its format is not known yet."""

    __slots__ = ("_held", "root")

    def __init__(self) -> None:
        self.root: etree._Element | None = None
        self._held: dict[str, dict[str, etree._Element]] = {}

    def of(self, properties: "etree._Element | None", tag: str) -> "etree._Element | None":
        """The properties that these stand for."""
        number = None if properties is None else properties.get(NUMBER)
        if properties is None or number is None or len(properties) or self.root is None:
            return properties
        if tag not in self._held:
            held = self._held[tag] = {}
            for one in self.root.iter(tag):
                held.setdefault(one.get(NUMBER) or "", one)
        return self._held[tag].get(number, properties)


class _Runs:
    """The inside of one paragraph after the other. It does not know the flow: a ring of the two would keep the tree."""

    __slots__ = ("fields", "firsts", "folded", "keep", "paragraph", "styles", "table_style", "tracked", "used")
    paragraph: Paragraph
    table_style: str

    def __init__(self, styles: Styles, firsts: "_Firsts", folded: dict[str, bytes], *, keep: bool) -> None:
        self.styles, self.firsts, self.folded, self.keep = styles, firsts, folded, keep
        self.tracked = False
        self.used: dict[int, RunFormat] = {}
        self.fields: list[str | None] = []  # open complex fields: code while it is written, None while its result is

    def inline(self, element: "etree._Element", tag: Any, depth: int) -> None:
        """One child of the paragraph, or of what wraps its runs."""
        if tag == RUN:
            self.run(element)
        elif tag in WRAPPERS:
            self._wrapped(element, tag, depth)
        elif tag in GONE:
            self.tracked = True
        elif tag == ALTERNATE:
            for child in _chosen(element):
                self.inline(child, child.tag, depth + 1)
        elif tag in FORMULAS:
            self.paragraph.formula = True

    def _wrapped(self, element: "etree._Element", tag: str, depth: int) -> None:
        if depth > DEEPEST:
            raise TooDeep
        if tag == f"{W}ins":
            self.tracked = True
        if tag == f"{W}fldSimple" and _is_page(element.get(f"{W}instr") or ""):
            self.paragraph.page_field = True
        for child in element:
            self.inline(child, child.tag, depth + 1)

    def run(self, element: "etree._Element") -> None:
        """Letters of one w:r, with their format."""
        form: RunFormat | None = None
        letters: list[str] = []
        fields = self.fields
        for child in element:
            tag = child.tag
            if tag == TEXT:
                if not fields or not self._in_code():
                    letters.append(child.text or "")
            elif tag == RPR:
                form = self._format(child)
            else:
                self._special(child, tag, letters)
                if tag in FIELD_MARKS and self.paragraph.page_field and self.paragraph.page_format is None:
                    self.paragraph.page_format = form if form is not None else self._format(None)
        text = letters[0] if len(letters) == 1 else "".join(letters)
        if text:
            if form is None:
                form = self._format(None)
            read = Run(text, form)
            self.used[id(form)] = form
            if self.keep:
                read.element = element
            self.paragraph.runs.append(read)

    def _format(self, rpr: "etree._Element | None") -> RunFormat:
        styles, style = self.styles, self.paragraph.format.style
        key: Any = None
        if rpr is not None:
            key = self.folded.get(rpr.get(NUMBER, ""))
            if key is None:
                key = tuple([_key(child, child.tag) for child in rpr])
        known = styles.runs.get((key, style, self.table_style))
        if known is not None:
            return known
        direct = run_properties(self.firsts.of(rpr, RPR), styles.theme, vietnamese=styles.vietnamese)
        return styles.run(direct, style, self.table_style, key)

    def _in_code(self) -> bool:
        fields = self.fields
        return bool(fields) and any(code is not None for code in fields)

    def _special(self, child: "etree._Element", tag: Any, letters: list[str]) -> None:
        sign = SIGNS.get(tag)
        if sign is not None:
            letters.append(sign)
        elif tag == f"{W}br":
            self._break(child, letters)
        elif tag == f"{W}lastRenderedPageBreak":
            self.paragraph.starts_page = True
        elif tag == f"{W}fldChar":
            self._field(child.get(f"{W}fldCharType"))
        elif tag == f"{W}instrText":
            if self.fields and self.fields[-1] is not None:
                self.fields[-1] += child.text or ""
        elif tag == f"{W}sym":
            letters.append(symbol(child))
        elif tag == ALTERNATE:
            for one in _chosen(child):
                self._special(one, one.tag, letters)
        elif tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            self._drawn(child, tag)

    def _break(self, child: "etree._Element", letters: list[str]) -> None:
        if child.get(f"{W}type") == "page":
            self.paragraph.starts_page = True
        elif child.get(f"{W}type") != "column":
            letters.append("\n")

    def _field(self, kind: str | None) -> None:
        fields = self.fields
        if kind == "begin":
            fields.append("")
        elif kind in {"separate", "end"} and fields:
            code = fields[-1]
            if code is not None and _is_page(code):
                self.paragraph.page_field = True
            if kind == "separate":
                fields[-1] = None
            else:
                fields.pop()

    def _drawn(self, child: "etree._Element", tag: str) -> None:
        line = shapes.of_drawing(child) if tag == f"{W}drawing" else shapes.of_picture(child)
        if line is not None:
            self.paragraph.lines.append(line)
            return
        boxed = shapes.text_boxes(child)
        self.paragraph.boxed += boxed
        if boxed and any(_is_page(code.text or "") for code in child.iter(f"{W}instrText")):
            self.paragraph.page_field = self.paragraph.page_boxed = True
        if not boxed and (child.find(f".//{WP}extent") is not None or child.find(f".//{V}imagedata") is not None):
            self.paragraph.pictures += 1


SIGNS: Final = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip


def symbol(child: "etree._Element") -> str:
    """The letter of w:sym; those of symbol fonts lie in the private area and say nothing."""
    try:
        code = int(child.get(f"{W}char") or "", 16)
        return chr(code) if code < PRIVATE else "•"
    except (ValueError, OverflowError):
        return "•"


def _is_page(code: str) -> bool:
    words = code.split()
    return bool(words) and words[0].upper() == "PAGE"


def _key(element: "etree._Element", tag: Any) -> Any:
    """Two elements of one key say the same; where one attribute is all there can be, its value is enough."""
    if tag in SINGLE:
        return (tag, *element.values())
    if len(element):
        return (tag, *element.items(), *[_key(child, child.tag) for child in element])
    return (tag, *element.items())


def _within(element: "etree._Element", name: str) -> "dict[Any, etree._Element]":
    """Children of the properties that come first in an element, by their names."""
    first = next(iter(element), None)
    return {} if first is None or first.tag != name else {child.tag: child for child in first}


def _width(element: "etree._Element | None") -> int:
    """Width of a cell in twips; 0 where it is said in percent or not at all."""
    return 0 if element is None or element.get(f"{W}type") == "pct" else whole(element.get(f"{W}w")) or 0


def _chosen(alternate: "etree._Element") -> Iterator["etree._Element"]:
    """What Word shows of the two: the choice; the fallback where there is none."""
    branch = alternate.find(CHOICE)
    if branch is None:
        branch = alternate.find(FALLBACK)
    yield from () if branch is None else branch


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

"""The inside of a paragraph: runs with their format, fields, breaks, drawings (trap 21)."""

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from motcua.engines.decree30.reading import shapes
from motcua.engines.decree30.reading.folding import NUMBER
from motcua.engines.decree30.reading.formats import RunFormat, run_properties
from motcua.engines.decree30.reading.model import Paragraph, Run
from motcua.engines.decree30.reading.names import MC, WP, V, W
from motcua.engines.decree30.reading.styles import Styles

DEEPEST: Final = 60  # elements within elements; deeper is no document
PRIVATE: Final = 0xF000  # w:sym writes letters of a symbol font here
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

RUN, RPR, TEXT = f"{W}r", f"{W}rPr", f"{W}t"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
WRAPPERS: Final = frozenset(
    W + name for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "ins", "fldSimple", "dir", "bdo", "moveTo",
                          "customXml")
)  # fmt: skip
SINGLE: Final = frozenset(  # elements that say one thing, in their only attribute
    W + name for name in ("b", "bCs", "i", "iCs", "sz", "szCs", "caps", "vertAlign", "rStyle", "pStyle", "jc",
                          "kern", "w", "position", "outlineLvl")
)  # fmt: skip
GONE: Final = frozenset(W + name for name in ("del", "moveFrom"))
FIELD_MARKS: Final = frozenset({f"{W}fldChar", f"{W}instrText"})
FORMULAS: Final = frozenset({f"{MATH}oMath", f"{MATH}oMathPara"})


class TooDeep(ValueError):
    """Elements lie within elements without end, or follow each other without end."""


class Firsts:
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


class Runs:
    """The inside of one paragraph after the other. It does not know the flow: a ring of the two would keep the tree."""

    __slots__ = ("fields", "firsts", "folded", "keep", "paragraph", "styles", "table_style", "tracked", "used")
    paragraph: Paragraph
    table_style: str

    def __init__(self, styles: Styles, firsts: "Firsts", folded: dict[str, bytes], *, keep: bool) -> None:
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
            for child in chosen(element):
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
                key = tuple([key_of(child, child.tag) for child in rpr])
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
            for one in chosen(child):
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


def key_of(element: "etree._Element", tag: Any) -> Any:
    """Two elements of one key say the same; where one attribute is all there can be, its value is enough."""
    if tag in SINGLE:
        return (tag, *element.values())
    if len(element):
        return (tag, *element.items(), *[key_of(child, child.tag) for child in element])
    return (tag, *element.items())


def chosen(alternate: "etree._Element") -> Iterator["etree._Element"]:
    """What Word shows of the two: the choice; the fallback where there is none."""
    branch = alternate.find(CHOICE)
    if branch is None:
        branch = alternate.find(FALLBACK)
    yield from () if branch is None else branch

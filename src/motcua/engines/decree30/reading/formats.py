"""Formats: what a run and a paragraph look like in the end, and the raw properties that lead there."""

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from lxml import etree

from motcua.engines.decree30.reading.names import VAL, W, on, whole
from motcua.engines.decree30.reading.theme import Theme

TWIPS: Final = 20  # in a point
DEFAULT_SIZE: Final = 20  # half-points: ten points, where nothing at all is said
DEFAULT_FONT: Final = "Times New Roman"  # Word's own, where not even the defaults name one
TOGGLES: Final = ("b", "i", "caps", "smallCaps", "vanish", "strike")

Raw: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RunFormat:
    """Effective format of a run.

    size: half-points. ascii, hansi: faces of plain and of accented letters. color: six hexadecimal digits, or "auto".
    raised: "superscript", "subscript" or "". legacy: a face whose codes are not Unicode (.VnTime, VNI-Times).
    """

    size: int
    bold: bool
    italic: bool
    caps: bool
    small_caps: bool
    hidden: bool
    strike: bool
    ascii: str
    hansi: str
    color: str
    underline: str
    raised: str
    legacy: bool = False

    @property
    def points(self) -> float:
        """Size in points."""
        return self.size / 2


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """Effective format of a paragraph; lengths in twips (1/20 point).

    align: left, center, right, both. line, rule: as Word writes them ("auto": 240 are one line; "exact" and "atLeast":
    twips). before_auto, after_auto: the number beside is replaced by 14 points. tabs: positions, ascending. border:
    sides on which a line is drawn. level: of the outline, 0-8, or None. frame: where a floating frame sets it
    ("center", …); "" without one.
    """

    style: str
    align: str
    left: int
    right: int
    first: int
    before: int
    after: int
    before_auto: bool
    after_auto: bool
    line: int
    rule: str
    contextual: bool
    tabs: tuple[int, ...]
    border: frozenset[str]
    level: int | None
    page_break: bool
    frame: str
    number: tuple[str, int] | None


def run_properties(element: "etree._Element | None", theme: Theme, *, vietnamese: bool) -> Raw:
    """Raw properties of one w:rPr; only what it says itself."""
    raw: Raw = {}
    if element is None:
        return raw
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or not tag.startswith(W):
            continue
        name = tag[len(W) :]
        if name == "rFonts":
            _fonts(child, raw, theme, vietnamese)
        elif name in TOGGLES:
            raw[name] = on(child.get(VAL))
        elif name == "sz":
            size = whole(child.get(VAL))
            if size:
                raw["sz"] = size
        elif name in {"color", "u", "vertAlign", "rStyle"}:
            raw[name] = child.get(VAL) or ""
    return raw


def _fonts(element: "etree._Element", raw: Raw, theme: Theme, vietnamese: bool) -> None:
    """A theme reference goes before a name in the same element (ISO/IEC 29500-1 17.3.2.26)."""
    for slot in ("ascii", "hAnsi"):
        named = theme.face(element.get(f"{W}{slot}Theme"), vietnamese=vietnamese) or element.get(f"{W}{slot}")
        if named:
            raw[slot] = named


def paragraph_properties(element: "etree._Element | None") -> Raw:
    """Raw properties of one w:pPr; only what it says itself."""
    raw: Raw = {}
    if element is None:
        return raw
    for child in element:
        tag = child.tag
        reader = _PARAGRAPH.get(tag) if isinstance(tag, str) else None
        if reader is not None:
            reader(child, raw)
    return raw


def _align(element: "etree._Element", raw: Raw) -> None:
    word = element.get(VAL) or "left"
    raw["align"] = _ALIGN.get(word, word)


_ALIGN: Final = {"start": "left", "end": "right", "distribute": "both", "justify": "both", "thaiDistribute": "both",
                 "lowKashida": "both", "mediumKashida": "both", "highKashida": "both"}  # fmt: skip


def _indent(element: "etree._Element", raw: Raw) -> None:
    for name, words in (("left", ("left", "start")), ("right", ("right", "end"))):
        for word in words:
            value = whole(element.get(W + word))
            if value is not None:
                raw[name] = value
    first, hanging = whole(element.get(f"{W}firstLine")), whole(element.get(f"{W}hanging"))
    if hanging is not None:
        raw["first"] = -hanging
    elif first is not None:
        raw["first"] = first
    # Measures in hundredths of a character go before those in twips; a character is as wide as the text is high.
    for name, word, sign in (("first", "firstLineChars", 1), ("first", "hangingChars", -1), ("left", "leftChars", 1)):
        value = whole(element.get(W + word))
        if value:
            raw[f"{name}_chars"] = sign * value


def _spacing(element: "etree._Element", raw: Raw) -> None:
    for name in ("before", "after", "line"):
        value = whole(element.get(W + name))
        if value is not None:
            raw[name] = value
    if "line" in raw and element.get(f"{W}line") is not None:
        raw["rule"] = element.get(f"{W}lineRule") or "auto"
    for name in ("before", "after"):
        said = element.get(f"{W}{name}Autospacing")
        if said is not None:
            raw[f"{name}_auto"] = on(said)
        lines = whole(element.get(f"{W}{name}Lines"))
        if lines:
            raw[name] = lines * 240 // 100


def _tabs(element: "etree._Element", raw: Raw) -> None:
    stops = raw.setdefault("tabs", {})
    for tab in element:
        position = whole(tab.get(f"{W}pos"))
        if position is not None:
            stops[position] = tab.get(VAL) not in {"clear", "num", "bar"}


def _border(element: "etree._Element", raw: Raw) -> None:
    raw["border"] = frozenset(
        side.tag[len(W) :]
        for side in element
        if isinstance(side.tag, str) and side.get(VAL) not in {None, "nil", "none"}
    )


def _number(element: "etree._Element", raw: Raw) -> None:
    numbered, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    if numbered is not None:
        raw["num"] = numbered.get(VAL) or "0"
    if level is not None:
        raw["ilvl"] = whole(level.get(VAL)) or 0


def _switch(name: str) -> Any:
    def read(element: "etree._Element", raw: Raw) -> None:
        raw[name] = on(element.get(VAL))

    return read


def _level(element: "etree._Element", raw: Raw) -> None:
    raw["level"] = whole(element.get(VAL))


def _style(element: "etree._Element", raw: Raw) -> None:
    raw["pStyle"] = element.get(VAL) or ""


def _frame(element: "etree._Element", raw: Raw) -> None:
    raw["frame"] = element.get(f"{W}xAlign") or "free"


_PARAGRAPH: Final = {
    f"{W}pStyle": _style, f"{W}jc": _align, f"{W}ind": _indent, f"{W}spacing": _spacing, f"{W}tabs": _tabs,
    f"{W}pBdr": _border, f"{W}numPr": _number, f"{W}contextualSpacing": _switch("contextual"),
    f"{W}pageBreakBefore": _switch("page_break"), f"{W}outlineLvl": _level, f"{W}framePr": _frame,
}  # fmt: skip

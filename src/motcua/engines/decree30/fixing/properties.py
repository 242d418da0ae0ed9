"""Setting a property in w:rPr, w:pPr and w:sectPr where the schema wants it, with or without a tracked change."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from motcua.engines.decree30.reading.names import VAL, W

# Order of the schema (ISO/IEC 29500-1, CT_RPr, CT_PPr, CT_SectPr): Word refuses a part that breaks it.
RUN_ORDER: Final = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
PARAGRAPH_ORDER: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
SECTION_ORDER: Final = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders",
    "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi",
    "rtlGutter", "docGrid", "printerSettings", "sectPrChange",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tracking:
    """Who changes and when (ISO 8601), for tracked changes; `number` gives each its id."""

    author: str
    at: str
    number: Callable[[], int]


def put(parent: "etree._Element", name: str, order: Sequence[str]) -> "etree._Element":
    """The child of this name, made in its place where it is not there yet."""
    found = parent.find(W + name)
    if found is not None:
        return found
    made = etree.Element(W + name)
    rank = order.index(name)
    at = 0
    for at_child, child in enumerate(parent):
        own = child.tag[len(W) :] if isinstance(child.tag, str) and child.tag.startswith(W) else ""
        if own in order and order.index(own) <= rank:
            at = at_child + 1
    parent.insert(at, made)
    return made


def remember(properties: "etree._Element", kind: str, order: Sequence[str], tracking: Tracking | None) -> None:
    """Keep the properties as they were in a w:…Change, once, where changes are tracked."""
    name = f"{kind}Change"
    if tracking is None or properties.find(W + name) is not None:
        return
    before = copy.deepcopy(properties)
    for unwanted in ("rPr", "sectPr", "headerReference", "footerReference"):
        for child in before.findall(W + unwanted):
            before.remove(child)
    change = put(properties, name, order)
    change.set(f"{W}id", str(tracking.number()))
    change.set(f"{W}author", tracking.author)
    change.set(f"{W}date", tracking.at)
    change.append(before)


def switch(properties: "etree._Element", name: str, value: bool, order: Sequence[str]) -> None:
    """A property that is on or off; off is said outright, for a style may turn it on."""
    element = put(properties, name, order)
    element.attrib.pop(VAL, None)
    if not value:
        element.set(VAL, "0")


def set_run(properties: "etree._Element", name: str, value: Any) -> None:
    """One property of letters: sz, b, i, caps, font, color."""
    if name == "sz":
        for one in ("sz", "szCs"):
            put(properties, one, RUN_ORDER).set(VAL, str(value))
    elif name in {"b", "i", "caps"}:
        switch(properties, name, bool(value), RUN_ORDER)
    elif name == "font":
        fonts = put(properties, "rFonts", RUN_ORDER)
        for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.attrib.pop(f"{W}{slot}Theme", None)
            fonts.set(W + slot, str(value))
        fonts.attrib.pop(f"{W}cstheme", None)
    elif name == "color":
        color = put(properties, "color", RUN_ORDER)
        color.attrib.clear()
        color.set(VAL, str(value))
    else:
        raise ValueError(name)


def set_paragraph(properties: "etree._Element", name: str, value: Any) -> None:
    """One property of a paragraph: align, first, left, before, after, line, rule, contextual, tab."""
    if name == "align":
        put(properties, "jc", PARAGRAPH_ORDER).set(VAL, str(value))
    elif name in {"first", "left"}:
        _indent(put(properties, "ind", PARAGRAPH_ORDER), name, int(value))
    elif name in {"before", "after", "line", "rule"}:
        spacing = put(properties, "spacing", PARAGRAPH_ORDER)
        spacing.set(W + ("lineRule" if name == "rule" else name), str(value))
        for other in (f"{name}Lines", f"{name}Autospacing"):
            spacing.attrib.pop(W + other, None)
        if name in {"before", "after"}:  # a style may ask for automatic spacing; what is said here goes before it
            spacing.set(f"{W}{name}Autospacing", "0")
    elif name == "contextual":
        switch(properties, "contextualSpacing", bool(value), PARAGRAPH_ORDER)
    elif name == "tab":
        _tab(put(properties, "tabs", PARAGRAPH_ORDER), int(value))
    else:
        raise ValueError(name)


def _indent(indent: "etree._Element", name: str, value: int) -> None:
    if name == "first":
        for other in ("hanging", "hangingChars", "firstLineChars"):
            indent.attrib.pop(W + other, None)
        indent.set(f"{W}firstLine", str(value))
        indent.set(f"{W}firstLineChars", "0")
        return
    for other in ("start", "startChars"):
        indent.attrib.pop(W + other, None)
    indent.set(f"{W}left", str(value))
    indent.set(f"{W}leftChars", "0")


def _tab(tabs: "etree._Element", position: int) -> None:
    """A stop at `position`; those before it are cleared."""
    for stop in list(tabs):
        at = int(stop.get(f"{W}pos") or 0)
        if at < position:
            stop.set(VAL, "clear")
        elif at == position:
            tabs.remove(stop)
    made = etree.SubElement(tabs, f"{W}tab")
    made.set(VAL, "left")
    made.set(f"{W}pos", str(position))


def set_section(section: "etree._Element", name: str, value: Any) -> None:
    """One property of a section: a margin, width, height, title_page, restart, number_form."""
    if name in {"top", "bottom", "left", "right"}:
        put(section, "pgMar", SECTION_ORDER).set(W + name, str(value))
    elif name in {"width", "height"}:
        put(section, "pgSz", SECTION_ORDER).set(W + name[0], str(value))
    elif name == "title_page":
        switch(section, "titlePg", bool(value), SECTION_ORDER)
    elif name in {"restart", "number_form"}:
        number = put(section, "pgNumType", SECTION_ORDER)
        number.set(W + ("start" if name == "restart" else "fmt"), str(value))
    else:
        raise ValueError(name)

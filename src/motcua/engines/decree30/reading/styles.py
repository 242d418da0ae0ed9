"""Effective format as Word resolves it (ISO/IEC 29500-1 17.7.2): defaults, table, paragraph, character, direct."""

from typing import Any, Final

from lxml import etree

from motcua.engines.decree30.reading.formats import (
    DEFAULT_FONT,
    DEFAULT_SIZE,
    TOGGLES,
    ParagraphFormat,
    Raw,
    RunFormat,
    paragraph_properties,
    run_properties,
)
from motcua.engines.decree30.reading.names import VAL, W, on
from motcua.engines.decree30.reading.theme import Theme

LEGACY: Final = (".VN", "VNI-")  # faces of TCVN3 and VNI
MOST: Final = 5_000  # formats remembered of one style sheet
MOST_HEADERS: Final = 64  # headers and footers remembered of one style sheet
DEEPEST: Final = 32  # styles based on styles; a ring of them ends here


class Styles:
    """Styles of one document, and every format asked for, remembered by what it comes from.

    tree: word/styles.xml, or None. vietnamese: the theme's language is vi-VN.
    """

    def __init__(self, tree: "etree._Element | None", theme: Theme, *, vietnamese: bool) -> None:
        self.theme, self.vietnamese = theme, vietnamese
        self.default_paragraph = "Normal"
        self.default_table = ""
        self.names: dict[str, str] = {}
        self._based: dict[str, str | None] = {}
        self._run: dict[str, Raw] = {}
        self._paragraph: dict[str, Raw] = {}
        self._default_run: Raw = {}
        self._default_paragraph: Raw = {}
        if tree is not None:
            self._read(tree)
        self._chains: dict[tuple[str, bool], Raw] = {}
        self.runs: dict[Any, RunFormat] = {}  # by direct properties, paragraph style, table style
        self.paragraphs: dict[Any, ParagraphFormat] = {}  # by table style and direct properties
        self.headers: dict[bytes, Any] = {}  # what was read of headers and footers, by their bytes

    def _read(self, tree: "etree._Element") -> None:
        default = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default_run = run_properties(default, self.theme, vietnamese=self.vietnamese)
        self._default_paragraph = paragraph_properties(tree.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        for style in tree.iterfind(f"{W}style"):
            key = style.get(f"{W}styleId")
            if key is None:
                continue
            name, based = style.find(f"{W}name"), style.find(f"{W}basedOn")
            self.names[key] = (name.get(VAL) or key) if name is not None else key
            self._based[key] = based.get(VAL) if based is not None else None
            self._run[key] = run_properties(style.find(f"{W}rPr"), self.theme, vietnamese=self.vietnamese)
            self._paragraph[key] = paragraph_properties(style.find(f"{W}pPr"))
            if style.get(f"{W}default") is not None and on(style.get(f"{W}default")):
                if style.get(f"{W}type") == "paragraph":
                    self.default_paragraph = key
                elif style.get(f"{W}type") == "table":
                    self.default_table = key

    def forget(self) -> None:
        """Keep what is remembered within bounds: a style sheet may serve ten thousand documents."""
        for held in (self.runs, self.paragraphs):
            if len(held) > MOST:
                held.clear()
                self.headers.clear()  # their formats would no longer be the ones remembered
        if len(self.headers) > MOST_HEADERS:
            self.headers.clear()

    def _chain(self, style: str, *, of_runs: bool) -> Raw:
        """Properties of a style with those it is based on; the nearest wins."""
        known = self._chains.get((style, of_runs))
        if known is not None:
            return known
        own, layers, key = (self._run if of_runs else self._paragraph), list[Raw](), style or None
        while key is not None and len(layers) < DEEPEST:
            layers.append(own.get(key, {}))
            key = self._based.get(key)
        merged: Raw = {}
        for layer in reversed(layers):
            merged = _over(merged, layer)
        self._chains[style, of_runs] = merged
        return merged

    def run(self, direct: Raw, paragraph_style: str, table_style: str, key: Any) -> RunFormat:
        """Effective format of a run; `key` names its direct properties, so that equal runs are resolved once."""
        place = (key, paragraph_style, table_style)
        found = self.runs.get(place)
        if found is None:
            found = self.runs[place] = self._resolved(direct, paragraph_style, table_style)
        return found

    def _resolved(self, direct: Raw, paragraph_style: str, table_style: str) -> RunFormat:
        layers = [
            self._chain(name, of_runs=True)
            for name in (table_style, paragraph_style or self.default_paragraph, direct.get("rStyle", ""))
        ]
        merged = dict(self._default_run)
        for layer in layers:
            merged.update(layer)
        merged.update(direct)
        for name in TOGGLES:
            merged[name] = self._toggled(name, layers, direct)
        ascii_face = merged.get("ascii") or DEFAULT_FONT
        return RunFormat(
            merged.get("sz", DEFAULT_SIZE), merged["b"], merged["i"], merged["caps"], merged["smallCaps"],
            merged["vanish"], merged["strike"], ascii_face, merged.get("hAnsi") or ascii_face,
            (merged.get("color") or "auto").upper().replace("AUTO", "auto"),
            "" if merged.get("u") in {None, "none"} else merged["u"],
            "" if merged.get("vertAlign") in {None, "baseline"} else merged["vertAlign"],
            (merged.get("hAnsi") or ascii_face).upper().startswith(LEGACY) or ascii_face.upper().startswith(LEGACY),
        )  # fmt: skip

    def _toggled(self, name: str, layers: list[Raw], direct: Raw) -> bool:
        """Direct formatting is absolute; across styles a switch turns what the other style set (17.7.3)."""
        if name in direct:
            return bool(direct[name])
        if self._default_run.get(name):
            return True
        return sum(bool(layer.get(name)) for layer in layers) % 2 == 1

    def paragraph(self, direct: Raw, table_style: str, numbering: Any = None) -> ParagraphFormat:
        """Effective format of a paragraph; `numbering(num, level)` gives the raw properties of a list's level."""
        style = direct.get("pStyle") or self.default_paragraph
        own = self._chain(style, of_runs=False)
        merged = _over(self._default_paragraph, self._chain(table_style, of_runs=False))
        number = _number_of(direct, own)
        level = numbering(*number) if number is not None and numbering is not None else {}
        # A list named by the style yields to the style's own indents; one named by the paragraph goes before them.
        for layer in (own, level) if "num" in direct else (level, own):
            merged = _over(merged, layer)
        merged = _over(merged, direct)
        size = self.run({}, style, table_style, None).size
        for name in ("left", "first"):
            chars = merged.get(f"{name}_chars")
            if chars:
                merged[name] = round(chars / 100 * size * 10)
        return ParagraphFormat(
            style, merged.get("align", "left"), merged.get("left", 0), merged.get("right", 0), merged.get("first", 0),
            merged.get("before", 0), merged.get("after", 0), merged.get("before_auto", False),
            merged.get("after_auto", False), merged.get("line", 240), merged.get("rule", "auto"),
            merged.get("contextual", False), tuple(sorted(at for at, kept in merged.get("tabs", {}).items() if kept)),
            merged.get("border", frozenset()), merged.get("level"), merged.get("page_break", False),
            merged.get("frame", ""), number,
        )  # fmt: skip


def _number_of(direct: Raw, style: Raw) -> tuple[str, int] | None:
    number = str(direct.get("num") or style.get("num") or "0")
    level: int = direct.get("ilvl", style.get("ilvl", 0)) or 0
    return None if number == "0" else (number, min(max(level, 0), 8))


def _over(below: Raw, above: Raw) -> Raw:
    """`above` goes before `below`; tab stops of both are kept. What is given stays as it is."""
    merged = {**below, **above}
    if "tabs" in below and "tabs" in above:
        merged["tabs"] = {**below["tabs"], **above["tabs"]}
    for name in ("first", "left"):  # twips said nearer than hundredths of a character go before them
        if name in above and f"{name}_chars" not in above:
            merged.pop(f"{name}_chars", None)
    return merged

"""Automatic numbers: the label that Word prints before a paragraph and nobody finds in its text."""

from collections.abc import Callable
from typing import Final

from lxml import etree

from motcua.engines.decree30.reading.formats import Raw, paragraph_properties
from motcua.engines.decree30.reading.names import VAL, W, whole

ROMAN: Final = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
                (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def roman(number: int) -> str:
    """IV for 4; nothing below 1."""
    text = ""
    for value, letters in ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text


def letter(number: int) -> str:
    """a for 1, z for 26, aa for 27: the Latin alphabet of Word, without đ."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


_FORMS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str, "decimalZero": lambda n: f"{n:02d}", "lowerLetter": letter,
    "upperLetter": lambda n: letter(n).upper(), "lowerRoman": lambda n: roman(n).lower(), "upperRoman": roman,
    "none": lambda _n: "", "bullet": lambda _n: "",
}  # fmt: skip


class Level:
    """One level of a list: its first number, its form, and the text around it ("%1.")."""

    __slots__ = ("bullet", "form", "raw", "start", "text")

    def __init__(self, element: "etree._Element") -> None:
        def value(name: str, default: str) -> str:
            found = element.find(W + name)
            return default if found is None else found.get(VAL) or default

        self.start = whole(value("start", "1")) or 0
        self.form = _FORMS.get(value("numFmt", "decimal"), str)
        self.bullet = value("numFmt", "decimal") == "bullet"
        self.text = value("lvlText", "")
        self.raw = paragraph_properties(element.find(f"{W}pPr"))


class Numbering:
    """Lists of word/numbering.xml, and their counters while a document is read from its beginning."""

    def __init__(self, tree: "etree._Element | None") -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._counters: dict[str, list[int | None]] = {}
        if tree is not None:
            self._read(tree)

    def _read(self, tree: "etree._Element") -> None:
        abstract = {one.get(f"{W}abstractNumId"): _levels(one) for one in tree.iterfind(f"{W}abstractNum")}
        for number in tree.iterfind(f"{W}num"):
            key, of = number.get(f"{W}numId"), number.find(f"{W}abstractNumId")
            if key is None or of is None:
                continue
            levels, own = abstract.get(of.get(VAL), {}), {}
            for change in number.iterfind(f"{W}lvlOverride"):
                at, again = whole(change.get(f"{W}ilvl")), change.find(f"{W}lvl")
                if at is not None and again is not None:
                    own[at] = Level(again)
            self._levels[key] = {**levels, **own}
            restarted = number.find(f"{W}lvlOverride/{W}startOverride") is not None
            self._lists[key] = f"num:{key}" if restarted else f"abstract:{of.get(VAL)}"

    def raw(self, number: str, level: int) -> Raw:
        """Paragraph properties that the level brings."""
        found = self._levels.get(number, {}).get(level)
        return {} if found is None else found.raw

    def next(self, number: str, level: int) -> str:
        """The label of the next paragraph of this list; counts on. A bullet is "-" or the sign itself."""
        levels = self._levels.get(number)
        if not levels or level not in levels:
            return ""
        counters = self._counters.setdefault(self._lists[number], [None] * 9)
        held = counters[level]
        counters[level] = levels[level].start if held is None else held + 1
        counters[level + 1 :] = [None] * (8 - level)
        here = levels[level]
        if here.bullet:
            return here.text if here.text in {"-", "–", "+", "*"} else "•"
        text = here.text
        for above in range(level + 1):
            mark = f"%{above + 1}"
            if mark in text and above in levels:
                counted = counters[above]
                text = text.replace(mark, levels[above].form(levels[above].start if counted is None else counted))
        return text


def _levels(element: "etree._Element") -> dict[int, Level]:
    found: dict[int, Level] = {}
    for level in element.iterfind(f"{W}lvl"):
        at = whole(level.get(f"{W}ilvl"))
        if at is not None:
            found[at] = Level(level)
    return found

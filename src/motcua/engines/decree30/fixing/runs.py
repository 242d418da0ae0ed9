"""Letters of a paragraph in the file: where each stands; a run divided where part of it changes; letters replaced."""

import copy
from typing import Any, Final

from lxml import etree

from motcua.engines.decree30.reading.model import Paragraph, Run
from motcua.engines.decree30.reading.names import W
from motcua.engines.decree30.reading.runs import SIGNS, symbol

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
TEXT: Final = f"{W}t"


def letters_of(child: "etree._Element") -> str:
    """Letters that one child of a w:r stands for, as the reader counts them."""
    if child.tag == TEXT:
        return child.text or ""
    if child.tag == f"{W}br":
        return "" if child.get(f"{W}type") in {"page", "column"} else "\n"
    if child.tag == f"{W}sym":
        return symbol(child)
    return SIGNS.get(child.tag, "")


class Divided:
    """Runs of the file and the stretches they were divided into while edits were made."""

    def __init__(self) -> None:
        self._stretches: dict[Any, list[tuple[int, int, etree._Element]]] = {}

    def elements(self, run: Run) -> list["etree._Element"]:
        """Elements that hold exactly the letters of `run`, divided where they hold more."""
        begin, end = run.start, run.start + len(run.text)
        stretches = self._stretches.setdefault(run.element, [(0, _length(run.element), run.element)])
        for cut in (begin, end):
            self._cut(stretches, cut)
        return [element for first, last, element in stretches if begin <= first and last <= end and first < last]

    @staticmethod
    def _cut(stretches: list[tuple[int, int, "etree._Element"]], at: int) -> None:
        for place, (first, last, element) in enumerate(stretches):
            if first < at < last:
                made = _divide(element, at - first)
                stretches[place : place + 1] = [(first, at, element), (at, last, made)]
                return


def _length(element: "etree._Element") -> int:
    return sum(len(letters_of(child)) for child in element)


def _divide(element: "etree._Element", at: int) -> "etree._Element":
    """What stands behind `at` letters goes into a run of its own, of the same format."""
    made = etree.Element(element.tag, dict(element.attrib))
    properties = element.find(f"{W}rPr")
    if properties is not None:
        made.append(copy.deepcopy(properties))
    passed = 0
    for child in list(element):
        if child is properties:
            continue
        size = len(letters_of(child))
        if passed >= at and not (size == 0 and passed == at):
            made.append(child)
        elif passed < at < passed + size:
            text = child.text or ""
            _write(child, text[: at - passed])
            rest = etree.SubElement(made, TEXT)
            _write(rest, text[at - passed :])
        passed += size
    element.addnext(made)
    return made


def _write(element: "etree._Element", text: str) -> None:
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(SPACE, "preserve")


def replace(paragraph: Paragraph, begin: int, end: int, text: str) -> None:
    """Letters [begin, end) of a paragraph become `text`; only letters in w:t are touched.

    Where they already are the same at both ends, only what differs is written, so that formats stay where they were.
    """
    held = paragraph.text[begin:end]
    while held and text and held[0] == text[0]:
        held, text, begin = held[1:], text[1:], begin + 1
    while held and text and held[-1] == text[-1]:
        held, text, end = held[:-1], text[:-1], end - 1
    places = list(_places(paragraph))
    written = False
    for child, first in places:
        size = len(letters_of(child))
        low, high = max(begin, first), min(end, first + size)
        inserts = not held and not written and first <= begin <= first + size and child.tag == TEXT
        if low >= high and not inserts:
            continue
        letter = child if child.tag == TEXT else _as_text(child)
        own = letter.text or ""
        at = low - first if not inserts else begin - first
        stop = high - first if not inserts else at
        _write(letter, own[:at] + ("" if written else text) + own[stop:])
        written = True


def _as_text(child: "etree._Element") -> "etree._Element":
    """A sign that stands for a letter (a hyphen that does not break) made a letter, to be replaced."""
    made = etree.Element(TEXT)
    made.text = letters_of(child)
    parent = child.getparent()
    if parent is not None:
        parent.replace(child, made)
    return made


def _places(paragraph: Paragraph) -> list[tuple["etree._Element", int]]:
    """Children of runs with the place of their first letter in the paragraph's text."""
    found: list[tuple[etree._Element, int]] = []
    at = 0
    seen: set[Any] = set()
    for run in paragraph.runs:
        if run.format.hidden:
            continue
        if run.element in seen:
            continue
        seen.add(run.element)
        for child in run.element:
            size = len(letters_of(child))
            if size:
                found.append((child, at))
            at += size
    return found

"""Pieces: what one line of a paragraph holds on one side. Header and signature often share paragraphs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from motcua.engines.decree30.reading.model import Paragraph, Run
from motcua.engines.decree30.roles.legacy import legacy_of, shown
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.words import one_space, plain

SIDES: Final = ("left", "right")
SURE: Final = 0.5  # confidence below which no rule judges a piece
BREAK: Final = re.compile("\n")
TABS: Final = re.compile(r"\t")
SPACES: Final = re.compile(r"(?<!:) {8,}(?! */)")  # not the room left for the number: "Số:          /QĐ-UBND"


@dataclass(slots=True)
class Piece:
    """A stretch of a paragraph between breaks (and, where a header is laid out by tabs, between tabs).

    side: "left", "right", or "" where nothing divides the line. whole: it is all the paragraph holds.
    confidence: 0-1, how far the evidence for `role` goes before that for any other.
    """

    paragraph: Paragraph
    runs: list[Run]
    side: str = ""
    whole: bool = True
    role: Role = Role.UNKNOWN
    confidence: float = 0.0
    _text: str | None = field(default=None, repr=False)
    _plain: str | None = field(default=None, repr=False)
    _capitals: bool | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """As a reader sees it: letters of old fonts read, spaces made one."""
        if self._text is None:
            self._text = one_space(seen(self.runs))
        return self._text

    @property
    def plain(self) -> str:
        """The form in which words are compared."""
        if self._plain is None:
            self._plain = plain(self.text)
        return self._plain

    @property
    def marked(self) -> str:
        """Its words without the brackets that a mark of secrecy, urgency or circulation may stand in."""
        return self.plain.strip(" []()")

    @property
    def raw(self) -> str:
        """Letters as they stand in the file."""
        return "".join([run.text for run in self.runs])

    @property
    def capitals(self) -> bool:
        """Do its letters show as capitals, typed so or turned so by the format?"""
        if self._capitals is None:
            self._capitals = all(map(_shows_capitals, self.runs)) and any(
                any(map(str.isalpha, run.text)) for run in self.runs
            )
        return self._capitals

    @property
    def bold(self) -> bool:
        """Is most of it bold?"""
        letters = sum(len(run.text) for run in self.runs)
        return letters > 0 and 2 * sum(len(run.text) for run in self.runs if run.format.bold) > letters

    @property
    def italic(self) -> bool:
        """Is most of it italic?"""
        letters = sum(len(run.text) for run in self.runs)
        return letters > 0 and 2 * sum(len(run.text) for run in self.runs if run.format.italic) > letters

    @property
    def sure(self) -> bool:
        """Is its role certain enough to be judged?"""
        return self.confidence >= SURE

    @property
    def centered(self) -> bool:
        """Is its paragraph set in the middle?"""
        return self.paragraph.format.align == "center"


def _shows_capitals(run: Run) -> bool:
    if run.format.caps or run.text.isupper():
        return True
    text = shown(run.text, run.format.hansi) if run.format.legacy else run.text
    return not any(map(str.islower, text))


def seen(runs: list[Run]) -> str:
    """Text of runs as it shows; letters of TCVN3 and VNI fonts are read as what they stand for."""
    if not any(run.format.legacy for run in runs):
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
    parts: list[str] = []
    for run in runs:
        old = legacy_of(run.format.hansi) or legacy_of(run.format.ascii)
        parts.append(shown(run.text, run.format.hansi if legacy_of(run.format.hansi) else run.format.ascii)
                     if old and not run.text.isascii() else run.text)  # fmt: skip
    return "".join(parts)


def visible(paragraph: Paragraph) -> list[Run]:
    """Runs that are printed; the paragraph's own list where all are, so it is not to be changed."""
    for run in paragraph.runs:
        if run.format.hidden:
            return [run for run in paragraph.runs if not run.format.hidden]
    return paragraph.runs


def whole_piece(paragraph: Paragraph) -> Piece:
    """The paragraph as one piece."""
    return Piece(paragraph, visible(paragraph))


def lines_of(paragraph: Paragraph) -> list[list[Run]]:
    """Runs of each line between breaks."""
    lines: list[list[Run]] = [[]]
    for run in visible(paragraph):
        _cut(run, BREAK, lines)
    return lines


def _cut(run: Run, divider: "re.Pattern[str]", into: list[list[Run]]) -> None:
    """Add what stands between dividers; each divider begins a new stretch."""
    begin = 0
    for found in divider.finditer(run.text):
        if found.start() > begin:
            into[-1].append(run.cut(begin, found.start()))
        into.append([])
        begin = found.end()
    if begin < len(run.text):
        into[-1].append(run.cut(begin, len(run.text)) if begin else run)


def by_lines(paragraph: Paragraph, side: str = "") -> Iterator[Piece]:
    """A piece for each line; empty ones are left out."""
    if "\n" not in paragraph.text:
        if paragraph.text.strip():
            yield Piece(paragraph, visible(paragraph), side)
        return
    for runs in lines_of(paragraph):
        if any(run.text.strip() for run in runs):
            yield Piece(paragraph, runs, side, whole=False)


def by_sides(paragraph: Paragraph) -> Iterator[Piece]:
    """Pieces of lines that tabs (or many spaces) divide into a left and a right one."""
    for runs in lines_of(paragraph):
        stretches = _stretches(runs)
        filled = [(at, found) for at, found in enumerate(stretches) if any(run.text.strip() for run in found)]
        if len(filled) == 2:
            for side, (_, found) in zip(SIDES, filled, strict=True):
                yield Piece(paragraph, found, side, whole=False)
        elif filled:
            at, found = filled[0]
            joined = found if len(filled) == 1 else [run for _, one in filled for run in one]
            # One tab alone may lead to either side; more of them lead past the left one.
            yield Piece(paragraph, joined, "right" if at > 1 and len(filled) == 1 else "", len(stretches) == 1)


def _stretches(runs: list[Run]) -> list[list[Run]]:
    """Runs between tabs; a stretch of eight spaces or more divides as a tab does."""
    found: list[list[Run]] = [[]]
    divider = TABS if any("\t" in run.text for run in runs) else SPACES
    for run in runs:
        _cut(run, divider, found)
    return found

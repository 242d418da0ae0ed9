"""A document laid out: every paragraph with the format it must show in the end, whatever bears it in the file.

Parts are mutable: the fixture builder takes a clean sheet and spoils exactly one property of it. Lengths are twips
(1/20 point), sizes half-points, as in the file; only the length of a drawn line is in points, as it is measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.widths import text_width

FONT: Final = "Times New Roman"
TWIPS: Final = 20  # in a point
A4: Final = (11906, 16838)
NATURAL: Final = 1.149  # line height of Times New Roman, in its sizes


@dataclass(slots=True)
class Run:
    """Letters of one format. size: half-points. caps: shown as capitals by the property alone. raised: subscript …

    field: "PAGE" where the text stands for the number of the page.
    """

    text: str
    size: int
    bold: bool = False
    italic: bool = False
    caps: bool = False
    font: str = FONT
    color: str = "auto"
    raised: str = ""
    field: str = ""

    def width(self, text: str) -> float:
        """Points that `text` takes in this format."""
        shown = text.upper() if self.caps else text
        return text_width(shown, self.size / 2, bold=self.bold, italic=self.italic)


@dataclass(slots=True)
class Stroke:
    """A horizontal line below a paragraph, in its middle. width: points. shift: points it is off the middle.

    drop: points below the top of the paragraph; None: below its letters.
    """

    width: float
    dashed: bool = False
    shift: float = 0.0
    drop: float | None = None


@dataclass(slots=True)
class Para:
    """One paragraph. first: negative hangs. row: in a header, 0 for the names, 1 for number and date.

    listed: its dash is an automatic one. boxed: in a frame (urgency). ruled: a line over the text width, above.
    more: lines of texts that share the paragraph, where a head is set with tabs or breaks. picture: all it holds.
    """

    role: Role
    runs: list[Run]
    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    rule: str = "auto"
    tabs: tuple[tuple[int, str], ...] = ()
    stroke: Stroke | None = None
    row: int = 0
    listed: bool = False
    boxed: bool = False
    ruled: bool = False
    keep_next: bool = False
    contextual: bool = False
    new_page: bool = False
    more: tuple[Stroke, ...] = ()
    picture: "Picture | None" = None

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join([run.text for run in self.runs])

    @property
    def size(self) -> int:
        """Half-points of its longest run."""
        return max(self.runs, key=lambda run: len(run.text)).size if self.runs else 28

    def width(self) -> float:
        """Points it would take on one line."""
        return sum(run.width(run.text) for run in self.runs)


@dataclass(slots=True)
class Picture:
    """A picture in a paragraph of its own. width, height: points. alt: what it shows."""

    png: bytes
    width: float
    height: float
    alt: str


class Use(StrEnum):
    """What two columns are for."""

    HEADER = "header"
    SIGNATURE = "signature"
    PARTIES = "parties"


@dataclass(slots=True)
class Columns:
    """Two columns beside each other; how they are kept apart (table, tabs) is a matter of the shape."""

    use: Use
    left: list[Para]
    right: list[Para]
    widths: tuple[int, int]


@dataclass(slots=True)
class Grid:
    """A table of the content. widths: twips. headings: rows that repeat on the next page."""

    rows: list[list[Para]]
    widths: list[int]
    headings: int = 1


Block: TypeAlias = Para | Columns | Grid


@dataclass(slots=True)
class Section:
    """Page setup with what stands on it.

    restart: the number its pages begin from. title_page: its first page has a header of its own, mostly an empty one.
    headless: it names no header and no footer at all.
    """

    blocks: list[Block] = field(default_factory=list)
    width: int = A4[0]
    height: int = A4[1]
    landscape: bool = False
    top: int = 1134
    bottom: int = 1134
    left: int = 1701
    right: int = 850
    gutter: int = 0
    title_page: bool = True
    headless: bool = False
    restart: int | None = None
    number_form: str = ""
    header: list[Para] = field(default_factory=list)
    first_header: list[Para] = field(default_factory=list)
    even_header: list[Para] = field(default_factory=list)
    footer: list[Para] = field(default_factory=list)
    first_footer: list[Para] = field(default_factory=list)

    @property
    def text_width(self) -> int:
        """Between the side margins, in twips."""
        return self.width - self.left - self.right - self.gutter


@dataclass(slots=True)
class Sheet:
    """A whole document. pages: as its writer counts them."""

    kind: str
    sections: list[Section]
    title: str = ""
    pages: int = 1
    even_odd: bool = False
    footnote: list[Para] = field(default_factory=list)

    def paragraphs(self, *, section: int | None = None) -> Iterator[Para]:
        """Paragraphs of the flow in order, tables included, headers not."""
        for index, one in enumerate(self.sections):
            if section is None or index == section:
                yield from paragraphs_of(one.blocks)

    def of(self, *roles: Role, section: int | None = 0) -> list[Para]:
        """Paragraphs of these roles; of the main document unless another section is named (None: of all)."""
        return [one for one in self.paragraphs(section=section) if one.role in roles]


def paragraphs_of(blocks: list[Block]) -> Iterator[Para]:
    """Paragraphs in the order in which a file holds them."""
    for block in blocks:
        if isinstance(block, Para):
            yield block
        elif isinstance(block, Columns):
            yield from block.left
            yield from block.right
        else:
            for row in block.rows:
                yield from row


def lines_of(para: Para, width: float) -> list[float]:
    """Widths in points of the lines on which a paragraph is set in `width` points, broken where Word breaks it."""
    lines, here = [], para.first / TWIPS
    room = width - (para.left + para.right) / TWIPS
    space = text_width(" ", para.size / 2)
    for word in _words(para):
        if here and here + word > room:
            lines.append(here - space)
            here = 0.0
        here += word + space
    return [*lines, here - space if here else 0.0]


def _words(para: Para) -> Iterator[float]:
    for run in para.runs:
        for word in run.text.split():
            yield run.width(word)


def height_of(para: Para, width: float) -> float:
    """Points that a paragraph takes with its gaps, set in `width` points."""
    if para.picture is not None:
        return para.picture.height + (para.before + para.after) / TWIPS
    natural = para.size / 2 * NATURAL
    each = para.line / TWIPS if para.rule == "exact" else natural * para.line / 240
    if para.rule == "atLeast":
        each = max(natural, para.line / TWIPS)
    return len(lines_of(para, width)) * each + (para.before + para.after) / TWIPS

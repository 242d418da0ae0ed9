"""What was read: paragraphs in the order of the file, sections with their headers in force, lines that were drawn."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from motcua.engines.decree30.reading.formats import ParagraphFormat, RunFormat

EMU: int = 12_700  # in a point


class Form(StrEnum):
    """How a line was made."""

    DRAWING = "drawing"
    VML = "vml"
    BORDER = "border"
    UNDERSCORES = "underscores"


@dataclass(slots=True)
class Run:
    """Letters of one format. Tabs stand as "\\t", breaks as "\\n", a hyphen that does not break as "-".

    element: the w:r they come from; start: where in its letters they begin.
    """

    text: str
    format: RunFormat
    element: Any = None
    start: int = 0

    def cut(self, begin: int, end: int) -> "Run":
        """Letters [begin, end) of this run."""
        return Run(self.text[begin:end], self.format, self.element, self.start + begin)


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table: number of the table in the file, row, column by the grid, width in twips (0: not said)."""

    table: int
    row: int
    column: int
    width: int


@dataclass(slots=True)
class Line:
    """A horizontal line drawn near a paragraph.

    width: points. left: points from the column or the margin it is set against; None where it is not said.
    center: it is set in the middle by its own wish.
    """

    form: Form
    width: float
    left: float | None = None
    center: bool = False
    dashed: bool = False


@dataclass(slots=True)
class Paragraph:
    """One w:p of the flow. index: from 0, in the order of the file, tables and content controls included.

    label: the automatic number before it. page_field: it holds a field PAGE; page_format: the format the field is
    written in; page_boxed: it lies in a text box. starts_page: a page begins with it or in
    it, by a break of its own or as Word last laid it out.
    """

    index: int
    runs: list[Run]
    format: ParagraphFormat
    section: int = 0
    cell: Cell | None = None
    label: str = ""
    page_field: bool = False
    page_format: RunFormat | None = None
    page_boxed: bool = False
    starts_page: bool = False
    lines: list[Line] = field(default_factory=list)
    boxed: list[str] = field(default_factory=list)
    pictures: int = 0
    formula: bool = False
    element: Any = None
    text: str = ""

    def settle(self) -> None:
        """All runs are there: its text is all their letters, hidden ones left out."""
        runs = self.runs
        if len(runs) == 1 and not runs[0].format.hidden:
            self.text = runs[0].text
        elif runs:
            self.text = "".join([run.text for run in runs if not run.format.hidden])


@dataclass(slots=True)
class HeaderFooter:
    """A header or footer in force. kind: default, first, even."""

    kind: str
    part: str
    paragraphs: list[Paragraph]

    @property
    def numbered(self) -> bool:
        """Does it print the number of the page?"""
        return any(paragraph.page_field for paragraph in self.paragraphs)


@dataclass(slots=True)
class Section:
    """Page setup; lengths in twips. None: the file does not say.

    start: how it begins (nextPage, continuous, …). title_page: its first page has a header of its own. restart: the
    number its pages begin from, where it says one. number_form: decimal unless it says another.
    """

    index: int
    width: int | None = None
    height: int | None = None
    landscape: bool = False
    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None
    gutter: int = 0
    start: str = "nextPage"
    title_page: bool = False
    restart: int | None = None
    number_form: str = "decimal"
    headers: dict[str, HeaderFooter] = field(default_factory=dict)
    footers: dict[str, HeaderFooter] = field(default_factory=dict)
    element: Any = None

    @property
    def paper(self) -> tuple[int, int] | None:
        """Width and height; None where the file does not say both."""
        return None if self.width is None or self.height is None else (self.width, self.height)

    @property
    def text_width(self) -> int:
        """Between the side margins, in twips."""
        return (self.width or 0) - (self.left or 0) - (self.right or 0) - self.gutter


@dataclass(slots=True)
class Document:
    """A whole file. default_tab: twips. pages: as the writing program last counted; None where it did not say.

    formats: every format that letters bear, of headers and notes too. source: "docx", "pdf" (read off its pages) or
    "ocr" (letters only). facts: what a PDF says of itself.
    """

    paragraphs: list[Paragraph]
    sections: list[Section]
    default_tab: int
    additive_gaps: bool
    even_odd: bool
    pages: int | None
    signed: bool
    protected: bool
    tracked: bool
    notes: list[Paragraph] = field(default_factory=list)
    formats: list[RunFormat] = field(default_factory=list)
    source: str = "docx"
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def several_pages(self) -> bool:
        """Two pages or more, as any sign of it says (facts of the decree, 1.1)."""
        if (self.pages or 0) > 1 or any(paragraph.starts_page for paragraph in self.paragraphs[1:]):
            return True
        return any(section.start in {"nextPage", "oddPage", "evenPage"} for section in self.sections[1:])

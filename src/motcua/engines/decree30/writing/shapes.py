"""How a sheet is written into OOXML: the forms that real files have (facts 10), none of which changes what is seen."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class HeadForm(StrEnum):
    """What keeps the two columns of a head apart."""

    TABLE = "table"
    TABS = "tabs"
    BREAKS = "breaks"  # a table of one row, each cell one paragraph of several lines


class LineForm(StrEnum):
    """How a line is made."""

    ALTERNATE = "alternate"  # DrawingML with VML as fallback: 98 of 119 real files
    DRAWING = "drawing"
    VML = "vml"
    UNDERSCORES = "underscores"
    PARAGRAPH_BORDER = "paragraph_border"
    CELL_BORDER = "cell_border"
    NONE = "none"


class FontForm(StrEnum):
    """What bears font and size."""

    STYLES = "styles"  # named paragraph styles: the clean product
    RUNS = "runs"  # every run says all; defaults without a size
    RUNS_OVER_THEME = "runs_over_theme"  # the same above Calibri 11 of the theme
    DEFAULTS = "defaults"  # document defaults; runs say only what differs
    THEME = "theme"  # theme font whose script Viet is Times New Roman, language vi-VN
    VNTIME = "vntime"  # .VnTime in Normal, the right font on runs


class SpacingForm(StrEnum):
    """Line spacing of running text."""

    AS_LAID = "as_laid"
    EXACT = "exact"  # 59 of 119 real files
    AT_LEAST = "at_least"


class PageNumberForm(StrEnum):
    """How the number of the page stands in the header."""

    PLAIN = "plain"
    SDT = "sdt"
    FRAME = "frame"
    SIMPLE = "simple"


class RecipientsForm(StrEnum):
    """How the list of recipients is typed."""

    PLAIN = "plain"
    WITH_LABEL = "with_label"  # the first item in the paragraph of "Nơi nhận:"
    BROKEN = "broken"  # two items in one paragraph, parted by a w:br


@dataclass(frozen=True, slots=True)
class Shape:
    """One way of writing. rows, columns: of the head as a table; three columns have an empty one in the middle.

    wide: the head is wider than the text area, with a negative indent. apart: lines are anchored in an empty paragraph
    below. drafter: name of the drafter as subscript in the last recipient line. split: texts lie in several runs.
    litter: bookmarks, spelling marks, rsids, smart tags. indent_by_tab: first lines begin with a tab. empty_gaps: the
    gaps of running text are empty paragraphs. compatibility: mode of Word. stale: old headers that are not in force.
    """

    name: str = "clean"
    head: HeadForm = HeadForm.TABLE
    rows: int = 2
    columns: int = 2
    wide: bool = False
    line: LineForm = LineForm.ALTERNATE
    apart: bool = False
    fonts: FontForm = FontForm.STYLES
    spacing: SpacingForm = SpacingForm.AS_LAID
    recipients: RecipientsForm = RecipientsForm.PLAIN
    drafter: str = ""
    automatic_dashes: bool = False
    page_number: PageNumberForm = PageNumberForm.PLAIN
    nfd: bool = False
    split: bool = False
    litter: bool = False
    indent_by_tab: bool = False
    empty_gaps: bool = False
    compatibility: int = 15
    stale: bool = False


CLEAN: Final = Shape()
_TYPED: Final = replace(CLEAN, fonts=FontForm.RUNS, page_number=PageNumberForm.SDT, litter=True)

SHAPES: Final[tuple[Shape, ...]] = (
    CLEAN,
    replace(_TYPED, name="table-1x2", rows=1),
    replace(_TYPED, name="table-3x3", rows=3, columns=3, wide=True, apart=True, compatibility=14),
    replace(_TYPED, name="table-4x3", rows=4, columns=3, wide=True, apart=True, fonts=FontForm.RUNS_OVER_THEME),
    replace(_TYPED, name="table-4x2", rows=4, wide=True, fonts=FontForm.VNTIME, compatibility=11),
    replace(_TYPED, name="table-3x2", rows=3, apart=True, line=LineForm.DRAWING, split=True),
    replace(_TYPED, name="table-2x3", rows=2, columns=3, line=LineForm.VML),
    replace(_TYPED, name="tabs", head=HeadForm.TABS, page_number=PageNumberForm.SIMPLE),
    replace(_TYPED, name="breaks", head=HeadForm.BREAKS, wide=True),
    replace(_TYPED, name="underscores", rows=1, line=LineForm.UNDERSCORES),
    replace(CLEAN, name="paragraph-border", line=LineForm.PARAGRAPH_BORDER),
    replace(_TYPED, name="cell-border", line=LineForm.CELL_BORDER),
    replace(CLEAN, name="defaults", fonts=FontForm.DEFAULTS, rows=1, page_number=PageNumberForm.SIMPLE),
    replace(CLEAN, name="theme", fonts=FontForm.THEME, rows=1, litter=True),
    replace(_TYPED, name="exact", rows=1, spacing=SpacingForm.EXACT, drafter="Mẫu", wide=True),
    replace(_TYPED, name="at-least", rows=1, spacing=SpacingForm.AT_LEAST, recipients=RecipientsForm.WITH_LABEL),
    replace(_TYPED, name="automatic-dashes", automatic_dashes=True, page_number=PageNumberForm.FRAME),
    replace(_TYPED, name="broken-recipients", rows=1, recipients=RecipientsForm.BROKEN, indent_by_tab=True),
    replace(_TYPED, name="empty-gaps", rows=3, columns=3, empty_gaps=True, stale=True, apart=True),
)
SHAPE_NAMES: Final[dict[str, Shape]] = {shape.name: shape for shape in SHAPES}

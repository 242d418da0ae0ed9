"""Lines of a page from its texts, and paragraphs from lines: by baseline, by the gaps between words, by indents."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from motcua.engines.decree30.pdf.objects import Page, Stroke, Text

SAME_LINE: Final = 3.0  # points between baselines of one line (a raised letter stands higher)
APART: Final = 2.2  # heights of a letter: a wider gap parts two columns
INDENT: Final = 12.0  # points: a line that begins further in begins a paragraph
SHORT_OF: Final = 24.0  # points: a line that ends before the margin ends a paragraph
MIDDLE: Final = 7.0  # points off the middle that still are the middle
FIRST_LINE: Final = 36.0  # points: 1.27 cm
UPRIGHT_EDGES: Final = (90.0, 548.0)  # points: 30–35 mm on the left, 15–20 mm on the right of A4
ENOUGH: Final = 4  # long lines that tell the edges
OVERHANG: Final = 8.0  # points: marks may hang out of the edge by less
MARGIN: Final = 64.0  # points: 22.5 mm
UPRIGHT: Final = 700.0  # points: a wider page is turned
WIDER: Final = 1.35  # times the usual pitch: more room between two lines parts paragraphs


@dataclass(slots=True)
class Line:
    """Texts on one baseline, left to right; stretches are what wide gaps part."""

    page: int
    y: float
    stretches: list[list[Text]]
    strokes: list[Stroke] = field(default_factory=list)

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.stretches[0][0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return self.stretches[-1][-1].x1

    @property
    def size(self) -> float:
        """Size of its largest letters."""
        return max(text.size for stretch in self.stretches for text in stretch)

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(text.text for stretch in self.stretches for text in stretch)


def lines_of(page: Page, number: int) -> list[Line]:
    """Lines from the top down."""
    rows: list[list[Text]] = []
    for text in sorted(page.texts, key=lambda one: (one.y, one.x0)):
        home = next((row for row in rows[-4:] if abs(row[0].y - text.y) <= SAME_LINE), None)
        if home is None:
            rows.append([text])
        else:
            home.append(text)
    lines = [Line(number, row[0].y, _stretches(sorted(row, key=lambda one: one.x0))) for row in rows]
    for stroke in page.strokes:
        above = [line for line in lines if line.y <= stroke.y + 1 and _meets(line, stroke)]
        if above:
            above[-1].strokes.append(stroke)
    return lines


def _meets(line: Line, stroke: Stroke) -> bool:
    return any(stretch[0].x0 - 2 <= (stroke.x0 + stroke.x1) / 2 <= stretch[-1].x1 + 2 for stretch in line.stretches)


def _stretches(row: list[Text]) -> list[list[Text]]:
    found = [[row[0]]]
    for before, text in pairwise(row):
        if text.x0 - before.x1 > APART * max(before.size, text.size):
            found.append([text])
        else:
            found[-1].append(text)
    return found


@dataclass(slots=True)
class Area:
    """Where text stands on the pages: left and right edge, in points. told: lines reach the left edge itself."""

    left: float
    right: float
    told: bool = True

    @property
    def middle(self) -> float:
        """Between the edges."""
        return (self.left + self.right) / 2


def area_of(lines: list[Line], width: float) -> Area:
    """Edges of the long lines; the decree's own margins where too few lines tell.

    Where every line begins a paragraph, the left edge lies an indent of 1.27 cm before them.
    """
    long = [line for line in lines if len(line.stretches) == 1 and line.x1 - line.x0 > width / 2]
    usual = Area(MARGIN, width - MARGIN, False) if width > UPRIGHT else Area(*UPRIGHT_EDGES, False)
    if len(long) < ENOUGH:
        return usual
    rights = sorted(line.x1 for line in long)
    full = [at for at in rights if at > rights[-1] - OVERHANG]
    left, right = _left(lines, min(line.x0 for line in long), width), full[len(full) // 2]
    told = left <= usual.left + INDENT or width > UPRIGHT
    return Area(left if told else left - FIRST_LINE, max(right, usual.right - SHORT_OF), told)


def _left(lines: list[Line], of_long: float, width: float) -> float:
    """Where lines begin that go on with a paragraph: those below a long one, its short last line too."""
    below = [
        line.x0 for above, line in pairwise(lines)
        if len(above.stretches) == len(line.stretches) == 1 and above.page == line.page
        and above.x1 - above.x0 > width / 2 and above.x1 > width * 0.85
    ]  # fmt: skip
    return min(of_long, min(below, default=of_long))


def align_of_all(group: list[Line], area: Area) -> str:
    """Of a paragraph: its last line tells where its first fills the width."""
    return "center" if align_of(group[-1], area) == "center" else align_of(group[0], area)


def align_of(line: Line, area: Area) -> str:
    """ "center", "right", or "both" for what begins and ends as running text does."""
    if abs((line.x0 + line.x1) / 2 - area.middle) <= MIDDLE and line.x0 > area.left + INDENT:
        return "center"
    if line.x0 > area.middle and abs(line.x1 - area.right) <= MIDDLE:
        return "right"
    return "both"


def paragraphs_of(lines: list[Line], area: Area) -> list[list[Line]]:
    """Lines that belong together: none is set in the middle, parted, indented, or after a short or distant line."""
    found: list[list[Line]] = []
    pitch = _pitch(lines)
    for line in lines:
        above = found[-1][-1] if found else None
        if above is None or _begins(line, above, area, pitch):
            found.append([line])
        else:
            found[-1].append(line)
    return found


def _alike(line: Line, above: Line) -> bool:
    """Set in one style: a text in the middle that filled its first line goes on below."""
    one, two = line.stretches[0][0], above.stretches[-1][-1]
    return (one.size, one.bold, one.italic) == (two.size, two.bold, two.italic) and above.page == line.page


def _pitch(lines: list[Line]) -> float:
    gaps = sorted(
        below.y - above.y for above, below in pairwise(lines)
        if above.page == below.page and below.y > above.y
    )  # fmt: skip
    return gaps[len(gaps) // 3] if gaps else 18.0


def _begins(line: Line, above: Line, area: Area, pitch: float) -> bool:
    if len(line.stretches) > 1 or len(above.stretches) > 1:
        return True
    if align_of(line, area) == "center":
        return not (above.x0 < area.left + INDENT and above.x1 > area.right - SHORT_OF and _alike(line, above))
    if align_of(above, area) == "center":
        return True
    if line.x0 > area.left + INDENT or above.x1 < area.right - SHORT_OF:
        return True
    return above.page == line.page and line.y - above.y > pitch * WIDER

"""The picture of a year: of each unit and month what was planned and what took place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties

from motcua.organisations.models import Unit
from motcua.visits.models import Mode, Plan, PlannedUnit, Visit, VisitState

HELD: Final = frozenset({VisitState.OPEN, VisitState.MINUTES, VisitState.CLOSED})


@dataclass
class Cell:
    """One month of one unit. visits: those that took place, or are decided."""

    month: int
    planned: bool = False
    visits: list[Visit] = field(default_factory=list)

    @property
    def held(self) -> list[Visit]:
        """Visits that took place."""
        return [one for one in self.visits if one.state in HELD]

    @property
    def ahead(self) -> list[Visit]:
        """Decided, not begun."""
        return [one for one in self.visits if one.state not in HELD]


@dataclass
class Row:
    """A unit with its twelve months."""

    unit: Unit
    cells: list[Cell]

    @property
    def planned(self) -> bool:
        """Is it in the plan at all?"""
        return any(cell.planned for cell in self.cells)

    @property
    def missed(self) -> bool:
        """Planned, and nobody went there in the year so far."""
        return self.planned and not any(cell.held for cell in self.cells)


def calendar_of(lines: Iterable[PlannedUnit], visits: Iterable[Visit]) -> list[Row]:
    """Units that were planned or visited, by name."""
    rows: dict[int, Row] = {}

    def cell(unit: Unit, month: int) -> Cell:
        row = rows.setdefault(unit.pk, Row(unit, [Cell(number) for number in range(1, 13)]))
        return row.cells[month - 1]

    for line in lines:
        cell(line.unit, line.month).planned = True
    for visit in visits:
        cell(visit.unit, visit.begins_on.month).visits.append(visit)
    return sorted(rows.values(), key=lambda row: (row.unit.sort_key, row.unit.pk))


def calendar_book(plan: Plan, rows: Sequence[Row]) -> Workbook:
    """A row a unit, a column a month: KH planned, the days of visits."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new book has one
    sheet.title = f"Lịch kiểm tra {plan.year}"
    sheet.append(["Đơn vị", *(f"Tháng {month}" for month in range(1, 13))])
    sheet.column_dimensions["A"].width = 34
    for letter in "BCDEFGHIJKLM":
        sheet.column_dimensions[letter].width = 16
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([row.unit.short_name, *(_told(cell) for cell in row.cells)])
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return book


def _told(cell: Cell) -> str:
    parts = ["KH"] if cell.planned else []
    for visit in cell.held:
        sudden = " (đột xuất)" if visit.mode == Mode.UNANNOUNCED else ""
        parts.append(f"{visit.begins_on:%d/%m}–{visit.ends_on:%d/%m}{sudden}")
    parts += [f"QĐ {visit.begins_on:%d/%m}" for visit in cell.ahead]
    return "\n".join(parts)

"""The progress of mending as XLSX: the numbers of the page, a sheet a table."""

import io
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from motcua.base.text import plain_cell
from motcua.inspection import words as told
from motcua.remedies.progress import OfUnit, Progress, enough
from motcua.remedies.queries import Pace, Week

Rows = list[list[Any]]


def progress_book(held: Progress) -> bytes:
    """Summary, weeks, units, what returns; each under a frozen head, in the reader's language."""
    book = Workbook(write_only=True)
    _sheet(book, _("Tổng hợp"), [_("Số liệu"), _("Giá trị")], _summary(held), (46, 16))
    weeks = [_("Đơn vị"), _("Đến hết ngày"), _("Đang mở"), _("Khắc phục xong"), _("Đã giải trình"), _("Bị bỏ")]
    _sheet(book, _("Theo tuần"), weeks, _weeks(held), (28, 14, 12, 16, 12, 10))
    units = [_("Đơn vị"), _("Đang mở"), _("Khắc phục xong"), *_pace_head(), _("Điểm bộ mẫu"), _("Tiêu chí đạt lại")]
    _sheet(book, _("Từng đơn vị"), units, [_unit(one) for one in held.units], (28, 12, 16, 18, 18, 18, 18, 14, 18))
    again = [_("Mã dấu hiệu"), _("Nguyên nhân"), _("Đơn vị"), _("Tái diễn")]
    _sheet(book, _("Tái diễn"), again, _again(held), (14, 50, 28, 12))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _pace_head() -> list[str]:
    return [_("Trung vị, ngày làm việc"), _("P90, ngày làm việc"), _("Trung vị, ngày lịch"), _("P90, ngày lịch")]


def _summary(held: Progress) -> Rows:
    return [
        [_("Từ ngày"), held.since], [_("Đến hết ngày"), held.weeks[-1].last_day],
        [_("Đang mở"), held.open], [_("Khắc phục xong"), held.mended], [_("Đã giải trình"), held.explained],
        [_("Bị bỏ"), held.dropped], [_("Chưa ai theo dõi"), held.untaken],
        *([name, value] for name, value in zip(_pace_head(), _pace(held.pace), strict=True)),
        [_("Điểm bộ mẫu"), held.points], [_("Căn cứ của điểm"), held.ground],
    ]  # fmt: skip


def _pace(pace: Pace) -> list[int | None]:
    """Nothing where too few were mended."""
    if not enough(pace):
        return [None] * 4
    return [pace.working_days.median, pace.working_days.p90, pace.calendar_days.median, pace.calendar_days.p90]


def _weeks(held: Progress) -> Rows:
    rows = [_week(_("Tất cả"), week) for week in held.weeks]
    return rows + [_week(unit.name, week) for unit in held.units for week in unit.weeks]


def _week(name: str, week: Week) -> list[Any]:
    return [name, week.last_day, week.open, week.mended, week.explained, week.dropped]


def _unit(one: OfUnit) -> list[Any]:
    return [one.name, one.open, one.mended, *_pace(one.pace), one.earned.points, len(one.earned.leaves)]


def _again(held: Progress) -> Rows:
    return [
        [one.signal, told.signal_of(one.signal).title.words(told.language()), name, number]
        for one in held.again for name, number in one.units
    ]  # fmt: skip


def _sheet(book: Workbook, title: str, head: list[str], rows: Rows, widths: tuple[int, ...]) -> None:
    sheet = book.create_sheet(title)
    for place, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + place)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, name) for name in head])
    for row in rows:
        sheet.append([_safe(cell) for cell in row])


def _safe(cell: Any) -> Any:
    """What a person typed is never read as a formula."""
    return plain_cell(cell) if isinstance(cell, str) else cell


def _bold(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell

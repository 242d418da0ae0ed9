"""The demands of a conclusion as a workbook."""

from collections.abc import Iterable
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font

from motcua.base.text import plain_cell
from motcua.conclusions.composing.report import Demand

HEAD: Final = (("TT", 6), ("Đơn vị", 28), ("Mã dấu hiệu", 12), ("Tồn tại", 36), ("Số lượng", 10), ("Yêu cầu", 60),
               ("Người chịu trách nhiệm", 28), ("Hạn", 13), ("Nguyên nhân", 40))  # fmt: skip


def demands_book(demands: Iterable[Demand]) -> Workbook:
    """A row a demand, under a frozen head with filters."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new book has one
    sheet.title = "Yêu cầu khắc phục"
    sheet.append([name for name, _ in HEAD])
    for at, (_, width) in enumerate(HEAD):
        sheet.column_dimensions[chr(65 + at)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for at, one in enumerate(demands, start=1):
        unit, cause = plain_cell(one.unit_name), plain_cell(one.cause)
        sheet.append([at, unit, one.signal, one.title, one.number, one.remedy, one.owner, one.due_on, cause])
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return book

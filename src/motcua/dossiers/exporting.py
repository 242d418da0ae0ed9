"""Lists as XLSX and CSV: rows in, a file out, memory flat. What a person typed is text, never a formula."""

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE as ILLEGAL

from motcua.base.clock import VIETNAM
from motcua.base.text import Text, plain_cell
from motcua.dossiers import rules
from motcua.dossiers.models import Dossier
from motcua.dossiers.standing import outcome_of

SHEET_ROWS: Final = 1_000_000  # a sheet of Excel takes 1,048,576

COLUMNS: Final[tuple[tuple[Text, Callable[[Dossier], Any]], ...]] = (
    (Text("Mã hồ sơ", "Code"), lambda d: d.ref),
    (Text("Số trong sổ", "Register"), lambda d: f"{d.register_number}/{d.register_year}" if d.register_number else ""),
    (Text("Mã thủ tục", "Procedure code"), lambda d: d.procedure.procedure.code),
    (Text("Thủ tục", "Procedure"), lambda d: d.procedure.name),
    (Text("Người nộp", "Applicant"), lambda d: d.applicant_name),
    (Text("Địa chỉ", "Address"), lambda d: d.applicant_address),
    (Text("Điện thoại", "Telephone"), lambda d: d.applicant_telephone),
    (Text("Nơi nhận", "Received at"), lambda d: d.desk.short_name),
    (Text("Đơn vị giải quyết", "Resolved by"), lambda d: d.unit.short_name),
    (Text("Nhận lúc", "Received"), lambda d: _moment(d.accepted_at or d.submitted_at)),
    (Text("Hẹn trả", "Due"), lambda d: _moment(d.appointment)),
    (Text("Có kết quả", "Ready"), lambda d: _moment(d.resolved_at)),
    (Text("Trả lúc", "Returned"), lambda d: _moment(d.returned_at)),
    (Text("Trạng thái", "State"), lambda d: rules.NATIONAL_NAMES[rules.national_status(d.state)].vi),
    (Text("Kết quả thời hạn", "Outcome"), lambda d: rules.OUTCOMES[found].vi if (found := outcome_of(d)) else ""),
)


def rows_of(dossiers: Iterable[Dossier]) -> Iterator[list[str]]:
    """The cells of each dossier, in the order of COLUMNS."""
    for dossier in dossiers:
        yield [str(value(dossier)) for _name, value in COLUMNS]


def heads(language: str) -> list[str]:
    """The first line."""
    return [name.words(language) for name, _value in COLUMNS]


def csv_file(head: list[str], rows: Iterable[list[str]], path: Path) -> None:
    """UTF-8 with a mark, so that Excel reads Vietnamese; a text that begins like a formula gets an apostrophe."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        for row in rows:
            writer.writerow([plain_cell(cell) for cell in row])


def xlsx_file(head: list[str], rows: Iterable[list[str]], path: Path, *, sheet_rows: int = SHEET_ROWS) -> None:
    """One sheet for each million rows; every cell is text."""
    book = Workbook(write_only=True)
    sheet, count = None, 0
    for row in rows:
        if sheet is None or count == sheet_rows:
            sheet, count = book.create_sheet(), 0
            sheet.append(head)
        sheet.append([_text(sheet, cell) for cell in row])
        count += 1
    if sheet is None:
        book.create_sheet().append(head)
    book.save(path)


def _text(sheet: Any, value: str) -> Any:
    """A plain string is written as it is; one that begins like a formula is marked as text."""
    value = ILLEGAL.sub("", value)
    if not value.startswith("="):
        return value
    cell = WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell


def _moment(value: Any) -> str:
    return f"{value.astimezone(VIETNAM):%H:%M %d/%m/%Y}" if value else ""


WRITERS: Final = {"csv": csv_file, "xlsx": xlsx_file}
TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def scratch(suffix: str) -> Path:
    """A file of our own to write into before it goes to the storage."""
    with tempfile.NamedTemporaryFile(prefix="motcua-", suffix=f".{suffix}", delete=False) as file:
        return Path(file.name)


def as_bytes(head: list[str], rows: Iterable[list[str]]) -> bytes:
    """A small XLSX in memory, for lists that fit a page."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(head)
    for row in rows:
        sheet.append([_text(sheet, cell) for cell in row])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()

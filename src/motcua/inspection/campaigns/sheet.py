"""The list of inspected documents as XLSX (danh mục văn bản đã kiểm tra); columns ours [C]."""

import io
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from motcua.base.text import Text, plain_cell
from motcua.inspection import campaign_queries as queries
from motcua.inspection.models import Campaign, Reviewed

COLUMNS: Final = (
    (Text("TT", "No."), 6), (Text("Đơn vị ban hành", "Issued by"), 26), (Text("Số", "Number"), 8),
    (Text("Ký hiệu", "Symbol"), 16), (Text("Loại văn bản", "Type"), 16), (Text("Trích yếu", "Subject"), 50),
    (Text("Người ký", "Signer"), 22), (Text("Ngày ban hành", "Issued on"), 13), (Text("Kết quả máy", "Machine"), 14),
    (Text("Quy tắc bị vi phạm", "Rules broken"), 34), (Text("Cảnh báo", "Warnings"), 34),
    (Text("Đối chiếu nội dung", "Content"), 20), (Text("Được rút mẫu", "Drawn"), 9), (Text("Kết luận", "Verdict"), 22),
    (Text("Hình thức xử lý", "Handling"), 18), (Text("Hạn xử lý", "Deadline"), 12), (Text("Xử lý xong", "Done on"), 12),
    (Text("Tệp (SHA-256)", "File (SHA-256)"), 20),
)  # fmt: skip


def workbook(campaign: Campaign, language: str) -> bytes:
    """Every document in its order; rows are streamed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh mục" if language == "vi" else "Documents")
    for place, (_head, width) in enumerate(COLUMNS):
        sheet.column_dimensions[chr(65 + place)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([_bold(sheet, head.words(language)) for head, _width in COLUMNS])
    for row in queries.of_campaign(campaign).iterator(2000):
        sheet.append(_cells(row))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _cells(row: Reviewed) -> list[Any]:
    document = row.document
    machine = row.get_outcome_display() + (f": {row.why_unreadable}" if row.error else "")
    typed = [plain_cell(one) for one in (
        document.unit.name, document.symbol, document.document_type, document.subject, document.signer)]  # fmt: skip
    return [
        row.place, typed[0], document.number, *typed[1:], document.issued_on, machine, ", ".join(row.rules),
        ", ".join(row.warnings), ", ".join(row.content), "x" if row.sampled else "",
        row.get_verdict_display() if row.verdict else "", row.get_handling_display() if row.handling else "",
        row.due_on, row.done_on, row.sha256,
    ]  # fmt: skip


def _bold(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell

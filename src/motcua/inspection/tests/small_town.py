"""A folder of a few documents with its index, for the tests of campaigns."""

from dataclasses import replace
from pathlib import Path

from openpyxl import Workbook

from motcua.documents.tests.samples import MOTTO, NARROW
from motcua.engines.decree30.corpus.cases import Change
from motcua.engines.decree30.writing import docx
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.samples import SAMPLES

HEADS = ("Tệp", "Đơn vị", "Số", "Ký hiệu", "Loại văn bản", "Trích yếu", "Người ký", "Ngày ban hành", "Hình thức")


def decision(number: int, *changes: Change) -> bytes:
    """The sample decision under another number."""
    sheet = lay_out(replace(SAMPLES["QĐ"], number=str(number)))
    for change in changes:
        change(sheet)
    return docx.write(sheet)


def lay(folder: Path, unit: str, count: int = 12) -> Path:
    """`count` decisions numbered from 1, every third with a narrow margin, one unreadable, one under another number.

    The index is beside the folder.
    """
    folder.mkdir(parents=True)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADS)
    for number in range(1, count + 1):
        changes = (NARROW, MOTTO) if number % 3 == 0 else ()
        data = b"" if number == 4 else decision(number + 100 if number == 5 else number, *changes)
        (folder / f"{number:03d}.docx").write_bytes(data)
        month = 1 + number % 3
        sheet.append((f"{number:03d}.docx", unit, number, "QĐ-UBND", "Quyết định", f"Việc {number}", "Mẫu",
                      f"10/{month:02d}/2026", "electronic"))  # fmt: skip
    index = folder.parent / "index.xlsx"
    book.save(index)
    return index

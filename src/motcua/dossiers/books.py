"""The register as rows: for the page, the print and the sheet; and a paper book read from a file."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from openpyxl import load_workbook

from motcua.base.clock import VIETNAM
from motcua.dossiers.commands.registers import CELLS
from motcua.dossiers.errors import BookUnreadable
from motcua.dossiers.models import Dossier, PaperEntry, RegisterBook
from motcua.dossiers.official.facts import RegisterRow
from motcua.processes.models import StepKind

VOLUME: Final = 1000  # numbers in a printed volume (docs/papers.md)
MOST_LINES: Final = 50_000
MOST_BYTES: Final = 20 * 2**20
HEADS: Final = (
    "Số thứ tự", "Mã hồ sơ", "Tên TTHC", "Số lượng (bộ)", "Tên cá nhân, tổ chức", "Địa chỉ, số điện thoại",
    "Cơ quan chủ trì", "Ngày nhận", "Ngày hẹn trả", "Ngày chuyển", "Ngày nhận kết quả", "Ngày trả",
    "Phương thức nhận", "Ghi chú",
)  # fmt: skip


def row_of(dossier: Dossier) -> RegisterRow:
    """The line of one dossier. Its tasks and returns came along with it."""
    steps = list(dossier.tasks.all())
    forwarded = next((t.closed_at for t in steps if t.kind == StepKind.FORWARD and t.outcome == "done"), None)
    came_back = next((t.opened_at for t in steps if t.kind == StepKind.RETURN and t.counts), None)
    returned = next((r for r in dossier.return_records.all() if r.undone_at is None), None)
    contact = ", ".join(part for part in (dossier.applicant_address, dossier.applicant_telephone) if part)
    return RegisterRow(
        number=dossier.register_number or 0, code=dossier.ref, procedure=dossier.procedure.name,
        applicant=dossier.applicant_name, received=dossier.accepted_at or dossier.submitted_at, contact=contact,
        lead_unit=dossier.unit.short_name, appointment=dossier.appointment, forwarded=forwarded, came_back=came_back,
        returned=dossier.returned_at, return_way=str(returned.get_way_display()) if returned else "",
        signed_by=returned.taken_by if returned else "", note="",
    )  # fmt: skip


def cells_of(book: RegisterBook, dossiers: Iterable[Dossier]) -> Iterator[list[str]]:
    """All lines of the book in order of their numbers, those of the paper book among them."""
    paper = {entry.number: entry for entry in book.paper_entries.order_by("number")}
    for dossier in dossiers:
        for number in sorted(number for number in paper if number < (dossier.register_number or 0)):
            yield _paper_cells(paper.pop(number))
        yield _cells(row_of(dossier))
    for number in sorted(paper):
        yield _paper_cells(paper[number])


def _cells(row: RegisterRow) -> list[str]:
    days = [
        f"{moment.astimezone(VIETNAM):%d/%m/%Y}" if moment else ""
        for moment in (row.received, row.appointment, row.forwarded, row.came_back, row.returned)
    ]
    return [str(row.number), row.code, row.procedure, f"{row.sets:02d}", row.applicant, row.contact, row.lead_unit,
            *days, row.return_way, row.note]  # fmt: skip


def _paper_cells(entry: PaperEntry) -> list[str]:
    return [str(entry.number), entry.code, *(str(entry.cells.get(name, "")) for name in CELLS)]


def read_book(name: str, content: bytes) -> Sequence[Mapping[str, str]]:
    """The lines of a paper book from XLSX or CSV with HEADS as its first line. Raises BookUnreadable."""
    if len(content) > MOST_BYTES:
        raise BookUnreadable(why="tệp lớn hơn 20 MB")
    table = _xlsx(content) if content.startswith(b"PK") else _csv(content)
    try:
        head = [str(cell or "").strip() for cell in next(table)]
        if head[: len(HEADS)] != list(HEADS):
            raise BookUnreadable(why=f"dòng đầu phải là: {', '.join(HEADS)}")
        rows = []
        for line in table:
            if any(line):
                rows.append(dict(zip(("number", "code", *CELLS), (str(c or "") for c in line), strict=False)))
            if len(rows) > MOST_LINES:
                raise BookUnreadable(why="nhiều hơn 50.000 dòng")
    except StopIteration:
        raise BookUnreadable(why="tệp trống") from None
    except (UnicodeDecodeError, csv.Error):
        raise BookUnreadable(why="không phải XLSX hay CSV UTF-8") from None
    return rows


def _csv(content: bytes) -> Iterator[Sequence[object]]:
    yield from csv.reader(io.StringIO(content.decode("utf-8-sig")))


def _xlsx(content: bytes) -> Iterator[Sequence[object]]:
    """Rows of the first sheet; an archive that would unpack to more than ten times what we take is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(item.file_size for item in archive.infolist()) > 10 * MOST_BYTES:
                raise BookUnreadable(why="tệp nén quá lớn")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise BookUnreadable(why="không phải tệp XLSX") from None
    yield from book.worksheets[0].iter_rows(values_only=True)

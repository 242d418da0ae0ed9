"""Files of procedures, distrusted: recognised by content, bounded in size, read row by row."""

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from motcua.base import sheets
from motcua.base.errors import UserError

MOST_BYTES: Final = 256 * 2**20  # of the file, and of what it unpacks to
PIECE: Final = 2**20
COMMUNE_COLUMNS: Final = (
    "code", "name", "field", "levels", "decision", "kind", "limit_online", "limit_postal", "limit_direct",
)  # fmt: skip


class ImportFault(UserError):
    """The file as a whole cannot be read; nothing was imported."""

    vi = "Không nhập được tệp {file}: {why_vi}"
    en = "The file {file} cannot be imported: {why}"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A recognised file: which source it is of, and its rows with their numbers (the first is 1)."""

    source: str
    rows: list[tuple[int, Mapping[str, Any] | str]]  # a text is a line that is no row, with what is wrong with it


def read(path: Path) -> SourceFile:
    """Recognise and read a file: JSON lines (gzip or not), CSV or XLSX. Raises ImportFault."""
    content = _bounded(path)
    if content.startswith(b"PK"):
        return SourceFile("commune", _numbered(_xlsx(path, content), path))
    text = _text(path, content)
    if text.lstrip().startswith("{"):
        return _json_lines(path, text)
    return SourceFile("commune", _numbered(csv.reader(io.StringIO(text)), path))


def _fault(path: Path, vi: str, en: str) -> ImportFault:
    return ImportFault(file=path.name, why_vi=vi, why=en)


def _bounded(path: Path) -> bytes:
    """The bytes of the file, unpacked where it is gzip, never more than MOST_BYTES."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path, "rb") if packed else path.open("rb") as source:
            pieces, size = [], 0
            while piece := source.read(PIECE):
                size += len(piece)
                if size > MOST_BYTES:
                    raise _fault(path, "lớn hơn 256 MB.", "it is larger than 256 MB.")
                pieces.append(piece)
    except (OSError, EOFError) as error:
        raise _fault(path, f"không đọc được ({error}).", f"it cannot be read ({error}).") from error
    if not size:
        raise _fault(path, "tệp rỗng.", "it is empty.")
    return b"".join(pieces)


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(path, "không phải văn bản UTF-8.", "it is not UTF-8 text.") from error


def _json_lines(path: Path, text: str) -> SourceFile:
    rows: list[tuple[int, Mapping[str, Any] | str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            rows.append((number, "dòng không phải JSON / not JSON"))
            continue
        rows.append((number, row if isinstance(row, dict) else "không phải một đối tượng / not an object"))
    first = next((row for _, row in rows if isinstance(row, dict)), {})
    if "channels" in first:
        return SourceFile("full", rows)
    if "departments" in first:
        return SourceFile("catalogue", rows)
    raise _fault(path, "không nhận ra nguồn của dữ liệu.", "its source is not recognised.")


def _xlsx(path: Path, content: bytes) -> Iterator[list[str]]:
    """Cells of the first sheet as text."""
    try:
        for row in sheets.rows(io.BytesIO(content), MOST_BYTES, values=True):
            yield ["" if cell is None else str(cell) for cell in row]
    except sheets.BadSheet as error:
        raise _fault(path, error.vi, error.en) from error


def _numbered(lines: Iterable[list[str]], path: Path) -> list[tuple[int, Mapping[str, Any] | str]]:
    """Rows by the names of the first line; all nine columns have to be there. The first row below is 1."""
    try:
        found = iter(lines)
        head = [cell.strip() for cell in next(found, [])]
        if missing := [name for name in COMMUNE_COLUMNS if name not in head]:
            text = ", ".join(missing)
            raise _fault(path, f"thiếu cột {text}.", f"columns are missing: {text}.")
        rows: list[tuple[int, Mapping[str, Any] | str]] = []
        for number, cells in enumerate(found, start=1):
            if not any(cells):
                continue
            row = dict(zip(head, cells, strict=False))
            whole = len(cells) == len(head)
            rows.append(
                (number, {k: row[k] for k in COMMUNE_COLUMNS} if whole else "sai số cột / wrong number of columns")
            )
    except csv.Error as error:
        raise _fault(path, f"không phải CSV ({error}).", f"it is not CSV ({error}).") from error
    return rows

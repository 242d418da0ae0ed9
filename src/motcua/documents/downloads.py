"""What is taken away from a check: reports of the engine's own forms, mended copies in a zip."""

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from django.http import FileResponse, HttpResponse

from motcua.base.errors import UserError
from motcua.documents import judging, queries
from motcua.documents.commands.mend import fixed_name, offered
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.engines.decree30.output import page, sheet
from motcua.engines.decree30.output.summary import Summary

TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
NOTES: Final = "khong-sua.txt"


def _language(language: str) -> str:
    return "en" if language.startswith("en") else "vi"


def workbook(rows: Iterable[CheckedFile], language: str) -> bytes:
    """Findings and rules as XLSX."""
    return sheet.document((judging.as_object(row) for row in rows), Summary(), _language(language))


def report(row: CheckedFile, form: str, language: str) -> bytes:
    """The report of one file: html, json or xlsx."""
    if form == "xlsx":
        return workbook([row], language)
    held = judging.as_object(row)
    if form == "json":
        return (json.dumps(held, ensure_ascii=False) + "\n").encode()
    profile = row.check_of.profile_name
    return "".join(page.document([held], Summary(), _language(language), profile)).encode()


def attached(data: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be saved: never shown by the browser, never kept by a proxy."""
    answer = FileResponse(io.BytesIO(data), content_type=kind, as_attachment=True, filename=name)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]


class _Sink(io.RawIOBase):
    """Takes what a zip writes and gives it on; it cannot be gone back in."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self.held += piece
        return len(piece)

    def taken(self) -> bytes:
        """What was written since."""
        piece = bytes(self.held)
        self.held.clear()
        return piece


def fixed_archive(check: FormatCheck, now: datetime) -> Iterator[bytes]:
    """Safe mends only, one file in memory at a time; a note at the end names what was not mended, and why."""
    sink, used, notes = _Sink(), set[str](), []
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for row in queries.every_file(check):
            data, why = _mended(row, now)
            if data is None:
                notes.append(f"{row.name}: {why}")
                continue
            archive.writestr(_free(fixed_name(row.name), used), data)
            yield sink.taken()
        if notes:
            archive.writestr(NOTES, "\n".join(notes) + "\n")
    yield sink.taken()


def _mended(row: CheckedFile, now: datetime) -> tuple[bytes | None, str]:
    if row.error:
        return None, row.error
    if not row.mendable:
        return None, "không có gì để sửa an toàn"
    try:
        return offered(row, now=now).data, "không có gì để sửa an toàn"
    except UserError as error:
        return None, error.words("vi")


def _free(name: str, used: set[str]) -> str:
    """A name inside the zip that leads nowhere else and was not used."""
    parts = [part for part in re.split(r"[/\\]+", name) if part not in {"", ".", ".."} and ":" not in part]
    plain = "/".join(parts) or "van-ban.fixed.docx"
    head, _, tail = plain.partition(".fixed.")
    number = 1
    while plain in used:
        number += 1
        plain = f"{head} ({number}).fixed.{tail}"
    used.add(plain)
    return plain

"""Drawing the pages of a checked document, where LibreOffice is installed: asked by a person, done by a job."""

from datetime import datetime
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from pypdfium2 import PdfiumError

from motcua.base.errors import NotFound
from motcua.documents import drawing, keeping, queries
from motcua.documents.models import CheckedFile
from motcua.engines.decree30 import convert
from motcua.engines.decree30.check import checked
from motcua.engines.decree30.errors import Unreadable
from motcua.events.commands import record

GROUND: Final = "NĐ 30/2020/NĐ-CP Phụ lục I"


@transaction.atomic
def ask_pages(file_id: int, *, by: Any, now: datetime) -> CheckedFile:
    """Order images of the pages; who asked once asked for all. Raises NotFound."""
    row = queries.file(file_id, user=by, now=now)
    if not row.kept or convert.converter() is None:
        raise NotFound
    locked = CheckedFile.objects.select_for_update(no_key=True).only("drawn").get(pk=row.pk)
    if locked.drawn is None or locked.drawn["state"] == "failed":
        row.drawn = {"state": "asked"}
        row.save(update_fields=["drawn"])
        data = {"check": row.check_of_id, "file": row.pk}
        record("format_check.pages_asked", f"format_checks:{by.pk}", by=by, at=now, ground=GROUND, data=data)
    return row


def draw(file_id: int) -> None:
    """Lay out, draw and store the pages; a document swept meanwhile, or drawn already, is left."""
    row = CheckedFile.objects.select_related("check_of").filter(pk=file_id).first()
    if row is None or not row.kept or (row.drawn or {}).get("state") == "done":
        return
    data = keeping.read(row.check_of, row.kept)
    try:
        pdf = data if data.startswith(b"%PDF-") else convert.converted(data, ".docx", "pdf")
        pages = [_store(row, number, image, page) for number, (image, page) in _drawn(row, data, pdf)]
        row.drawn = {"state": "done", "pages": pages}
    except (Unreadable, PdfiumError):
        row.drawn = {"state": "failed"}
    row.save(update_fields=["drawn"])


def _drawn(row: CheckedFile, data: bytes, pdf: bytes) -> Any:
    layout = checked(data).layout
    marked = {index for one in row.findings for index in one["paragraphs"]}
    texts = {} if layout is None else {one.index: one.text for one in layout.document.paragraphs}
    return enumerate(drawing.pages_of(pdf, texts, marked), start=1)


def _store(row: CheckedFile, number: int, image: bytes, page: dict[str, Any]) -> dict[str, Any]:
    place = image_path(row, number)
    default_storage.delete(place)
    default_storage.save(place, ContentFile(image))
    return page


def image_path(row: CheckedFile, number: int) -> str:
    """Where the image of a page lies; number: from 1."""
    return keeping.path_of(row.check_of, f"{row.pk}-{number}.png")

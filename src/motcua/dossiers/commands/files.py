"""Files: stored by content, typed by content, bounded, hung to a dossier."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, Final

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from motcua.base.vietnamese import nfc
from motcua.dossiers import policy, queries
from motcua.dossiers.errors import FileEmpty, FileNotTaken, FileTooLarge
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Attachment, Blob, Dossier, PaperHandedIn
from motcua.events.commands import record

# Type by content, never by name. SVG, HTML and office files are not taken: a browser would run them.
MAGIC: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is already stored: its content's SHA-256 in hex and the name it came with."""

    sha256: str
    name: str


def keep(upload: "UploadedFile[bytes]") -> KeptFile:
    """Store an uploaded file by its content. Raises FileTooLarge, FileEmpty, FileNotTaken; then nothing is stored."""
    name = nfc((upload.name or "tệp").replace("/", "_").replace("\\", "_"))[-200:]
    most = settings.DOSSIER_FILE_MAX_BYTES
    if upload.size is None or upload.size > most:
        raise FileTooLarge(name=name, most=most // 2**20)
    content = _read(upload, most)
    if not content:
        raise FileEmpty(name=name)
    media_type = next((kind for magic, kind in MAGIC if content.startswith(magic)), None)
    if media_type is None:
        raise FileNotTaken(name=name)
    digest = hashlib.sha256(content).hexdigest()
    if not Blob.objects.filter(pk=digest).exists():
        if not default_storage.exists(path_of(digest)):
            default_storage.save(path_of(digest), ContentFile(content))
        Blob.objects.get_or_create(pk=digest, defaults={"size": len(content), "media_type": media_type})
    return KeptFile(digest, name)


def path_of(sha256: str) -> str:
    """Where a content lies in the storage."""
    return f"blobs/{sha256[:2]}/{sha256}"


def content_of(sha256: str) -> IO[bytes]:
    """Open a stored content for reading."""
    return default_storage.open(path_of(sha256))


def attach(
    dossier: Dossier, file: KeptFile, *, paper: PaperHandedIn | None, by: Any, now: datetime,
    purpose: str = Attachment.Purpose.PAPER,
) -> Attachment:  # fmt: skip
    """Hang a stored file to a dossier, inside the caller's transaction and event."""
    return Attachment.objects.create(
        dossier=dossier,
        paper=paper,
        purpose=purpose,
        blob_id=file.sha256,
        name=file.name,
        added_at=now,
        added_by=by,
    )


@transaction.atomic
def add_files(ref: str, *, files: Iterable[KeptFile], by: Any, now: datetime, seen: int) -> Dossier:
    """Add files to an open dossier. Raises NotFound, Stale, NotPermitted."""
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(policy.Action.ATTACH, by, dossier, now)
    added = [attach(dossier, file, paper=None, by=by, now=now) for file in files]
    dossier.version, dossier.undo = dossier.version + 1, None
    dossier.save(update_fields=["version", "undo"])
    data = {"files": [row.name for row in added], "sha256": [row.blob_id for row in added]}
    ground = ONE_STOP.on(dossier.law_date).receive.ground
    record("dossier.files_added", dossier.stream, by=by, at=now, ground=ground, data=data)
    return dossier


def _read(upload: "UploadedFile[bytes]", most: int) -> bytes:
    """All bytes, in pieces, never more than `most`: the size a client states is not believed."""
    pieces, size = [], 0
    for piece in upload.chunks():
        size += len(piece)
        if size > most:
            raise FileTooLarge(name=upload.name, most=most // 2**20)
        pieces.append(piece)
    return b"".join(pieces)

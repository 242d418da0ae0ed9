"""Files of checks in the storage: in a folder of the check, by content, bounded; zips read member by member."""

import hashlib
import io
import zipfile
from collections.abc import Container, Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import IO, Any, Final

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile

from motcua.base.vietnamese import nfc
from motcua.documents.errors import ArchiveTooLarge
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.engines.decree30.errors import Broken, Protected, TooBig, Unreadable
from motcua.engines.decree30.files import LOCK, READ
from motcua.engines.decree30.reading.package import MOST_MEMBERS

MB: Final = 2**20
PACKAGES: Final = frozenset({"[Content_Types].xml", "mimetype"})  # one in every .docx and .odt, none in a plain zip


def path_of(check: FormatCheck, sha256: str) -> str:
    """Where a content lies in the storage."""
    return f"checks/{check.folder}/{sha256}"


def name_of(upload: "UploadedFile[bytes]") -> str:
    """The name it came with, without folders, bounded."""
    return nfc((upload.name or "tệp").replace("/", "_").replace("\\", "_"))[-200:]


def keep(check: FormatCheck, data: bytes) -> str:
    """Store a content once in its check; its SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    if not default_storage.exists(path_of(check, digest)):
        default_storage.save(path_of(check, digest), ContentFile(data))
    return digest


def keep_archive(check: FormatCheck, upload: "UploadedFile[bytes]") -> str:
    """Store a zip without taking it into memory. Raises ArchiveTooLarge."""
    digest, size, most = hashlib.sha256(), 0, settings.CHECK_ARCHIVE_MAX_BYTES
    for piece in upload.chunks():
        digest.update(piece)
        size += len(piece)
        if size > most:
            raise ArchiveTooLarge(name=name_of(upload), most=most // MB)
    if not default_storage.exists(path_of(check, digest.hexdigest())):
        upload.seek(0)
        default_storage.save(path_of(check, digest.hexdigest()), File(upload))
    return digest.hexdigest()


def read(check: FormatCheck, sha256: str) -> bytes:
    """A stored content."""
    with default_storage.open(path_of(check, sha256)) as file:
        return bytes(file.read())


def drop(check: FormatCheck, sha256: str) -> None:
    """Remove one content."""
    default_storage.delete(path_of(check, sha256))


def drop_all(folder: str) -> None:
    """Remove whatever lies in the folder of a check, images of pages too."""
    place = f"checks/{folder}"
    if not default_storage.exists(place):
        return
    _, files = default_storage.listdir(place)
    for name in files:
        default_storage.delete(f"{place}/{name}")
    default_storage.delete(place)


def folders_unnamed(named: Container[str], before: datetime) -> list[str]:
    """Folders of checks that nothing names, all of whose files were written before this moment."""
    if not default_storage.exists("checks"):
        return []
    found, _ = default_storage.listdir("checks")
    return [folder for folder in found if folder not in named and _last_written(folder) < before]


def _last_written(folder: str) -> datetime:
    _, files = default_storage.listdir(f"checks/{folder}")
    moments = [default_storage.get_modified_time(f"checks/{folder}/{name}") for name in files]
    return max(moments, default=datetime.min.replace(tzinfo=UTC))


def uploaded(upload: "UploadedFile[bytes]") -> bytes:
    """All bytes of an uploaded document; the size a client states is not believed. Raises TooBig."""
    most, pieces, size = settings.CHECK_FILE_MAX_BYTES, [], 0
    for piece in upload.chunks():
        size += len(piece)
        if size > most:
            raise TooBig(megabytes=max(size, upload.size or 0) // MB, most=most // MB)
        pieces.append(piece)
    return b"".join(pieces)


def members(upload: "UploadedFile[bytes]") -> list[str] | None:
    """Documents in a zip, by name; None where the file is none: then it is checked as a document.

    Word's own lock files and what a Mac adds are left out.
    """
    upload.seek(0)
    if upload.read(4) != b"PK\x03\x04":
        upload.seek(0)
        return None
    try:
        with zipfile.ZipFile(upload) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    finally:
        upload.seek(0)
    if PACKAGES & set(names):
        return None
    return sorted(name for name in names if _is_document(name))[: MOST_MEMBERS + 1]


def unpacked(data: bytes) -> int:
    """Bytes of the texts in a package, as it states them; 0 for what is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(info.file_size for info in archive.infolist() if info.filename.endswith(".xml"))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 0


def _is_document(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = path.name.startswith((LOCK, ".")) or "__MACOSX" in path.parts
    return path.suffix.lower() in READ and not hidden


class Contents:
    """Reads the files of one check, one after the other; the zip in which they wait is opened once."""

    def __init__(self, check: FormatCheck) -> None:
        self.check = check
        self._opened: tuple[str, IO[Any], zipfile.ZipFile] | None = None

    def of(self, row: CheckedFile) -> bytes:
        """The bytes that were given. Raises Unreadable for a member that does not come out of its zip."""
        if not row.archive:
            return read(self.check, row.sha256)
        try:
            return self._member(row)
        except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError, EOFError, ValueError) as why:
            if isinstance(why, Unreadable):
                raise
            raise Broken(why="không lấy được tệp ra khỏi gói .zip") from why

    def _member(self, row: CheckedFile) -> bytes:
        archive, most = self._archive(row.archive), settings.CHECK_FILE_MAX_BYTES
        info = archive.getinfo(row.member)
        if info.flag_bits & 0x1:
            raise Protected
        if info.file_size > most:
            raise TooBig(megabytes=info.file_size // MB, most=most // MB)
        with archive.open(info) as part:
            data = part.read(most + 1)
        if len(data) > most:
            raise TooBig(megabytes=len(data) // MB, most=most // MB)
        return data

    def _archive(self, sha256: str) -> zipfile.ZipFile:
        if self._opened is None or self._opened[0] != sha256:
            self.close()
            file = default_storage.open(path_of(self.check, sha256))
            self._opened = (sha256, file, zipfile.ZipFile(file))
        return self._opened[2]

    def close(self) -> None:
        """Close the zip."""
        if self._opened is not None:
            self._opened[2].close()
            self._opened[1].close()
            self._opened = None


def archives(check: FormatCheck) -> Iterator[str]:
    """Zips whose files have all been taken out by now."""
    yield from check.files.exclude(archive="").values_list("archive", flat=True).distinct()

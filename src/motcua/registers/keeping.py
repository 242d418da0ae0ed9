"""Contents of files on their way into a register, in the storage until the import is over."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, Any, Final
from uuid import uuid4

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage

from motcua.registers.errors import FileTooLarge

FOLDER: Final = "registers"
MB: Final = 2**20


def keep(file: "File[bytes]") -> tuple[str, str]:
    """Store a content; its name in the storage and its SHA-256. Raises FileTooLarge."""
    digest, size, most = hashlib.sha256(), 0, settings.REGISTER_FILE_MAX_BYTES
    for piece in file.chunks():
        digest.update(piece)
        size += len(piece)
        if size > most:
            raise FileTooLarge(most=most // MB)
    file.seek(0)
    name = uuid4().hex
    default_storage.save(f"{FOLDER}/{name}", file)
    return name, digest.hexdigest()


@contextmanager
def opened(name: str) -> Iterator[IO[Any]]:
    """A stored content, to be read from anywhere in it."""
    with default_storage.open(f"{FOLDER}/{name}") as file:
        yield file.file if hasattr(file, "file") else file  # type: ignore[misc]


def drop(name: str) -> None:
    """Remove a content."""
    if name:
        default_storage.delete(f"{FOLDER}/{name}")


def unnamed(named: set[str], before: datetime) -> list[str]:
    """Contents that no import names, written before this moment."""
    if not default_storage.exists(FOLDER):
        return []
    _, files = default_storage.listdir(FOLDER)
    return [
        name for name in files
        if name not in named and default_storage.get_modified_time(f"{FOLDER}/{name}") < before
    ]  # fmt: skip

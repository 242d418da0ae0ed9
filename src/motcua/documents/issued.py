"""Files of issued documents in the storage, by content: `issued/<SHA-256>`. A file is the same for whoever keeps it."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


def path_of(sha256: str) -> str:
    """Where a content lies in the storage."""
    return f"issued/{sha256[:2]}/{sha256}"


def keep(data: bytes) -> str:
    """Store a content once; its SHA-256. One that a crash left half written is written again."""
    digest = hashlib.sha256(data).hexdigest()
    place = path_of(digest)
    if default_storage.exists(place):
        if default_storage.size(place) == len(data):
            return digest
        default_storage.delete(place)
    stored = default_storage.save(place, ContentFile(data))
    if stored != place:  # another process was writing the same content at this moment
        default_storage.delete(stored)
    return digest


def read(sha256: str) -> bytes:
    """A stored content. Raises OSError where it is not there."""
    with default_storage.open(path_of(sha256)) as file:
        return bytes(file.read())

"""A file comes in: stored, its heads found."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.files.base import File

from motcua.base.vietnamese import nfc
from motcua.registers import keeping, policy, tables
from motcua.registers.models import ImportRun
from motcua.registers.policy import Action


def upload(name: str, file: "File[bytes]", *, file_name: str, by: Any, now: datetime) -> ImportRun:
    """Store a file for the register `name`; nothing of a refused one is left.

    Raises NotFound, NotPermitted, FileTooLarge, UnreadableFile, NoTable.
    """
    register = policy.register_for(name, Action.WRITE, by, now)
    folder, sha256 = keeping.keep(file)
    try:
        with keeping.opened(folder) as source:
            header = tables.header_of(source, register)
            expected = tables.expected(source)
        return ImportRun.objects.create(
            register=name, by=by, file_name=_name(file_name), sha256=sha256, folder=folder, header=header.number,
            heads=list(header.texts), expected=min(expected, settings.REGISTER_MOST_ROWS), asked_at=now,
        )  # fmt: skip
    except BaseException:
        keeping.drop(folder)
        raise


def _name(given: str) -> str:
    """Without folders and what cannot be shown, bounded."""
    return nfc("".join(char for char in given.replace("\\", "/").rpartition("/")[2] if char.isprintable()))[-200:]

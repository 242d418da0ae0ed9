"""Asking for a check: one small document is judged at once, everything else by a job."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from motcua.base.errors import NotPermitted
from motcua.documents import judging, keeping, policy
from motcua.documents.commands.carry_out import finish, judge_one
from motcua.documents.errors import NoFiles, NothingInArchive, Refused, TooManyFiles
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.engines.decree30.errors import BadProfile, TooBig
from motcua.events.commands import record
from motcua.organisations import queries as posts

GROUND: Final = "NĐ 30/2020/NĐ-CP Phụ lục I"
SMALL: Final = 2**20  # a document of this size, unpacked to so much, takes the engine below two seconds
SMALL_UNPACKED: Final = 6 * 2**20


def ask(uploads: Sequence["UploadedFile[bytes]"], *, profile_text: str = "", by: Any, now: datetime) -> FormatCheck:
    """Store the files and have them checked.

    profile_text: the agency's house style as TOML. A file too large to be kept is a line that says so; nothing of a
    refused call is left. Raises NotPermitted, NoFiles, TooManyFiles, ArchiveTooLarge, NothingInArchive, and Refused
    for a profile that does not load.
    """
    if not policy.may_enter(policy.Action.CHECK, by, now):
        raise NotPermitted
    if not uploads:
        raise NoFiles
    try:
        profile = judging.profile_of(profile_text)
    except BadProfile as error:
        raise Refused(error) from None
    unit = posts.posts_of(by, now)[0].unit_id
    folder = uuid4().hex
    try:
        with transaction.atomic():
            check = FormatCheck.objects.create(
                by=by, unit_id=unit, asked_at=now, profile_name=profile.name[:200], profile_text=profile_text,
                folder=folder,
            )  # fmt: skip
            return _begin(check, uploads, by=by, now=now)
    except BaseException:
        keeping.drop_all(folder)
        raise


def _begin(check: FormatCheck, uploads: Sequence["UploadedFile[bytes]"], *, by: Any, now: datetime) -> FormatCheck:
    rows = _rows(check, uploads)
    check.total = len(rows)
    check.done = check.unreadable = sum(row.outcome == CheckedFile.Outcome.UNREADABLE for row in rows)
    check.save(update_fields=["total", "done", "unreadable"])
    CheckedFile.objects.bulk_create(rows, batch_size=1000)
    data = {"check": check.pk, "files": len(rows), "profile": check.profile_name}
    if _at_once(check, rows):
        record("format_check.received", stream_of(by), by=by, at=now, ground=GROUND, data=data)
        if check.done < check.total:
            judge_one(check, rows[0], keeping.Contents(check), judging.profile_of(check.profile_text))
        finish(check, by=by, now=now)
    else:
        record("format_check.asked", stream_of(by), by=by, at=now, ground=GROUND, data=data)
    return check


def stream_of(by: Any) -> str:
    """The chain of the record in which a person's checks stand."""
    return f"format_checks:{by.pk}"


def _at_once(check: FormatCheck, rows: list[CheckedFile]) -> bool:
    """One document, small packed and unpacked, in no zip, that needs no converter."""
    only = rows[0]
    older = only.name.lower().endswith(tuple(judging.OLDER))
    if len(rows) > 1 or only.archive or only.size > SMALL or older:
        return False
    return not only.sha256 or keeping.unpacked(keeping.read(check, only.sha256)) <= SMALL_UNPACKED


def _rows(check: FormatCheck, uploads: Sequence["UploadedFile[bytes]"]) -> list[CheckedFile]:
    rows: list[CheckedFile] = []
    for upload in uploads:
        rows += _opened(check, upload)
        if len(rows) > settings.CHECK_MOST_FILES:
            raise TooManyFiles(most=settings.CHECK_MOST_FILES, found=len(rows))
    for place, row in enumerate(rows):
        row.place = place
    return rows


def _opened(check: FormatCheck, upload: "UploadedFile[bytes]") -> list[CheckedFile]:
    """The lines of one uploaded file: one, or one for each document in a zip."""
    name = keeping.name_of(upload)
    members = keeping.members(upload)
    if members is not None:
        if not members:
            raise NothingInArchive(name=name)
        archive = keeping.keep_archive(check, upload)
        return [CheckedFile(check_of=check, name=one[-300:], archive=archive, member=one) for one in members]
    row = CheckedFile(check_of=check, name=name, size=upload.size or 0)
    try:
        data = keeping.uploaded(upload)
    except TooBig as error:
        judging.unreadable(row, error.code, error.words(), error.words("en"))
    else:
        row.size, row.sha256 = len(data), keeping.keep(check, data)
    return [row]

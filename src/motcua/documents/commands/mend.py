"""Mended copies: the original is never changed, and nothing of the copy is kept here."""

import hashlib
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.documents import judging, keeping, policy, queries
from motcua.documents.errors import NothingToMend, Refused
from motcua.documents.models import CheckedFile, FormatCheck
from motcua.engines.decree30.errors import Unreadable
from motcua.engines.decree30.fixing.mend import Mended, mend
from motcua.events.commands import record

GROUND: Final = "NĐ 30/2020/NĐ-CP Phụ lục I"


def offered(row: CheckedFile, *, guarded: bool = False, tracked_by: str = "", now: datetime) -> Mended:
    """What would be mended, and the copy; nothing is recorded. guarded: also what is mended on request only.

    tracked_by: every change is marked under this name. Raises Refused for a file that is read only, or was not read.
    """
    if not row.kept:
        raise NothingToMend
    at = f"{now.astimezone(VIETNAM):%Y-%m-%dT%H:%M:%SZ}" if tracked_by else ""
    data = keeping.read(row.check_of, row.kept)
    try:
        profile = judging.profile_of(row.check_of.profile_text)
        return mend(data, row.name, profile=profile, unsafe=guarded, author=tracked_by, at=at)
    except Unreadable as error:
        raise Refused(error) from None


@transaction.atomic
def mended(file_id: int, *, guarded: bool, tracked: bool, by: Any, now: datetime) -> tuple[str, bytes]:
    """Name and bytes of the mended copy; who took it is in the record.

    Raises NotFound, NotPermitted, NothingToMend, Refused.
    """
    row = queries.file(file_id, user=by, now=now)
    policy.require(policy.Action.MEND, by, row.check_of, now)
    made = offered(row, guarded=guarded, tracked_by=by.record_name() if tracked else "", now=now)
    if made.data is None:
        raise NothingToMend
    data = {
        "check": row.check_of_id, "file": row.pk, "sha256": row.sha256, "mended": hashlib.sha256(made.data).hexdigest(),
        "changes": len(made.changes), "guarded": guarded, "tracked": tracked,
    }  # fmt: skip
    record("format_check.mended", f"format_checks:{by.pk}", by=by, at=now, ground=GROUND, data=data)
    return fixed_name(row.name), made.data


def fixed_name(name: str) -> str:
    """ "45-QĐ.docx" → "45-QĐ.fixed.docx"; folders of a zip stay."""
    head, dot, _tail = name.rpartition(".")
    return f"{head if dot else name}.fixed.docx"


@transaction.atomic
def note_fixed_archive(check: FormatCheck, *, by: Any, now: datetime) -> None:
    """Somebody takes all mended copies of a check. Raises NotPermitted."""
    policy.require(policy.Action.MEND, by, check, now)
    data = {"check": check.pk, "files": check.files.filter(mendable__gt=0).count()}
    record("format_check.all_mended", f"format_checks:{by.pk}", by=by, at=now, ground=GROUND, data=data)

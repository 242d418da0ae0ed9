"""What people had checked is deleted after some days: these are drafts, full of other people's data."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.documents import keeping, queries
from motcua.documents.models import FormatCheck
from motcua.events.commands import record

GROUND: Final = "NĐ 13/2023/NĐ-CP Điều 3 khoản 7 (không lưu lâu hơn cần); số ngày do cơ quan đặt"


def sweep(*, before: datetime, by: Any, now: datetime) -> int:
    """Delete checks asked for before this moment with their files; the record keeps that they were. How many."""
    found = list(queries.older_than(before))
    for check in found:
        _remove(check, by=by, now=now)
    return len(found)


def sweep_unnamed(*, before: datetime) -> int:
    """Delete folders that a crash left without a row, written before this moment. How many."""
    folders = keeping.folders_unnamed(queries.folders(), before)
    for folder in folders:
        keeping.drop_all(folder)
    return len(folders)


@transaction.atomic
def _remove(check: FormatCheck, *, by: Any, now: datetime) -> None:
    """Rows first, then contents: a crash between leaves files that no row names, and never a row without its files."""
    data = {"check": check.pk, "files": check.total}
    record("format_check.removed", f"format_checks:{check.by_id}", by=by, at=now, ground=GROUND, data=data)
    folder = check.folder
    check.files.all().delete()
    check.delete()
    transaction.on_commit(lambda: keeping.drop_all(folder))

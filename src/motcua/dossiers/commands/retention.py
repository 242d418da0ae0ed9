"""Files whose time of keeping has passed are destroyed; the record still proves that they were there, and which."""

from datetime import date, datetime
from typing import Any

from django.core.files.storage import default_storage
from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.dossiers import queries
from motcua.dossiers.commands.files import path_of
from motcua.dossiers.law import RETENTION
from motcua.dossiers.models import Attachment, Blob
from motcua.events.commands import record

FOR_EVER = -1


def remove_old_files(*, by: Any, now: datetime, really: bool) -> list[str]:
    """Names (`code: file`) of the files due; with `really` they are destroyed, each in a transaction of its own.

    A content that a younger dossier holds too stays. Run twice it removes nothing the second time.
    """
    today, found = now.astimezone(VIETNAM).date(), []
    law = RETENTION.on(today)
    terms = {Attachment.Purpose.PAPER: law.papers_years, Attachment.Purpose.RESULT: law.results_years}
    for purpose, term in terms.items():
        if term.value == FOR_EVER:
            continue
        for attachment in queries.past_retention(purpose, _years_before(today, int(term.value))):
            found.append(f"{attachment.dossier.ref}: {attachment.name}")
            if really:
                _remove(attachment, ground=term.ground, by=by, now=now)
    return found


@transaction.atomic
def _remove(attachment: Attachment, *, ground: str, by: Any, now: datetime) -> None:
    """The row first, then the content: a crash between leaves a file too much, never a row without its word."""
    blob = Blob.objects.select_for_update().get(pk=attachment.blob_id)
    if blob.removed_at is not None:
        return
    blob.removed_at = now
    blob.save(update_fields=["removed_at"])
    data = {"file": attachment.name, "sha256": blob.pk, "size": blob.size}
    record("file.removed", attachment.dossier.stream, by=by, at=now, ground=ground, data=data)
    transaction.on_commit(lambda: default_storage.delete(path_of(blob.pk)))


def _years_before(day: date, years: int) -> datetime:
    """The same day years ago; 28 February where that year has no 29th."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return datetime(day.year - years, day.month, last, tzinfo=VIETNAM)

"""The hand slipped: who did the last act takes it back, for a short while; nothing is deleted."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction

from motcua.dossiers.commands.clock import tell_steps
from motcua.dossiers.commands.state import Work, begin, done
from motcua.dossiers.errors import NotToUndo
from motcua.dossiers.models import Dossier, Outcome, ReturnRecord, Slip
from motcua.dossiers.policy import Action

MOMENTS: Final = frozenset({
    "resolved_at", "returned_at", "ended_at", "due", "promised", "appointment", "near_from", "apology_from",
    "clock_from",
})  # fmt: skip


@transaction.atomic
def undo(ref: str, *, by: Any, now: datetime, seen: int) -> Dossier:
    """Put the dossier back where it stood before the last act, which was this person's and a few minutes ago.

    Steps it opened stay in the list as undone; a return or slip it wrote stays, marked. Raises NotFound, Stale,
    NotPermitted, NotToUndo.
    """
    work = begin(ref, Action.UNDO, by=by, now=now, seen=seen)
    kept = _kept(work)
    for name, value in kept["fields"].items():
        moment = datetime.fromisoformat(value) if name in MOMENTS and value else None
        work.set(**{name: moment if name in MOMENTS else value})
    _put_steps_back(work, kept["tasks"])
    ReturnRecord.objects.filter(dossier=work.dossier, at=kept_at(kept), undone_at__isnull=True).update(undone_at=now)
    Slip.objects.filter(dossier=work.dossier, issued_at=kept_at(kept), cancelled_at__isnull=True).update(
        cancelled_at=now
    )
    tell_steps(work.dossier, work.dossier.appointment)
    return done(work, "dossier.undone", "undo_minutes", {"what": kept["kind"]})


def may_undo(dossier: Dossier, user: Any, now: datetime, minutes: int) -> bool:
    """Is the last act this person's, and recent enough?"""
    kept: dict[str, Any] | None = dossier.undo
    if not kept:
        return False
    return bool(kept["by"] == user.pk) and now - kept_at(kept) <= timedelta(minutes=minutes)


def kept_at(kept: dict[str, Any]) -> datetime:
    """When the act was done."""
    return datetime.fromisoformat(kept["at"])


def _kept(work: Work) -> dict[str, Any]:
    minutes = int(work.law.undo_minutes.value)
    if not may_undo(work.dossier, work.by, work.now, minutes):
        raise NotToUndo(minutes=minutes)
    return dict(work.dossier.undo or {})


def _put_steps_back(work: Work, rows: list[list[Any]]) -> None:
    before = {row[0]: row[1:] for row in rows}
    for task in work.tasks:
        if task.pk not in before:
            work.close(task, Outcome.UNDONE, counts=False)
            continue
        closed_at, closed_by, outcome, counts, holder = before[task.pk]
        moment = datetime.fromisoformat(closed_at) if closed_at else None
        if (task.closed_at, task.outcome, task.counts, task.holder_id) == (moment, outcome, counts, holder):
            continue
        task.closed_at, task.closed_by_id, task.outcome, task.counts = moment, closed_by, outcome, counts
        task.holder_id = holder
        task.save(update_fields=["closed_at", "closed_by", "outcome", "counts", "holder"])

"""A changed calendar moves due moments: old and new are kept (R9)."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.catalogue.rules import limit_of
from motcua.dossiers import queries, rules
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier, DueChange
from motcua.engines import worktime
from motcua.events.commands import record

BATCH: Final = 200
GROUND: Final = "Bộ luật Lao động 2019 Điều 112; quyết định lịch nghỉ"


def recompute_due(*, because: str, by: Any, now: datetime) -> int:
    """Reckon every open dossier anew by today's calendars, a transaction a batch; returns how many moved.

    Run twice it moves nothing the second time.
    """
    moved, after = 0, 0
    while True:
        with transaction.atomic():
            rows = list(queries.open_under_limit(after)[:BATCH])
            moved += sum(_recompute(dossier, because, by, now) for dossier in rows)
        if len(rows) < BATCH:
            return moved
        after = rows[-1].pk


def _recompute(dossier: Dossier, because: str, by: Any, now: datetime) -> bool:
    if dossier.accepted_at is None or dossier.terms is None:
        return False
    limit = limit_of(dossier.terms.limit_quantity, dossier.terms.limit_unit)
    if limit is None or dossier.appointment is None:
        return False
    calendar = queries.calendar_of(dossier)
    pauses = [worktime.Pause(row.since, row.until, row.ground, row.document) for row in dossier.pauses.all()]
    due = worktime.due(dossier.accepted_at, limit, calendar, pauses)
    if (due.end_of_day, due.moment, due.provisional) == (dossier.appointment, dossier.due, dossier.provisional):
        return False
    before = dossier.appointment
    days = int(ONE_STOP.on(dossier.law_date).near_days.value)
    dossier.due, dossier.appointment, dossier.provisional = due.moment, due.end_of_day, due.provisional
    dossier.near_from = rules.near_from(dossier.accepted_at, due.end_of_day, calendar, days)
    dossier.version += 1
    dossier.save(update_fields=["due", "appointment", "provisional", "near_from", "version"])
    DueChange.objects.create(dossier=dossier, at=now, before=before, after=due.end_of_day, because=because)
    data = {"before": _text(before), "after": _text(due.end_of_day), "because": because}
    record("dossier.due_moved", dossier.stream, by=by, at=now, ground=GROUND, data=data)
    return True


def _text(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M %d/%m/%Y}"

"""A changed calendar moves due moments: old and new are kept (R9)."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.dossiers import queries
from motcua.dossiers.commands.clock import reckon, tell_steps
from motcua.dossiers.commands.course import in_words
from motcua.dossiers.models import Dossier, DueChange
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
    if dossier.limit is None or dossier.appointment is None:
        return False
    new = reckon(dossier)
    if all(getattr(dossier, name) == value for name, value in new.items()):
        return False
    before, promised = dossier.appointment, in_words(dossier.promised)
    told = dossier.appointment != new["appointment"]
    for name, value in new.items():
        setattr(dossier, name, value)
    dossier.version, dossier.undo = dossier.version + 1, None
    dossier.save(update_fields=["version", "undo", *new])
    if not told:
        return False
    tell_steps(dossier, dossier.appointment)
    DueChange.objects.create(dossier=dossier, at=now, before=before, after=dossier.appointment, because=because)
    data = {"before": _text(before), "after": _text(dossier.appointment), "because": because,
            "promised_before": promised}  # fmt: skip
    record("dossier.due_moved", dossier.stream, by=by, at=now, ground=GROUND, data=data)
    return True


def _text(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%H:%M %d/%m/%Y}"

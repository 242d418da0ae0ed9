"""A join that waits no longer than a deadline goes on by itself when the deadline has passed."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import queries
from motcua.dossiers.commands.course import go_on
from motcua.dossiers.commands.state import done, work_on
from motcua.dossiers.models import Dossier
from motcua.dossiers.policy import Action


def pass_deadlines(*, by: Any, now: datetime) -> int:
    """Open what a passed deadline lets open, a transaction a dossier; returns how many went on."""
    return sum(_go_on(pk, by, now) for pk in queries.past_a_deadline(now))


@transaction.atomic
def _go_on(pk: int, by: Any, now: datetime) -> bool:
    rows = Dossier.objects.select_for_update(of=("self",), no_key=True).select_related("unit", "desk", "terms")
    work = work_on(rows.get(pk=pk), Action.SEE, by=by, now=now)
    opened = go_on(work)
    if opened:
        done(work, "dossier.deadline_passed", "consult", {"to": ", ".join(task.name for task in opened)})
    return bool(opened)

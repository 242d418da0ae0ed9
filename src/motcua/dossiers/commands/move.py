"""An administrator moves one open dossier to another version of its process, with the reason."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import policy, queries
from motcua.dossiers.commands.course import require_units
from motcua.dossiers.commands.state import done, work_on
from motcua.dossiers.errors import ProcessDiffers, ReasonNeeded
from motcua.dossiers.models import Dossier
from motcua.dossiers.policy import Action
from motcua.processes import queries as processes


@transaction.atomic
def move_process(ref: str, *, number: int, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """Pin the dossier to version `number` of its procedure's process; steps are matched by their keys.

    Raises NotFound, Stale, NotPermitted, ReasonNeeded, ProcessDiffers where an open step is not in that version,
    NoUnitForStep.
    """
    if not reason.strip():
        raise ReasonNeeded
    dossier = queries.locked_for_administration(ref, by=by, now=now, seen=seen)
    policy.require(Action.MOVE, by, dossier, now)
    work = work_on(dossier, Action.MOVE, by=by, now=now)
    version = processes.version(dossier.procedure.procedure.code, number)
    steps = {step.key: step for step in processes.steps_of(version.pk)}
    missing = [task.name for task in work.open if task.step is not None and task.step.key not in steps]
    if missing:
        raise ProcessDiffers(number=number, steps=", ".join(missing))
    before = dossier.process.number if dossier.process else None
    work.set(process=version)
    require_units(dossier)
    for task in work.tasks:
        if task.step is not None and task.step.key in steps:
            task.step = steps[task.step.key]
            task.save(update_fields=["step"])
    return done(work, "dossier.process_moved", "move", {"reason": reason.strip(), "from": before, "to": number})

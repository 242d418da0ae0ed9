"""The one setter of a dossier's state, and of the step that is open."""

from datetime import datetime
from typing import Any

from motcua.dossiers import queries, rules
from motcua.dossiers.errors import HeldBySomebodyElse, NotAtThisStep
from motcua.dossiers.models import Dossier, State, Task
from motcua.engines import worktime
from motcua.organisations import queries as organisations
from motcua.processes import queries as processes
from motcua.processes.models import Step


def move(dossier: Dossier, state: State, **changes: object) -> None:
    """Set the state with what changes along with it, and raise the version that pages compare."""
    dossier.state = state
    dossier.version += 1
    for name, value in changes.items():
        setattr(dossier, name, value)
    dossier.save(update_fields=["state", "version", *changes])


def task_at(dossier: Dossier, kinds: set[str], *, by: Any) -> Task:
    """The open step, which has to be of one of `kinds` and free or held by `by`.

    Raises NotAtThisStep, HeldBySomebodyElse.
    """
    task = queries.open_task(dossier)
    if task is None or task.step.kind not in kinds:
        step = task.step.name if task else State(dossier.state).label
        raise NotAtThisStep(ref=dossier.ref, step=step)
    if task.holder_id is not None and task.holder_id != by.pk:
        raise HeldBySomebodyElse(ref=dossier.ref, holder=task.holder.record_name() if task.holder else "")
    return task


def open_step(dossier: Dossier, step: Step, *, now: datetime, holder: Any = None) -> Task:
    """Begin a step, with the end of its own limit by the unit's clock."""
    return Task.objects.create(
        dossier=dossier,
        step=step,
        unit_id=dossier.unit_id,
        role=step.role,
        holder=holder,
        opened_at=now,
        due=step_due(dossier, step, now),
    )


def advance(dossier: Dossier, task: Task, *, now: datetime, holder: Any = None, **changes: object) -> Task | None:
    """Close the open step, begin the next one and set the state that goes with it; None after the last."""
    task.closed_at = now
    task.save(update_fields=["closed_at"])
    following = processes.step_after(task.step)
    if following is None:
        return None
    move(dossier, rules.STATE_OF_STEP[following.kind], **changes)
    return open_step(dossier, following, now=now, holder=holder)


def step_due(dossier: Dossier, step: Step, now: datetime) -> datetime | None:
    """When the step's own limit ends; None where it has none."""
    limit = rules.step_limit(step.limit_quantity, step.limit_unit)
    if limit is None:
        return None
    return worktime.due(now, limit, organisations.calendar_of(dossier.unit_id, dossier.law_date)).end_of_day

"""The course of a dossier through its process: what opens when a step is done."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from motcua.base.clock import VIETNAM
from motcua.dossiers import rules
from motcua.dossiers.commands.state import Work
from motcua.dossiers.errors import NoUnitForStep
from motcua.dossiers.models import Dossier, Outcome, State, Task
from motcua.engines import worktime
from motcua.engines.flow import next_moves
from motcua.events.commands import record
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role, Unit
from motcua.processes import queries as processes
from motcua.processes.models import Step, StepKind

AT_THE_DESK = {StepKind.FORWARD.value, StepKind.RETURN.value}


def advance(work: Work, task: Task, *, holder: Any = None, outcome: Outcome = Outcome.DONE) -> list[Task]:
    """End a step, open what follows and set the state that goes with it; returns the steps opened.

    holder: who gets the officer's step that opens in the dossier's own unit. Raises NoUnitForStep.
    """
    work.close(task, outcome)
    return go_on(work, holder=holder)


def go_on(work: Work, *, holder: Any = None) -> list[Task]:
    """Open whatever the standing of the steps calls for; automatic steps are done on the spot."""
    opened: list[Task] = []
    while made := _open_next(work, holder):
        opened += [task for task in made if task.closed_at is None]
        if not any(task.kind == StepKind.AUTOMATIC for task in made):
            break
    kinds = {task.kind for task in work.open if task.step_id is not None}
    if kinds:
        state = rules.state_of(kinds)
        reached = {"resolved_at": work.now} if state == State.RESOLVED and not work.dossier.resolved_at else {}
        work.move(state, **reached)
    return opened


def _open_next(work: Work, holder: Any) -> list[Task]:
    """One round: drop, pass over and open. Returns the tasks made."""
    dossier = work.dossier
    counting = [task for task in work.tasks if task.counts and task.step_id is not None]
    running = {_key(task): task for task in counting if task.closed_at is None}
    moves = next_moves(
        processes.flow_of(_version(dossier)),
        done={_key(task) for task in counting if task.outcome == Outcome.DONE},
        skipped={_key(task) for task in counting if task.outcome in {Outcome.SKIPPED, Outcome.DROPPED}},
        running=running, facts=facts_of(dossier),
        expired={key for key, task in running.items() if task.due is not None and task.due < work.now},
    )  # fmt: skip
    for key in moves.dropped:
        work.close(running[key], Outcome.DROPPED)
    steps = {step.key: step for step in processes.steps_of(_version(dossier))}
    rows = [_skipped(work, steps[key]) for key in moves.skipped]
    rows += [new_task(dossier, steps[key], now=work.now, holder=holder) for key in moves.opened]
    for task in rows:
        if task.kind == StepKind.AUTOMATIC and task.closed_at is None:
            _do_itself(work, task)
    work.tasks += Task.objects.bulk_create(rows)
    _let_see(work, rows)
    return rows


def _do_itself(work: Work, task: Task) -> None:
    """An automatic step: the applicant is told, and it is done."""
    task.closed_at, task.outcome = work.now, Outcome.DONE
    data = {"step": task.name, "message": task.step.message if task.step else ""}
    record("dossier.told", work.dossier.stream, by=work.by, at=work.now, ground=work.law.resolve.ground, data=data)


def _let_see(work: Work, rows: Iterable[Task]) -> None:
    """Units that get a step may see the dossier from now on."""
    new = {task.unit_id for task in rows if task.closed_at is None} - set(work.dossier.seen_by)
    if new:
        work.set(seen_by=[*work.dossier.seen_by, *sorted(new)])


def _skipped(work: Work, step: Step) -> Task:
    dossier = work.dossier
    return Task(
        dossier=dossier, step=step, kind=step.kind, name=step.name, unit_id=dossier.unit_id, role=step.role,
        for_unit_id=dossier.unit_id, opened_at=work.now, closed_at=work.now, outcome=Outcome.SKIPPED,
    )  # fmt: skip


def new_task(dossier: Dossier, step: Step, *, now: datetime, holder: Any = None) -> Task:
    """A step to be done, not yet written: its unit, and the end of its own limit by that unit's clock."""
    unit = unit_of(dossier, step)
    given = holder if step.role == Role.OFFICER and unit.pk == dossier.unit_id else None
    return Task(
        dossier=dossier, step=step, kind=step.kind, name=step.name, unit=unit, role=step.role, holder=given,
        for_unit_id=dossier.unit_id, opened_at=now, due=step_due(dossier, step, unit, now), sort_at=dossier.appointment,
    )  # fmt: skip


def unit_of(dossier: Dossier, step: Step) -> Unit:
    """Where a step is done: reception and return at the desk that received. Raises NoUnitForStep."""
    at = "desk" if step.kind in AT_THE_DESK and step.at == "own" else step.at
    unit = organisations.place(at, own=dossier.unit, desk=dossier.desk, on=dossier.law_date)
    if unit is None:
        raise NoUnitForStep(step=step.name, place=step.at)
    return unit


def require_units(dossier: Dossier) -> None:
    """Every step of the process has a unit that does it, before the dossier begins. Raises NoUnitForStep."""
    for step in processes.steps_of(_version(dossier)):
        unit_of(dossier, step)


def step_due(dossier: Dossier, step: Step, unit: Unit, now: datetime) -> datetime | None:
    """When the step's own limit ends; of a hand-over by R13 (15:00); None where it has none."""
    calendar = organisations.calendar_of(unit.pk, dossier.law_date)
    if step.kind == StepKind.FORWARD:
        return worktime.forward_by(now, calendar)
    limit = rules.step_limit(step.limit_quantity, step.limit_unit)
    return worktime.due(now, limit, calendar).end_of_day if limit else None


def facts_of(dossier: Dossier) -> dict[str, str]:
    """What conditions of steps may ask (processes.description.FACTS)."""
    return {
        "channel": dossier.channel, "applicant": dossier.applicant_kind,
        "case": dossier.terms.case if dossier.terms else "", "return": dossier.return_channel,
        "elsewhere": "yes" if dossier.desk_id != dossier.unit_id else "no",
        "fee": "yes" if dossier.fee_vnd else "no",
    }  # fmt: skip


def _key(task: Task) -> str:
    return task.step.key if task.step else ""


def _version(dossier: Dossier) -> int:
    if dossier.process_id is None:
        raise ValueError("a dossier has a process from its acceptance on")
    return dossier.process_id


def in_words(moment: datetime | None) -> str | None:
    """As the record writes a moment: ISO 8601 in Vietnam time."""
    return moment.astimezone(VIETNAM).isoformat() if moment else None

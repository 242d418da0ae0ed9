"""Inside the office: forward, assign, take, resolve, approve, send back (NĐ 61/2018/NĐ-CP Điều 18, 19)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import policy, queries
from motcua.dossiers.commands.files import KeptFile, attach
from motcua.dossiers.commands.state import advance, move, open_step, task_at
from motcua.dossiers.errors import NotAColleague, NotAtThisStep, ReasonNeeded
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Attachment, Dossier, State, Task
from motcua.dossiers.policy import Action
from motcua.events.commands import record
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.processes.models import StepKind

WORK = {StepKind.ASSIGN.value, StepKind.RESOLVE.value}


@transaction.atomic
def forward(ref: str, *, by: Any, now: datetime, seen: int, holder_id: int | None = None) -> Dossier:
    """Hand the dossier to who resolves it, within the day or, after 15:00, at the next opening.

    holder_id: the officer it goes to, where the next step is an officer's; nobody: all of them see it.
    Raises NotFound, Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse, NotAColleague.
    """
    dossier, task = _begin(ref, Action.FORWARD, {StepKind.FORWARD.value}, by=by, now=now, seen=seen)
    holder = _colleague(dossier, Role.OFFICER, holder_id, now)
    following = advance(dossier, task, now=now, holder=holder)
    data = {
        "to": following.step.name if following else "",
        "holder": holder.record_name() if holder else None,
    }
    return _record(dossier, "dossier.forwarded", "forward", State.RECEIVED, data, by=by, now=now)


@transaction.atomic
def assign(ref: str, *, holder_id: int, by: Any, now: datetime, seen: int) -> Dossier:
    """A leader names the officer; whoever held the step before loses it. Raises as `forward`."""
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(Action.ASSIGN, by, dossier, now)
    task = queries.open_task(dossier)
    if task is None or task.step.kind not in WORK:
        raise NotAtThisStep(ref=dossier.ref, step=task.step.name if task else State(dossier.state).label)
    before, holder = task.holder, _colleague(dossier, Role.OFFICER, holder_id, now)
    if holder is None:
        raise NotAColleague(role=Role.OFFICER.label)
    if task.step.kind == StepKind.ASSIGN:
        advance(dossier, task, now=now, holder=holder)
    else:
        _hold(dossier, task, holder)
    data = {"holder": holder.record_name(), "holder_before": before.record_name() if before else None}
    return _record(dossier, "dossier.assigned", "assign", State.IN_PROGRESS, data, by=by, now=now)


@transaction.atomic
def take(ref: str, *, by: Any, now: datetime, seen: int) -> Dossier:
    """An officer takes a step that nobody holds. Raises as `forward`."""
    dossier, task = _begin(ref, Action.TAKE, {StepKind.RESOLVE.value}, by=by, now=now, seen=seen)
    _hold(dossier, task, by)
    data = {"holder": by.record_name(), "holder_before": None}
    return _record(dossier, "dossier.taken", "assign", State.IN_PROGRESS, data, by=by, now=now)


@transaction.atomic
def resolve(ref: str, *, result: str, by: Any, now: datetime, seen: int, file: KeptFile | None = None) -> Dossier:
    """The officer's work is done: what the result is, with its file; on to the next step.

    Raises as `forward`, and ReasonNeeded where nothing was written.
    """
    if not result.strip():
        raise ReasonNeeded
    dossier, task = _begin(ref, Action.RESOLVE, {StepKind.RESOLVE.value}, by=by, now=now, seen=seen)
    if file is not None:
        attach(dossier, file, paper=None, by=by, now=now, purpose=Attachment.Purpose.RESULT)
    following = advance(dossier, task, now=now, result_summary=result.strip())
    data = {"result": result.strip(), "to": following.step.name if following else ""}
    return _record(dossier, "dossier.resolved", "resolve", State.IN_PROGRESS, data, by=by, now=now)


@transaction.atomic
def approve(ref: str, *, by: Any, now: datetime, seen: int) -> Dossier:
    """The leader approves; after the last approval the result is ready, which ends every limit. Raises as `forward`."""
    dossier, task = _begin(ref, Action.APPROVE, {StepKind.APPROVE.value}, by=by, now=now, seen=seen)
    following = advance(dossier, task, now=now)
    if following is not None and following.step.kind == StepKind.RETURN:
        dossier.resolved_at = now
        dossier.save(update_fields=["resolved_at"])
    data = {"to": following.step.name if following else "", "result": dossier.result_summary}
    return _record(dossier, "dossier.approved", "resolve", State.FOR_APPROVAL, data, by=by, now=now)


@transaction.atomic
def send_back(ref: str, *, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """The leader sends the draft back to who worked on it. Raises as `forward`, and ReasonNeeded."""
    if not reason.strip():
        raise ReasonNeeded
    dossier, task = _begin(ref, Action.SEND_BACK, {StepKind.APPROVE.value}, by=by, now=now, seen=seen)
    worked = queries.tasks_of(dossier).filter(step__kind=StepKind.RESOLVE).last()
    if worked is None:
        raise NotAtThisStep(ref=dossier.ref, step=task.step.name)
    task.closed_at = now
    task.save(update_fields=["closed_at"])
    move(dossier, State.IN_PROGRESS)
    open_step(dossier, worked.step, now=now, holder=worked.holder)
    data = {"reason": reason.strip(), "to": worked.step.name}
    return _record(dossier, "dossier.sent_back", "resolve", State.FOR_APPROVAL, data, by=by, now=now)


def _begin(ref: str, action: Action, kinds: set[str], *, by: Any, now: datetime, seen: int) -> tuple[Dossier, Task]:
    """Lock what is visible, ask the policy, find the open step."""
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(action, by, dossier, now)
    return dossier, task_at(dossier, kinds, by=by)


def _hold(dossier: Dossier, task: Task, holder: Any) -> None:
    task.holder = holder
    task.save(update_fields=["holder"])
    move(dossier, State(dossier.state))


def _colleague(dossier: Dossier, role: Role, user_id: int | None, now: datetime) -> Any:
    """The person with `role` in the dossier's unit; None where nobody was named. Raises NotAColleague."""
    if user_id is None:
        return None
    post = organisations.colleagues(dossier.unit_id, role, now).filter(user_id=user_id).first()
    if post is None:
        raise NotAColleague(role=role.label)
    return post.user


def _record(
    dossier: Dossier,
    kind: str,
    rule: str,
    before: State,
    data: Mapping[str, object],
    *,
    by: Any,
    now: datetime,
) -> Dossier:
    ground = getattr(ONE_STOP.on(dossier.law_date), rule).ground
    states = {"before": before.value, "after": str(dossier.state)}
    record(kind, dossier.stream, by=by, at=now, ground=ground, data={**data, **states})
    return dossier

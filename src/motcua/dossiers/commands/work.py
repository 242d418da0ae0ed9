"""Inside the office: forward, assign, take, resolve, approve, send back (NĐ 61/2018/NĐ-CP Điều 18, 19)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import official
from motcua.dossiers.commands.course import advance, new_task
from motcua.dossiers.commands.files import KeptFile, attach
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.commands.state import Work, begin, done, not_now, task_at
from motcua.dossiers.errors import NotAColleague, NotAtThisStep, ReasonNeeded
from motcua.dossiers.models import Attachment, Dossier, Outcome, ResultKind, State, Task
from motcua.dossiers.policy import Action
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role
from motcua.processes import queries as processes
from motcua.processes.models import StepKind


@transaction.atomic
def forward(ref: str, *, by: Any, now: datetime, seen: int, holder_id: int | None = None) -> Dossier:
    """Hand the dossier to who resolves it, within the day or, after 15:00, at the next opening.

    holder_id: the officer it goes to, where the next step is an officer's; nobody: all of them see it.
    Raises NotFound, Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse, NotAColleague.
    """
    work = begin(ref, Action.FORWARD, by=by, now=now, seen=seen)
    task = task_at(work)
    holder = _colleague(work.dossier.unit_id, Role.OFFICER, holder_id, now)
    opened = advance(work, task, holder=holder)
    late = task.due is not None and now > task.due
    data = {"to": _names(opened), "holder": holder.record_name() if holder else None, "late": late}
    return done(work, "dossier.forwarded", "forward", data, undoable=True)


@transaction.atomic
def assign(ref: str, *, holder_id: int, by: Any, now: datetime, seen: int, task_id: int | None = None) -> Dossier:
    """A leader names the officer; whoever held the step before loses it. Raises as `forward`."""
    work = begin(ref, Action.ASSIGN, by=by, now=now, seen=seen)
    task = task_at(work, free=False, task_id=task_id)
    before, holder = task.holder, _colleague(task.unit_id, Role.OFFICER, holder_id, now)
    if holder is None:
        raise NotAColleague(role=Role.OFFICER.label)
    if task.kind == StepKind.ASSIGN:
        advance(work, task, holder=holder)
    else:
        _hold(task, holder)
    data = {"holder": holder.record_name(), "holder_before": before.record_name() if before else None}
    return done(work, "dossier.assigned", "assign", data, undoable=True)


@transaction.atomic
def take(ref: str, *, by: Any, now: datetime, seen: int, task_id: int | None = None) -> Dossier:
    """An officer takes a step that nobody holds. Raises as `forward`."""
    work = begin(ref, Action.TAKE, by=by, now=now, seen=seen)
    _hold(task_at(work, task_id=task_id), by)
    data = {"holder": by.record_name(), "holder_before": None}
    return done(work, "dossier.taken", "assign", data, undoable=True)


@transaction.atomic
def take_over(ref: str, *, reason: str, by: Any, now: datetime, seen: int, task_id: int | None = None) -> Dossier:
    """A colleague takes a step out of another's hand, with the reason; traced. Raises as `forward`, ReasonNeeded."""
    work = begin(ref, Action.TAKE_OVER, by=by, now=now, seen=seen)
    _reason(reason)
    task = task_at(work, free=False, task_id=task_id)
    before = task.holder
    if before is None or before == by:
        raise not_now(work)
    _hold(task, by)
    data = {"holder": by.record_name(), "holder_before": before.record_name(), "reason": reason.strip()}
    return done(work, "dossier.taken_over", "assign", data, undoable=True)


@transaction.atomic
def resolve(
    ref: str, *, result: str, by: Any, now: datetime, seen: int, file: KeptFile | None = None,
    task_id: int | None = None,
) -> Dossier:  # fmt: skip
    """The officer's work is done: what the result is, with its file; on to the next step.

    Raises as `forward`, and ReasonNeeded where nothing was written.
    """
    return _work_out(ref, ResultKind.GRANTED, result, file=file, by=by, now=now, seen=seen, task_id=task_id)


@transaction.atomic
def propose_refusal(
    ref: str, *, reason: str, by: Any, now: datetime, seen: int, file: KeptFile | None = None,
    task_id: int | None = None,
) -> Dossier:  # fmt: skip
    """After appraisal it cannot be granted: the refusal is entered as a result (NĐ 61/2018 Điều 19 khoản 8).

    The slip is issued when the leader approves. Raises as `resolve`.
    """
    return _work_out(ref, ResultKind.REFUSED, reason, file=file, by=by, now=now, seen=seen, task_id=task_id)


def _work_out(
    ref: str, kind: ResultKind, text: str, *, file: KeptFile | None, by: Any, now: datetime, seen: int,
    task_id: int | None,
) -> Dossier:  # fmt: skip
    _reason(text)
    action = Action.RESOLVE if kind == ResultKind.GRANTED else Action.PROPOSE_REFUSAL
    work = begin(ref, action, by=by, now=now, seen=seen)
    task = task_at(work, task_id=task_id)
    if file is not None:
        attach(work.dossier, file, paper=None, by=by, now=now, purpose=Attachment.Purpose.RESULT)
    _keep_holder(task, by)
    work.set(result_summary=text.strip(), result_kind=kind)
    opened = advance(work, task)
    event = "dossier.resolved" if kind == ResultKind.GRANTED else "dossier.refusal_proposed"
    rule = "resolve" if kind == ResultKind.GRANTED else "refuse"
    data = {"result": text.strip(), "step": task.name, "to": _names(opened)}
    return done(work, event, rule, data, undoable=True)


@transaction.atomic
def approve(ref: str, *, by: Any, now: datetime, seen: int, task_id: int | None = None) -> Dossier:
    """The leader approves; after the last approval the result is ready, which ends every limit.

    A refusal gets its slip (Mẫu 03) at that moment. Raises as `forward`.
    """
    work = begin(ref, Action.APPROVE, by=by, now=now, seen=seen)
    task = task_at(work, task_id=task_id)
    opened = advance(work, task)
    dossier = work.dossier
    data: dict[str, object] = {"to": _names(opened), "result": dossier.result_summary}
    if dossier.state == State.RESOLVED and dossier.result_kind == ResultKind.REFUSED:
        content = official.refusal(dossier, dossier.result_summary, by)
        data["slip"] = issue(dossier, "refusal", content, by=by, now=now, unit=dossier.unit).pk
    return done(work, "dossier.approved", "resolve", data, undoable=True)


@transaction.atomic
def send_back(
    ref: str, *, reason: str, by: Any, now: datetime, seen: int, to: str = "", task_id: int | None = None
) -> Dossier:
    """The leader sends the draft back, with the reason: to step `to`, else to who worked on it last.

    What was done from that step on no longer counts and is done again. Raises as `forward`, and ReasonNeeded.
    """
    _reason(reason)
    work = begin(ref, Action.SEND_BACK, by=by, now=now, seen=seen)
    task = task_at(work, task_id=task_id)
    target = _target(work, task, to)
    beyond = processes.flow_of(work.dossier.process_id or 0).beyond(target.step.key if target.step else "")
    for one in work.tasks:
        if one.counts and one.step is not None and one.step.key in {*beyond, target.step.key if target.step else ""}:
            _no_longer_counts(work, one)
    again = new_task(work.dossier, target.step, now=now, holder=target.holder)  # type: ignore[arg-type]
    again.holder = target.holder
    again.save()
    work.tasks.append(again)
    work.move(State.IN_PROGRESS)
    data = {"reason": reason.strip(), "to": target.name}
    return done(work, "dossier.sent_back", "resolve", data, undoable=True)


def _target(work: Work, task: Task, to: str) -> Task:
    """The latest task of an earlier step that work can go back to. Raises NotAtThisStep."""
    earlier = processes.flow_of(work.dossier.process_id or 0).before(task.step.key if task.step else "")
    done_before = [
        one for one in work.tasks
        if one.outcome == Outcome.DONE and one.counts and one.step is not None and one.step.key in earlier
        and (one.step.key == to if to else one.kind == StepKind.RESOLVE)
    ]  # fmt: skip
    if not done_before or done_before[-1].kind == StepKind.FORWARD:
        raise NotAtThisStep(ref=work.dossier.ref, step=task.name)
    return done_before[-1]


def _no_longer_counts(work: Work, task: Task) -> None:
    if task.closed_at is None:
        work.close(task, Outcome.BACK, counts=False)
    else:
        task.counts = False
        task.save(update_fields=["counts"])


def _hold(task: Task, holder: Any) -> None:
    task.holder = holder
    task.save(update_fields=["holder"])


def _keep_holder(task: Task, by: Any) -> None:
    """Who did the step is its holder: a draft sent back returns to him."""
    if task.holder_id is None:
        _hold(task, by)


def _colleague(unit_id: int, role: Role, user_id: int | None, now: datetime) -> Any:
    """The person with `role` in the unit; None where nobody was named. Raises NotAColleague."""
    if user_id is None:
        return None
    post = organisations.colleagues(unit_id, role, now).filter(user_id=user_id).first()
    if post is None:
        raise NotAColleague(role=role.label)
    return post.user


def _names(tasks: list[Task]) -> str:
    return ", ".join(task.name for task in tasks)


def _reason(text: str) -> None:
    if not text.strip():
        raise ReasonNeeded

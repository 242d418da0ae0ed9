"""An act on a dossier from lock to record: the one setter of its state, and of the steps that are open."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotPermitted
from motcua.dossiers import policy, queries
from motcua.dossiers.errors import HeldBySomebodyElse, NotAtThisStep
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier, Outcome, State, Task
from motcua.dossiers.policy import RIGHTS, Action
from motcua.engines.law import Regime
from motcua.events.commands import record
from motcua.organisations import queries as organisations

# What an undone act puts back (commands.undo).
KEPT: Final = (
    "state", "result_kind", "result_summary", "resolved_at", "returned_at", "ended_at", "due", "promised",
    "appointment", "near_from", "apology_from", "clock_from",
)  # fmt: skip


@dataclass
class Work:
    """A dossier under somebody's hand. tasks: all its steps, oldest first; changed: columns to write at the end."""

    dossier: Dossier
    tasks: list[Task]
    by: Any
    now: datetime
    action: Action
    before: str
    snapshot: dict[str, object]
    changed: set[str] = field(default_factory=set)

    @property
    def open(self) -> list[Task]:
        return [task for task in self.tasks if task.closed_at is None]

    @property
    def law(self) -> Regime:
        return ONE_STOP.on(self.dossier.law_date)

    def set(self, **changes: object) -> None:
        """Change columns of the dossier; `done` writes them."""
        for name, value in changes.items():
            setattr(self.dossier, name, value)
        self.changed |= set(changes)

    def move(self, state: State, **changes: object) -> None:
        """Set the state, with what changes along with it."""
        self.set(state=state, **changes)

    def close(self, task: Task, outcome: Outcome, *, counts: bool = True) -> None:
        """End a step."""
        task.closed_at, task.closed_by, task.outcome, task.counts = self.now, _person(self.by), outcome, counts
        task.save(update_fields=["closed_at", "closed_by", "outcome", "counts"])

    def close_all(self, outcome: Outcome) -> None:
        """The dossier ends: no step stays open."""
        for task in self.open:
            self.close(task, outcome)


def begin(ref: str, action: Action, *, by: Any, now: datetime, seen: int) -> Work:
    """Lock what is visible, ask the policy and whether the state allows it.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep.
    """
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(action, by, dossier, now)
    return work_on(dossier, action, by=by, now=now)


def work_on(dossier: Dossier, action: Action, *, by: Any, now: datetime) -> Work:
    """The same for a dossier that is locked already. Raises NotAtThisStep."""
    tasks = queries.tasks_of(dossier)
    work = Work(dossier, tasks, by, now, action, str(dossier.state), _snapshot(dossier, tasks))
    if dossier.state not in RIGHTS[action].states:
        raise not_now(work)
    return work


def not_now(work: Work) -> NotAtThisStep:
    """The error that names where the dossier stands."""
    steps = ", ".join(task.name for task in work.open) or State(work.dossier.state).label
    return NotAtThisStep(ref=work.dossier.ref, step=steps)


def task_at(work: Work, *, free: bool = True, task_id: int | None = None) -> Task:
    """The open step this act is about: his own before a free one; with `task_id` that very one.

    free: held by nobody, by him, or by somebody he stands in for. Raises NotAtThisStep, NotPermitted,
    HeldBySomebodyElse.
    """
    right = RIGHTS[work.action]
    fitting = [task for task in work.open if (not right.kinds or task.kind in right.kinds)]
    if task_id is not None:
        fitting = [task for task in fitting if task.pk == task_id]
    if not fitting:
        raise not_now(work)
    mine = [task for task in fitting if policy.may_do_step(right, task, work.by, work.now)]
    if not mine:
        raise NotPermitted
    if not free:
        return mine[0]
    his = {work.by.pk} | organisations.stands_in_for(work.by, work.now)
    able = [task for task in mine if task.holder_id is None or task.holder_id in his]
    if not able:
        raise HeldBySomebodyElse(ref=work.dossier.ref, holder=mine[0].holder.record_name() if mine[0].holder else "")
    return sorted(able, key=lambda task: task.holder_id is None)[0]


def done(work: Work, kind: str, rule: str, data: Mapping[str, object], *, undoable: bool = False) -> Dossier:
    """Write the dossier once, with the version that pages compare, and the event with its ground."""
    dossier = work.dossier
    dossier.version += 1
    dossier.undo = {**work.snapshot, "kind": kind, "by": work.by.pk, "at": work.now.isoformat()} if undoable else None
    dossier.save(update_fields=["version", "undo", *work.changed])
    states = {"before": work.before, "after": str(dossier.state)}
    more = {"acting_for": name} if (name := _acting_for(work)) else {}
    ground = getattr(work.law, rule).ground
    record(kind, dossier.stream, by=work.by, at=work.now, ground=ground, data={**data, **states, **more})
    return dossier


def _acting_for(work: Work) -> str:
    """Whose rights he used, where they are not his own: delegated, or of the person he stands in for."""
    right = RIGHTS[work.action]
    places: Collection[int] = {work.dossier.unit_id, work.dossier.desk_id, *(task.unit_id for task in work.tasks)}
    used = [p for p in organisations.posts_of(work.by, work.now) if p.role in right.roles and p.unit_id in places]
    if not used or any(post.owner_id == work.by.pk for post in used):
        return ""
    return used[0].title


def _snapshot(dossier: Dossier, tasks: list[Task]) -> dict[str, object]:
    fields = {name: _plain(getattr(dossier, name)) for name in KEPT}
    rows = [[task.pk, _plain(task.closed_at), task.closed_by_id, task.outcome, task.counts, task.holder_id]
            for task in tasks]  # fmt: skip
    return {"fields": fields, "tasks": rows}


def _plain(value: object) -> object:
    return value.astimezone(VIETNAM).isoformat() if isinstance(value, datetime) else value


def _person(by: Any) -> Any:
    return by if by.pk is not None else None

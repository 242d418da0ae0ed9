"""Who may do and see what with a dossier, as a table a lawyer can read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.errors import NotPermitted
from motcua.dossiers.models import Dossier, State, Task
from motcua.organisations import queries as posts
from motcua.organisations.models import Role, Unit
from motcua.processes.models import StepKind


class Action(StrEnum):
    SEE = "see"
    RECEIVE = "receive"
    COMPLETE = "complete"
    FORWARD = "forward"
    ASSIGN = "assign"
    TAKE = "take"
    TAKE_OVER = "take over"
    RESOLVE = "resolve"
    PROPOSE_REFUSAL = "propose refusal"
    APPROVE = "approve"
    SEND_BACK = "send back"
    ASK_SUPPLEMENT = "ask supplement"
    COMPLETE_SUPPLEMENT = "complete supplement"
    CANCEL_SUPPLEMENT = "cancel supplement"
    CLOSE = "close"
    ASK_PAYMENT = "ask payment"
    PAUSE = "pause"
    RESUME = "resume"
    CONSULT = "consult"
    ACKNOWLEDGE = "acknowledge"
    ANSWER = "answer"
    VERIFY = "verify"
    APOLOGISE = "apologise"
    TAKE_FEE = "take fee"
    RETURN = "return"
    WITHDRAW = "withdraw"
    STOP = "stop"
    CORRECT = "correct"
    UNDO = "undo"
    PRINT = "print"
    ATTACH = "attach"
    MOVE = "move"
    REGISTER = "register"
    REPORT = "report"
    MAIL = "mend messages"


class Where(StrEnum):
    """Of which unit the roles have to be."""

    DESK = "the one-stop that received it"
    UNIT = "the unit that resolves it"
    TASK = "the unit of an open step"
    ANY = "any unit that has a part in it"
    ABOVE = "a unit above the one that resolves it"


@dataclass(frozen=True, slots=True)
class Right:
    """Roles, of which unit, in which states of the dossier; kinds: of which open step (Where.TASK), empty: any."""

    roles: frozenset[str]
    where: Where
    states: frozenset[str]
    kinds: frozenset[str] = frozenset()


def _right(roles: set[Role], where: Where, states: set[State], kinds: set[StepKind] | None = None) -> Right:
    return Right(frozenset(roles), where, frozenset(states), frozenset(kinds or ()))


_DESK: Final = {Role.RECEPTIONIST}
_OFFICE: Final = {Role.OFFICER, Role.LEADER}
_STAFF: Final = {Role.RECEPTIONIST, Role.OFFICER, Role.LEADER}
_WORK: Final = {State.RECEIVED, State.IN_PROGRESS, State.FOR_APPROVAL}
_WAIT: Final = {State.SUPPLEMENT, State.PAYING, State.PAUSED}
_APPRAISED: Final = {State.IN_PROGRESS, State.FOR_APPROVAL}
_ALL: Final = set(State)
_HELD: Final = {StepKind.RESOLVE, StepKind.CONSULT}

RIGHTS: Final[Mapping[Action, Right]] = {
    Action.SEE: _right(_STAFF, Where.ANY, _ALL),
    Action.RECEIVE: _right(_DESK, Where.DESK, set()),
    Action.COMPLETE: _right(_DESK, Where.DESK, {State.GUIDED}),
    Action.FORWARD: _right(_DESK, Where.TASK, {State.RECEIVED}, {StepKind.FORWARD}),
    Action.ASSIGN: _right({Role.LEADER}, Where.TASK, _APPRAISED, {StepKind.ASSIGN, *_HELD}),
    Action.TAKE: _right({Role.OFFICER}, Where.TASK, _APPRAISED, _HELD),
    Action.TAKE_OVER: _right(_OFFICE, Where.TASK, _APPRAISED, _HELD),
    Action.RESOLVE: _right({Role.OFFICER, Role.RECEPTIONIST}, Where.TASK, _APPRAISED, {StepKind.RESOLVE}),
    Action.PROPOSE_REFUSAL: _right({Role.OFFICER}, Where.TASK, _APPRAISED, {StepKind.RESOLVE}),
    Action.APPROVE: _right({Role.LEADER}, Where.TASK, _APPRAISED, {StepKind.APPROVE}),
    Action.SEND_BACK: _right({Role.LEADER}, Where.TASK, _APPRAISED, {StepKind.APPROVE}),
    Action.ASK_SUPPLEMENT: _right({Role.OFFICER}, Where.TASK, _APPRAISED, {StepKind.RESOLVE}),
    Action.COMPLETE_SUPPLEMENT: _right(_DESK, Where.DESK, {State.SUPPLEMENT}),
    Action.CANCEL_SUPPLEMENT: _right(_OFFICE, Where.TASK, {State.SUPPLEMENT}),
    Action.CLOSE: _right({Role.RECEPTIONIST, Role.LEADER}, Where.DESK, {State.SUPPLEMENT}),
    Action.ASK_PAYMENT: _right({Role.OFFICER}, Where.TASK, _APPRAISED, {StepKind.RESOLVE}),
    Action.PAUSE: _right({Role.LEADER}, Where.UNIT, _APPRAISED),
    Action.RESUME: _right(_STAFF, Where.ANY, {State.PAYING, State.PAUSED}),
    Action.CONSULT: _right({Role.OFFICER}, Where.TASK, _APPRAISED, {StepKind.RESOLVE}),
    Action.ACKNOWLEDGE: _right(_OFFICE, Where.TASK, _APPRAISED, {StepKind.CONSULT}),
    Action.ANSWER: _right(_OFFICE, Where.TASK, _APPRAISED, {StepKind.CONSULT}),
    Action.VERIFY: _right({Role.OFFICER}, Where.TASK, _APPRAISED, {StepKind.RESOLVE}),
    Action.APOLOGISE: _right({Role.LEADER}, Where.UNIT, _WORK),
    Action.TAKE_FEE: _right(_DESK, Where.DESK, {*_WORK, *_WAIT, State.RESOLVED}),
    Action.RETURN: _right(_DESK, Where.TASK, {State.RESOLVED}, {StepKind.RETURN}),
    Action.WITHDRAW: _right(_DESK, Where.DESK, {*_WORK, *_WAIT, State.GUIDED}),
    Action.STOP: _right(_DESK, Where.DESK, {*_WORK, *_WAIT}),
    Action.CORRECT: _right(_DESK, Where.DESK, {State.RETURNED}),
    Action.UNDO: _right(_STAFF, Where.ANY, _ALL),
    Action.PRINT: _right(_STAFF, Where.ANY, _ALL),
    Action.ATTACH: _right({Role.RECEPTIONIST, Role.OFFICER}, Where.ANY, {*_WORK, *_WAIT, State.GUIDED}),
    Action.MOVE: _right({Role.ADMINISTRATOR}, Where.ABOVE, {*_WORK, *_WAIT, State.RESOLVED}),
    Action.REGISTER: _right({Role.RECEPTIONIST, Role.LEADER}, Where.DESK, set()),
    Action.MAIL: _right({Role.LEADER, Role.ADMINISTRATOR}, Where.ABOVE, set()),
    Action.REPORT: _right(_STAFF, Where.UNIT, set()),
}


def seen_units(user: Any, now: datetime) -> list[int]:
    """Ids of the units whose dossiers `user` may read: of his posts, and for an inspector all below his unit."""
    units = posts.units_of(user, now, RIGHTS[Action.SEE].roles)
    if paths := posts.inspected_paths(user, now):
        units |= set(Unit.objects.filter(posts.below(paths)).values_list("pk", flat=True))
    return sorted(units)


def may_see(user: Any, now: datetime) -> Q:
    """Dossiers in which one of his units has or had a part. One indexed condition of the dossier's own row."""
    units = seen_units(user, now)
    return Q(seen_by__overlap=units) if units else Q(pk__in=[])


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` ever do this, in any of his units? For doors and menus."""
    if action in {Action.SEE, Action.REPORT} and posts.inspected_paths(user, now):
        return True
    return bool(posts.units_of(user, now, RIGHTS[action].roles))


def allows(action: Action, user: Any, dossier: Dossier, tasks: Iterable[Task], now: datetime) -> bool:
    """May `user` do this with this dossier as it stands? tasks: its open steps."""
    right = RIGHTS[action]
    return dossier.state in right.states and _of_the_place(right, user, dossier, tasks, now)


def require(action: Action, user: Any, dossier: Dossier, now: datetime) -> None:
    """Raises NotPermitted for who has not the role at the place.

    For the act on a step a part in the dossier is enough here: a wrong step is told as such (state.task_at).
    """
    right = RIGHTS[action]
    task = right.where is Where.TASK
    if not (_holds_part(right, user, dossier, now) if task else _of_the_place(right, user, dossier, (), now)):
        raise NotPermitted


def _holds_part(right: Right, user: Any, dossier: Dossier, now: datetime) -> bool:
    """Has he the role in a unit that has a part in the dossier?"""
    return bool(posts.units_of(user, now, right.roles) & set(dossier.seen_by))


def _of_the_place(right: Right, user: Any, dossier: Dossier, tasks: Iterable[Task], now: datetime) -> bool:
    match right.where:
        case Where.DESK:
            return posts.holds(user, right.roles, dossier.desk_id, now)
        case Where.UNIT:
            return posts.holds(user, right.roles, dossier.unit_id, now)
        case Where.ANY:
            return _holds_part(right, user, dossier, now)
        case Where.ABOVE:
            path = dossier.unit.path
            paths = posts.administered_paths(user, now)
            return any(path == above or path.startswith(f"{above}/") for above in paths)
    return any(may_do_step(right, task, user, now) for task in tasks)


def may_do_step(right: Right, task: Task, user: Any, now: datetime) -> bool:
    """Is this open step of a kind and in a unit where `user` has the role?

    A step given to a role is done by that role; a leader assigns, takes over and answers for his officers.
    """
    if task.closed_at is not None or (right.kinds and task.kind not in right.kinds):
        return False
    return posts.holds(user, right.roles & {task.role, Role.LEADER}, task.unit_id, now)


def require_reception(user: Any, unit_id: int, now: datetime) -> None:
    """Raises NotPermitted for who is no receptionist of this unit today."""
    if not posts.holds(user, RIGHTS[Action.RECEIVE].roles, unit_id, now):
        raise NotPermitted

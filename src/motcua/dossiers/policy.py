"""Who may do and see what with a dossier, as a table a lawyer can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.errors import NotPermitted
from motcua.dossiers.models import Dossier, State
from motcua.organisations import queries as posts
from motcua.organisations.models import Role


class Action(StrEnum):
    SEE = "see"
    RECEIVE = "receive"
    COMPLETE = "complete"
    FORWARD = "forward"
    ASSIGN = "assign"
    TAKE = "take"
    RESOLVE = "resolve"
    APPROVE = "approve"
    SEND_BACK = "send back"
    RETURN = "return"
    WITHDRAW = "withdraw"
    PRINT = "print"
    ATTACH = "attach"


@dataclass(frozen=True, slots=True)
class Right:
    """Roles in the dossier's unit, and the states in which they may."""

    roles: frozenset[str]
    states: frozenset[str]


def _right(roles: set[Role], states: set[State]) -> Right:
    return Right(frozenset(roles), frozenset(states))


_RECEPTION: Final = {Role.RECEPTIONIST}
_AT_WORK: Final = {State.RECEIVED, State.IN_PROGRESS, State.FOR_APPROVAL}
_ALL: Final = set(State)

RIGHTS: Final[Mapping[Action, Right]] = {
    Action.SEE: _right({Role.RECEPTIONIST, Role.OFFICER, Role.LEADER}, _ALL),
    Action.RECEIVE: _right(_RECEPTION, set()),
    Action.COMPLETE: _right(_RECEPTION, {State.GUIDED}),
    Action.FORWARD: _right(_RECEPTION, {State.RECEIVED}),
    Action.ASSIGN: _right({Role.LEADER}, {State.IN_PROGRESS}),
    Action.TAKE: _right({Role.OFFICER}, {State.IN_PROGRESS}),
    Action.RESOLVE: _right({Role.OFFICER}, {State.IN_PROGRESS}),
    Action.APPROVE: _right({Role.LEADER}, {State.FOR_APPROVAL}),
    Action.SEND_BACK: _right({Role.LEADER}, {State.FOR_APPROVAL}),
    Action.RETURN: _right(_RECEPTION, {State.RESOLVED}),
    Action.WITHDRAW: _right(_RECEPTION, {*_AT_WORK, State.GUIDED}),
    Action.PRINT: _right({Role.RECEPTIONIST, Role.OFFICER, Role.LEADER}, _ALL),
    Action.ATTACH: _right({Role.RECEPTIONIST, Role.OFFICER}, {*_AT_WORK, State.GUIDED}),
}


def may_see(user: Any, now: datetime) -> Q:
    """Dossiers of the units where `user` holds a post that sees them; for an inspector all below his unit.

    No join of the dossier's own rows beyond its unit, so that they can be locked.
    """
    seen = Q(unit_id__in=posts.units_of(user, now, RIGHTS[Action.SEE].roles))
    if posts.inspected_paths(user, now):
        seen |= Q(unit_id__in=posts.visible_to(user, now).values("pk"))
    return seen


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` ever do this, in any of his units? For doors and menus."""
    if action is Action.SEE and posts.inspected_paths(user, now):
        return True
    return bool(posts.units_of(user, now, RIGHTS[action].roles))


def allows(action: Action, user: Any, dossier: Dossier, now: datetime) -> bool:
    """May `user` do this with this dossier as it stands?"""
    right = RIGHTS[action]
    return dossier.state in right.states and posts.holds(user, right.roles, dossier.unit_id, now)


def require(action: Action, user: Any, dossier: Dossier, now: datetime) -> None:
    """Raises NotPermitted."""
    if not posts.holds(user, RIGHTS[action].roles, dossier.unit_id, now):
        raise NotPermitted


def require_reception(user: Any, unit_id: int, now: datetime) -> None:
    """Raises NotPermitted for who is no receptionist of this unit today."""
    if not posts.holds(user, RIGHTS[Action.RECEIVE].roles, unit_id, now):
        raise NotPermitted

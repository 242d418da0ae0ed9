"""Who may say what a unit has posted; the catalogue itself is public."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from motcua.base.errors import NotPermitted
from motcua.organisations import queries
from motcua.organisations.models import Role


class Action(StrEnum):
    SEE_POSTED = "see what his unit has posted"
    POST = "say what his unit has posted"


RIGHTS: Final[Mapping[Action, frozenset[Role]]] = {
    Action.SEE_POSTED: frozenset({Role.RECEPTIONIST, Role.OFFICER, Role.REGISTRAR, Role.LEADER}),
    Action.POST: frozenset({Role.RECEPTIONIST, Role.REGISTRAR, Role.LEADER}),
}


def units_of(action: Action, user: Any, now: datetime) -> set[int]:
    """Units in which `user` may do this."""
    return queries.units_of(user, now, RIGHTS[action])


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """Anywhere?"""
    return bool(units_of(action, user, now))


def require(action: Action, user: Any, unit_id: int, now: datetime) -> None:
    """Raises NotPermitted."""
    if unit_id not in units_of(action, user, now):
        raise NotPermitted

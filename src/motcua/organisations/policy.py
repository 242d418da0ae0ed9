"""Who may do what with units, posts and calendars."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.base.errors import NotPermitted
from motcua.organisations import queries
from motcua.organisations.models import Role, Unit


class Action(StrEnum):
    READ_CALENDAR = "read the calendar"
    CHANGE_CALENDAR = "change the calendar"
    KEEP_STAFF = "enter absences"
    KEEP_POSTS = "give and end posts"
    DELEGATE = "delegate a post of his own"


_ROLES = {
    Action.CHANGE_CALENDAR: {Role.ADMINISTRATOR},
    Action.KEEP_POSTS: {Role.ADMINISTRATOR},
    Action.KEEP_STAFF: {Role.ADMINISTRATOR, Role.LEADER},
}


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """Calendars are read, and posts delegated, by all staff; the rest by the roles above."""
    return bool(queries.units_of(user, now, _ROLES.get(action)))


def require(action: Action, user: Any, now: datetime) -> None:
    """Raises NotPermitted."""
    if not may_enter(action, user, now):
        raise NotPermitted


def keeps(unit: Unit, user: Any, now: datetime) -> bool:
    """Is `user` an administrator of this unit or of one above it?"""
    paths = queries.administered_paths(user, now)
    return any(unit.path == path or unit.path.startswith(f"{path}/") for path in paths)


def require_unit(action: Action, unit: Unit, user: Any, now: datetime) -> None:
    """Raises NotPermitted, also for a unit outside his subtree."""
    require(action, user, now)
    if not keeps(unit, user, now):
        raise NotPermitted

"""Who may do what with units, posts and calendars."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.base.errors import NotPermitted
from motcua.organisations import queries
from motcua.organisations.models import Role, Unit
from motcua.organisations.reading import one_stops


class Action(StrEnum):
    READ_CALENDAR = "read the calendar"
    CHANGE_CALENDAR = "change the calendar"
    KEEP_STAFF = "enter absences"
    KEEP_POSTS = "give and end posts"
    DELEGATE = "delegate a post of his own"
    SEE_DUTY = "see duty, equipment and connection of a one-stop"
    CHECK_IN = "say that he is on duty"
    KEEP_DUTY = "keep the roster and the absences of a one-stop"
    KEEP_EQUIPMENT = "keep the equipment of a one-stop"


_ROLES = {
    Action.CHANGE_CALENDAR: {Role.ADMINISTRATOR},
    Action.KEEP_POSTS: {Role.ADMINISTRATOR},
    Action.KEEP_STAFF: {Role.ADMINISTRATOR, Role.LEADER},
    Action.KEEP_DUTY: {Role.ADMINISTRATOR, Role.LEADER},
    Action.KEEP_EQUIPMENT: {Role.ADMINISTRATOR, Role.LEADER},
}


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """All staff read calendars and delegate, who has a one-stop sees its duty; the rest by the roles above."""
    if action in {Action.SEE_DUTY, Action.CHECK_IN}:
        return one_stops.sees_any(user, now)
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


def keeps_one_stop(unit: Unit, user: Any, now: datetime) -> bool:
    """Is `user` a leader of this unit, or an administrator of it or of one above it?"""
    return queries.holds(user, {Role.LEADER}, unit.pk, now) or keeps(unit, user, now)


def require_one_stop(unit: Unit, user: Any, now: datetime) -> None:
    """For KEEP_DUTY and KEEP_EQUIPMENT of this very one-stop. Raises NotPermitted."""
    if not keeps_one_stop(unit, user, now):
        raise NotPermitted

"""Who may do what with units and calendars."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.base.errors import NotPermitted
from motcua.organisations import queries
from motcua.organisations.models import Role


class Action(StrEnum):
    READ_CALENDAR = "read the calendar"
    CHANGE_CALENDAR = "change the calendar"


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """Calendars are read by all staff, changed by an administrator."""
    if action is Action.READ_CALENDAR:
        return bool(queries.posts_of(user, now))
    return bool(queries.units_of(user, now, {Role.ADMINISTRATOR}))


def require(action: Action, user: Any, now: datetime) -> None:
    """Raises NotPermitted."""
    if not may_enter(action, user, now):
        raise NotPermitted

"""Who may change internal processes; everybody may read them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from motcua.base.errors import NotPermitted
from motcua.organisations import queries
from motcua.organisations.models import Role


class Action(StrEnum):
    READ = "read processes"
    PUBLISH = "publish a process"


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """All staff read; an administrator publishes."""
    if action is Action.READ:
        return bool(queries.posts_of(user, now))
    return bool(queries.units_of(user, now, {Role.ADMINISTRATOR}))


def require(action: Action, user: Any, now: datetime) -> None:
    """Raises NotPermitted."""
    if not may_enter(action, user, now):
        raise NotPermitted

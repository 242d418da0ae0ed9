"""Who may draft, read and issue conclusions, as a table a lawyer can read."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.errors import NotPermitted
from motcua.conclusions.models import Conclusion
from motcua.organisations import queries as posts
from motcua.organisations.models import Role, Unit


class Action(StrEnum):
    SEE = "see a conclusion, draft or issued"
    DRAFT = "draft a conclusion, edit it, reckon it anew"
    ISSUE = "issue a conclusion"
    SEE_OWN_PART = "see what an issued conclusion says of his own unit"


_INSPECTOR: Final = frozenset({Role.INSPECTOR})
_LEADER: Final = frozenset({Role.LEADER})
_STAFF: Final = frozenset({Role.OFFICER, Role.RECEPTIONIST, Role.REGISTRAR, Role.LEADER})

# of the unit that concludes; only the last is of a unit that was inspected
RIGHTS: Final[Mapping[Action, frozenset[Role]]] = {
    Action.SEE: _INSPECTOR | _LEADER,
    Action.DRAFT: _INSPECTOR,
    Action.ISSUE: _LEADER,
    Action.SEE_OWN_PART: _STAFF | _INSPECTOR,
}


def unit_paths(action: Action, user: Any, now: datetime) -> tuple[str, ...]:
    """Of the units where `user` has this right."""
    return tuple(post.unit_path for post in posts.posts_of(user, now) if post.role in RIGHTS[action])


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` do this with any conclusion?"""
    return bool(unit_paths(action, user, now))


def may_see(user: Any, now: datetime) -> Q:
    """Whole conclusions that `user` may read."""
    return Q(unit__path__in=unit_paths(Action.SEE, user, now))


def own_units(user: Any, now: datetime) -> Q:
    """Units whose own part `user` may read."""
    return Q(path__in=unit_paths(Action.SEE_OWN_PART, user, now))


def allows(action: Action, user: Any, unit: Unit, now: datetime) -> bool:
    """May `user` do this for a conclusion of this unit?"""
    return unit.path in unit_paths(action, user, now)


def require(action: Action, user: Any, unit: Unit, now: datetime) -> None:
    """Raises NotPermitted."""
    if not allows(action, user, unit, now):
        raise NotPermitted


def of(conclusion: Conclusion, user: Any, now: datetime) -> dict[str, bool]:
    """What `user` may do with this one now, for its page."""
    draft = not conclusion.issued
    return {
        "draft": draft and allows(Action.DRAFT, user, conclusion.unit, now),
        "issue": draft and allows(Action.ISSUE, user, conclusion.unit, now),
    }

"""Who may do and see what with the format checker, as a table a lawyer can read."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.errors import NotPermitted
from motcua.documents.models import FormatCheck
from motcua.organisations import queries as posts
from motcua.organisations.models import Role, Unit


class Action(StrEnum):
    CHECK = "check the format of documents"
    SEE = "see a format check"
    MEND = "take the mended file"
    READ_RULES = "read the rules of format"


class Whose(StrEnum):
    """Of whose checks the right is."""

    OWN = "his own"
    BELOW = "those of his unit and of all below it"


_STAFF: Final = frozenset(Role)
_OVERSEERS: Final = frozenset({Role.INSPECTOR, Role.ADMINISTRATOR})

RIGHTS: Final[Mapping[Action, Mapping[Whose, frozenset[Role]]]] = {
    Action.CHECK: {Whose.OWN: _STAFF},
    Action.SEE: {Whose.OWN: _STAFF, Whose.BELOW: _OVERSEERS},
    Action.MEND: {Whose.OWN: _STAFF},  # whoever oversees reads; the drafter mends
    Action.READ_RULES: {Whose.OWN: _STAFF},
}


def _paths(action: Action, user: Any, now: datetime) -> tuple[str, ...]:
    """Subtrees whose checks `user` may do this with."""
    roles = RIGHTS[action].get(Whose.BELOW, frozenset())
    return tuple(post.unit_path for post in posts.posts_of(user, now) if post.role in roles)


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` ever do this? Whoever holds a post today may, with his own."""
    roles = frozenset[str]().union(*RIGHTS[action].values())
    return bool(posts.units_of(user, now, roles))


def may_see(user: Any, now: datetime) -> Q:
    """Checks that `user` may read: his own, and for an inspector or administrator those of all units below."""
    if not may_enter(Action.SEE, user, now):
        return Q(pk__in=[])
    if paths := _paths(Action.SEE, user, now):
        return Q(by=user.pk) | Q(unit__in=Unit.objects.filter(posts.below(paths)))
    return Q(by=user.pk)


def allows(action: Action, user: Any, check: FormatCheck, now: datetime) -> bool:
    """May `user` do this with this check?"""
    if not may_enter(action, user, now):
        return False
    path = check.unit.path
    below = any(path == above or path.startswith(f"{above}/") for above in _paths(action, user, now))
    return check.by_id == user.pk or below


def require(action: Action, user: Any, check: FormatCheck, now: datetime) -> None:
    """Raises NotPermitted."""
    if not allows(action, user, check, now):
        raise NotPermitted

"""Who may read and write registers, as a table a lawyer can read."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.organisations import queries as posts
from motcua.organisations.models import Role, Unit
from motcua.registers.register import Kind, Register, every, named


class Action(StrEnum):
    SEE = "read a register"
    WRITE = "write in a register"


class Whose(StrEnum):
    """Of which units the right is."""

    OWN = "the rows of his own unit"
    BELOW = "those of his unit and of all below it"


_OVERSEERS: Final = frozenset({Role.INSPECTOR, Role.ADMINISTRATOR})
_OFFICE: Final = frozenset({Role.REGISTRAR, Role.LEADER})
_DESK: Final = _OFFICE | {Role.RECEPTIONIST}
_OFFICER: Final = frozenset({Role.OFFICER})

# NĐ 30/2020/NĐ-CP Điều 6: the registrar keeps the registers, the head answers for them; the rest is ours [C].
# A shared register has rows of no unit: whoever oversees writes it, whoever holds a post reads it.
RIGHTS: Final[Mapping[Kind, Mapping[Action, Mapping[Whose, frozenset[Role]]]]] = {
    Kind.OFFICE: {
        Action.SEE: {Whose.OWN: _OFFICE | _OFFICER, Whose.BELOW: _OVERSEERS},
        Action.WRITE: {Whose.OWN: _OFFICE, Whose.BELOW: _OVERSEERS},
    },
    Kind.DESK: {
        Action.SEE: {Whose.OWN: _DESK | _OFFICER, Whose.BELOW: _OVERSEERS},
        Action.WRITE: {Whose.OWN: _DESK, Whose.BELOW: _OVERSEERS},
    },
    Kind.SHARED: {
        Action.SEE: {Whose.OWN: frozenset(Role)},
        Action.WRITE: {Whose.OWN: _OVERSEERS},
    },
}


def may(action: Action, user: Any, register: Register, now: datetime) -> bool:
    """May `user` do this with any row of the register?"""
    roles = frozenset[str]().union(*RIGHTS[register.kind][action].values())
    return bool(posts.units_of(user, now, roles))


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` do this with any register?"""
    return any(may(action, user, register, now) for register in every())


def register_for(name: str, action: Action, user: Any, now: datetime) -> Register:
    """The register, for who may do this with it. Raises NotFound; NotPermitted where he may only read it."""
    register = named(name)
    if not may(Action.SEE, user, register, now):
        raise NotFound
    if not may(action, user, register, now):
        raise NotPermitted
    return register


def units_for(action: Action, user: Any, register: Register, now: datetime) -> Q:
    """Units, in force or not, whose rows `user` may do this with."""
    roles = RIGHTS[register.kind][action]
    found = posts.posts_of(user, now)
    own = {post.unit_id for post in found if post.role in roles.get(Whose.OWN, frozenset())}
    below = [post.unit_path for post in found if post.role in roles.get(Whose.BELOW, frozenset())]
    return Q(pk__in=own) | posts.below(below)


def rows_for(action: Action, user: Any, register: Register, now: datetime) -> Q:
    """Rows of a register that `user` may do this with."""
    if not register.of_units:
        return Q() if may(action, user, register, now) else Q(pk__in=[])
    return Q(unit__in=Unit.objects.filter(units_for(action, user, register, now)))


def writable_units(user: Any, register: Register, now: datetime) -> list[Unit]:
    """Units in force today that `user` may write for, in the order of the tree."""
    if not register.of_units:
        return []
    today = now.astimezone(VIETNAM).date()
    rows = posts.in_force(Unit.objects.filter(units_for(Action.WRITE, user, register, now)), today)
    return list(rows.order_by("path"))

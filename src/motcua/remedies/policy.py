"""Who may see, decide, mend and verify, as a table a lawyer can read."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.errors import NotPermitted
from motcua.organisations import queries as posts
from motcua.organisations.models import Role, Unit
from motcua.remedies.errors import OwnRemedy
from motcua.remedies.models import Remedy


class Action(StrEnum):
    SEE = "see cases and remedies"
    CONFIRM = "confirm a finding with its cause"
    CONTEST = "contest it, or explain it"
    ANSWER = "answer a contest"
    DROP = "drop it with a reason"
    EXPLAIN = "accept an explanation"
    ORDER = "order a remedy and name its owner"
    WORK = "begin and report a remedy of one's own"
    VERIFY = "verify a report, or return it"
    CONCLUDE = "order what an issued conclusion demands"


class Whose(StrEnum):
    """Of whose cases the right is."""

    OWN = "those of his own unit"
    BELOW = "those of his unit and of all below it"
    ESCALATED = "those below whose lateness went up to the town"


_STAFF: Final = frozenset({Role.OFFICER, Role.RECEPTIONIST, Role.REGISTRAR, Role.LEADER})
_LEADER: Final = frozenset({Role.LEADER})
_INSPECTOR: Final = frozenset({Role.INSPECTOR})
_ADMINISTRATOR: Final = frozenset({Role.ADMINISTRATOR})
TOWN_LEVEL: Final = 2

# All of it is a convention of ours [C]; that a head answers for his unit is law in Hải Phòng (QĐ 30/2018/QĐ-UBND [S]).
RIGHTS: Final[Mapping[Action, Mapping[Whose, frozenset[Role]]]] = {
    Action.SEE: {Whose.OWN: _STAFF, Whose.BELOW: _INSPECTOR | _ADMINISTRATOR, Whose.ESCALATED: _LEADER},
    Action.CONFIRM: {Whose.BELOW: _INSPECTOR},
    Action.CONTEST: {Whose.OWN: _LEADER},
    Action.ANSWER: {Whose.BELOW: _INSPECTOR},
    Action.DROP: {Whose.BELOW: _INSPECTOR},
    Action.EXPLAIN: {Whose.BELOW: _INSPECTOR},
    Action.ORDER: {Whose.OWN: _LEADER},
    Action.WORK: {Whose.OWN: _STAFF},  # and only the owner: `require_owner`
    Action.CONCLUDE: {Whose.BELOW: _LEADER},  # who signs a conclusion, of all that it covers
    Action.VERIFY: {Whose.BELOW: _INSPECTOR},
}
JUDGING: Final = frozenset({Action.ANSWER, Action.DROP, Action.EXPLAIN, Action.VERIFY})


def paths(action: Action, user: Any, now: datetime, whose: Whose) -> tuple[str, ...]:
    """Of the units where `user` has this right, on their own or with those below."""
    roles = RIGHTS[action].get(whose, frozenset())
    return tuple(post.unit_path for post in posts.posts_of(user, now) if post.role in roles)


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` ever do this?"""
    roles = frozenset[str]().union(*RIGHTS[action].values())
    return bool(posts.units_of(user, now, roles))


def may_see(user: Any, now: datetime) -> Q:
    """Cases that `user` may read."""
    own = Q(unit__path__in=paths(Action.SEE, user, now, Whose.OWN))
    if below := paths(Action.SEE, user, now, Whose.BELOW):
        own |= Q(unit__in=Unit.objects.filter(posts.below(below)))
    if above := paths(Action.SEE, user, now, Whose.ESCALATED):
        late = Remedy.objects.filter(level__gte=TOWN_LEVEL, case__unit__in=Unit.objects.filter(posts.below(above)))
        own |= Q(pk__in=late.values("case"))
    return own


def allows(action: Action, user: Any, unit: Unit, now: datetime) -> bool:
    """May `user` do this for this unit, by his posts alone?"""
    if action in JUDGING and unit.pk in posts.units_of(user, now):
        return False
    below = paths(action, user, now, Whose.BELOW)
    own = unit.path in paths(action, user, now, Whose.OWN)
    return own or any(unit.path == above or unit.path.startswith(f"{above}/") for above in below)


def require(action: Action, user: Any, unit: Unit, now: datetime) -> None:
    """Raises NotPermitted; OwnRemedy for who has the right over others and would judge his own unit."""
    if action in JUDGING and unit.pk in posts.units_of(user, now):
        raise OwnRemedy
    if not allows(action, user, unit, now):
        raise NotPermitted


def owns(user: Any, remedy: Remedy, now: datetime) -> bool:
    """Is it his to do: his own, or of whom he stands in for today?"""
    return remedy.owner_id in {user.pk, *posts.stands_in_for(user, now)}


def require_owner(user: Any, remedy: Remedy, now: datetime) -> None:
    """Raises NotPermitted."""
    if not owns(user, remedy, now):
        raise NotPermitted


def require_other(user: Any, remedies: list[Remedy], now: datetime) -> None:
    """Nobody judges what he mends or ordered: not himself, not as a stand-in. Raises OwnRemedy."""
    if any(owns(user, one, now) or one.ordered_by_id == user.pk for one in remedies):
        raise OwnRemedy

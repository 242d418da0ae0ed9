"""Who may see and decide what the signals found, as a table a lawyer can read."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.errors import NotPermitted
from motcua.inspection.models import Finding
from motcua.organisations import queries as posts
from motcua.organisations.models import Role, Unit


class Action(StrEnum):
    SEE = "see findings"
    REMARK = "say something of a finding"
    ASSIGN = "name who mends it"
    ACCEPT = "answer for it until a day"
    WITHDRAW = "say that it is none"
    SET = "change a signal"
    RECONCILE = "see and reckon what arose against what was entered, and judge doubtful pairs"
    ASSIGN_ENTRY = "name who enters a missing dossier"
    DROP = "say that a missing dossier is none"
    CAMPAIGN_SEE = "see campaigns of self-inspection"
    CAMPAIGN_OPEN = "open a campaign over a unit and all below it"
    CAMPAIGN_REVIEW = "say what a document of a campaign is"


class Whose(StrEnum):
    """Of whose findings the right is."""

    OWN = "those of his own unit"
    BELOW = "those of his unit and of all below it"


_STAFF: Final = frozenset({Role.OFFICER, Role.RECEPTIONIST, Role.REGISTRAR, Role.LEADER})
_DESK: Final = frozenset({Role.RECEPTIONIST, Role.REGISTRAR, Role.LEADER})
_LEADER: Final = frozenset({Role.LEADER})
_INSPECTOR: Final = frozenset({Role.INSPECTOR})
_ADMINISTRATOR: Final = frozenset({Role.ADMINISTRATOR})

RIGHTS: Final[Mapping[Action, Mapping[Whose, frozenset[Role]]]] = {
    Action.SEE: {Whose.OWN: _STAFF, Whose.BELOW: _INSPECTOR | _ADMINISTRATOR},
    Action.REMARK: {Whose.OWN: _STAFF, Whose.BELOW: _INSPECTOR},
    Action.ASSIGN: {Whose.OWN: _LEADER},
    # whoever is looked at does not excuse himself [C]
    Action.ACCEPT: {Whose.BELOW: _INSPECTOR},
    Action.WITHDRAW: {Whose.BELOW: _INSPECTOR},
    Action.SET: {Whose.BELOW: _ADMINISTRATOR},
    Action.RECONCILE: {Whose.OWN: _DESK, Whose.BELOW: _INSPECTOR | _ADMINISTRATOR},
    Action.ASSIGN_ENTRY: {Whose.OWN: _LEADER},
    Action.DROP: {Whose.OWN: _LEADER, Whose.BELOW: _INSPECTOR},
    # a head inspects what his own unit issued, an inspector what all below did (NĐ 34/2016 Điều 103 [M])
    Action.CAMPAIGN_SEE: {Whose.OWN: _LEADER, Whose.BELOW: _INSPECTOR | _ADMINISTRATOR},
    Action.CAMPAIGN_OPEN: {Whose.OWN: _LEADER, Whose.BELOW: _INSPECTOR | _ADMINISTRATOR},
    Action.CAMPAIGN_REVIEW: {Whose.OWN: _LEADER, Whose.BELOW: _INSPECTOR},
}


def paths(action: Action, user: Any, now: datetime, whose: Whose) -> tuple[str, ...]:
    """Of the units where `user` has this right, on their own or with all below."""
    roles = RIGHTS[action].get(whose, frozenset())
    return tuple(post.unit_path for post in posts.posts_of(user, now) if post.role in roles)


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` do this with any finding?"""
    roles = frozenset[str]().union(*RIGHTS[action].values())
    return bool(posts.units_of(user, now, roles))


def may_see(user: Any, now: datetime) -> Q:
    """Findings that `user` may read: of the very units of his posts, and below those he oversees."""
    own = Q(unit__path__in=paths(Action.SEE, user, now, Whose.OWN))
    below = paths(Action.SEE, user, now, Whose.BELOW)
    return own | Q(unit__in=Unit.objects.filter(posts.below(below))) if below else own


def units_seen(user: Any, now: datetime) -> Q:
    """Units whose findings `user` may read."""
    below = paths(Action.SEE, user, now, Whose.BELOW)
    own = Q(path__in=paths(Action.SEE, user, now, Whose.OWN))
    return own | posts.below(below) if below else own


def allows(action: Action, user: Any, finding: Finding | None, now: datetime) -> bool:
    """May `user` do this with this finding, or where none is named at all?"""
    if finding is None:
        return may_enter(action, user, now)
    return allows_in(action, user, finding.unit, now)


def allows_in(action: Action, user: Any, unit: Unit, now: datetime) -> bool:
    """May `user` do this for this unit?"""
    below = paths(action, user, now, Whose.BELOW)
    own = unit.path in paths(action, user, now, Whose.OWN)
    return own or any(unit.path == above or unit.path.startswith(f"{above}/") for above in below)


def require_in(action: Action, user: Any, unit: Unit, now: datetime) -> None:
    """Raises NotPermitted."""
    if not allows_in(action, user, unit, now):
        raise NotPermitted


def units_for(action: Action, user: Any, now: datetime) -> Q:
    """Units for which `user` may do this."""
    own, below = (paths(action, user, now, whose) for whose in (Whose.OWN, Whose.BELOW))
    found = Q(path__in=own)
    return found | posts.below(below) if below else found


def require(action: Action, user: Any, finding: Finding | None, now: datetime) -> None:
    """Raises NotPermitted."""
    if not allows(action, user, finding, now):
        raise NotPermitted

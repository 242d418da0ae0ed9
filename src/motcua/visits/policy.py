"""Who may see, prepare and decide visits, and say something at them, as a table a lawyer can read."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotPermitted
from motcua.organisations import queries as posts
from motcua.organisations.models import Role, Unit
from motcua.visits.models import Member, Minutes, Plan, PlannedUnit, Visit


class Action(StrEnum):
    SEE = "see that a visit is, its team, its samples"
    PREPARE = "prepare a visit to a unit below: days, team, checklist"
    DECIDE = "enter the decision, open a visit, end it"
    TEMPLATES = "see checklists"
    EDIT = "publish a new version of a checklist"
    DEVICES = "stop a tablet that was lost"
    ANSWER = "read and write the checklist of a visit"
    PLAN = "draft the plan of a year: units and months"
    ISSUE_PLAN = "issue the plan of a year"


_INSPECTOR: Final = frozenset({Role.INSPECTOR})
_DECIDE: Final = frozenset({Role.INSPECTOR, Role.LEADER})
_ABOVE: Final = frozenset({Role.INSPECTOR, Role.LEADER, Role.ADMINISTRATOR})

# Roles in the unit that inspects. ANSWER is nobody's by his post: the decision names who is of the team, and when.
RIGHTS: Final[Mapping[Action, frozenset[Role]]] = {
    Action.SEE: _ABOVE,
    Action.PREPARE: _INSPECTOR,
    Action.DECIDE: _DECIDE,
    Action.TEMPLATES: _ABOVE,
    Action.EDIT: _INSPECTOR,
    Action.DEVICES: frozenset({Role.INSPECTOR, Role.ADMINISTRATOR}),
    Action.ANSWER: frozenset(),
    Action.PLAN: _INSPECTOR,
    Action.ISSUE_PLAN: frozenset({Role.LEADER}),
}
SECRET: Final = ("draft", "decided", "open")  # of an unannounced visit: only who makes it and who is of the team
AFTERWARDS: Final = ("minutes", "closed")
SYNC_DAYS: Final = timedelta(days=3)  # what was said in time may still arrive so long after the last day [C]


def units_where(action: Action, user: Any, now: datetime) -> set[int]:
    """Units in which `user` holds a post that has this right."""
    return posts.units_of(user, now, RIGHTS[action])


def is_member(user: Any, now: datetime, *, late: bool = False) -> Q:
    """Memberships of `user` that are valid today. late: or were, so lately that something may still arrive."""
    today = now.astimezone(VIETNAM).date()
    return Q(user=user.pk, valid_from__lte=today, valid_to__gte=today - SYNC_DAYS if late else today)


def may_enter(action: Action, user: Any, now: datetime) -> bool:
    """May `user` do this with any visit? To the list may come whoever has a post: it shows what is his."""
    if action is Action.SEE:
        return bool(posts.posts_of(user, now)) or Member.objects.filter(is_member(user, now)).exists()
    if action is Action.ANSWER:
        return Member.objects.filter(is_member(user, now)).exists()
    return bool(units_where(action, user, now))


def may_see(user: Any, now: datetime) -> Q:
    """Visits `user` may know of.

    An unannounced one is known, until its minutes are made, to who made it, to the heads of the unit that inspects,
    and to its team; the inspected unit hears of a planned one when it is decided.
    """
    above = Q(by_unit__in=units_where(Action.SEE, user, now))
    heads = Q(by_unit__in=posts.units_of(user, now, {Role.LEADER}))
    team = Q(pk__in=Member.objects.filter(is_member(user, now)).values("visit"))
    led = Q(unit__in=Unit.objects.filter(path__in=_led(user, now)))
    known = Q(mode="planned") | Q(state__in=AFTERWARDS)
    told = Q(mode="planned") & ~Q(state="draft") | Q(state__in=AFTERWARDS)
    made = Q(created_by=user.pk) & above
    return team | heads | made | above & known | led & told


def _led(user: Any, now: datetime) -> list[str]:
    return [post.unit_path for post in posts.posts_of(user, now) if post.role == Role.LEADER]


def may_read(user: Any, now: datetime) -> Q:
    """Visits whose content `user` may read: of his team, in its time; afterwards also the unit that inspected."""
    team = Q(pk__in=Member.objects.filter(is_member(user, now)).values("visit"), state__in=("open", *AFTERWARDS))
    return team | Q(by_unit__in=units_where(Action.DECIDE, user, now), state__in=AFTERWARDS)


def may_read_minutes(user: Any, now: datetime) -> Q:
    """Visits whose frozen minutes `user` may read: whoever reads the checklist, and the heads of the inspected unit.

    The heads read what they are asked to sign; what was said beside it stays the team's.
    """
    led = Q(unit__in=Unit.objects.filter(path__in=_led(user, now)), state__in=AFTERWARDS)
    return may_read(user, now) | led & Q(pk__in=Minutes.objects.filter(thawed_at=None).values("visit"))


def may_see_plan(user: Any, now: datetime) -> Q:
    """Plans `user` may know of: of a unit for which he inspects; issued ones that name a unit of his."""
    above = Q(unit__in=units_where(Action.SEE, user, now))
    named = PlannedUnit.objects.filter(may_see_line(user, now)).values("plan")
    return above | Q(state=Plan.State.ISSUED, pk__in=named)


def may_see_line(user: Any, now: datetime) -> Q:
    """Lines of plans `user` may read: all of a unit for which he inspects; of an issued one that of his own unit."""
    above = Q(plan__unit__in=units_where(Action.SEE, user, now))
    return above | Q(plan__state=Plan.State.ISSUED, unit__in=posts.units_of(user, now))


def allows_plan(action: Action, user: Any, plan: Plan, now: datetime) -> bool:
    """May `user` do this with a plan that he sees?"""
    return plan.unit_id in units_where(action, user, now)


def allows(action: Action, user: Any, visit: Visit, now: datetime) -> bool:
    """May `user` do this with a visit that he sees?"""
    return visit.by_unit_id in units_where(action, user, now)


def require(action: Action, user: Any, visit: Visit, now: datetime) -> None:
    """Raises NotPermitted."""
    if not allows(action, user, visit, now):
        raise NotPermitted


def require_over(action: Action, user: Any, by_unit: Unit, unit: Unit, now: datetime) -> None:
    """`user` acts for `by_unit`, and `unit` is below it. Raises NotPermitted."""
    if by_unit.pk not in units_where(action, user, now) or not unit.path.startswith(f"{by_unit.path}/"):
        raise NotPermitted

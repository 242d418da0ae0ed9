"""Ordering remedies: for one finding, or for all findings of one cause at once."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any, Final

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.engines import worktime
from motcua.engines.mending import OVER, Act, permitted
from motcua.inspection import queries as findings
from motcua.inspection.errors import ReasonNeeded
from motcua.inspection.models import Finding
from motcua.organisations.models import Unit
from motcua.organisations.queries import Calendars, holders_in
from motcua.remedies import law, policy
from motcua.remedies.commands.state import begun, done, moved, noted
from motcua.remedies.errors import BadDeadline, NothingToOrder
from motcua.remedies.models import Case, Remedy
from motcua.remedies.policy import Action

MOST_DAYS: Final = 250
MOST_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done, by whom, in how many working days.

    template: of a common remedy, whose words and days count where action is "" or days None.
    """

    owner: Any
    template: str = ""
    action: str = ""
    days: int | None = None


@transaction.atomic
def order(finding_id: int, asked: Order, *, by: Any, now: datetime, seen: int) -> Remedy:
    """Order one remedy of one finding. A head who orders concedes the finding; a contested one waits for its answer.

    Raises NotFound also for an owner without a post in the unit, NotPermitted, CaseChanged, NotAtThisPoint,
    ReasonNeeded without any words, BadDeadline.
    """
    case = begun(finding_id, Action.ORDER, by, now, seen)
    made = _made(case, _settled(asked, case.unit, now), by, now)
    done(case, "remedy.ordered", by, now, _told([made]))
    return made


@transaction.atomic
def order_group(group: str, asked: Order, *, by: Any, now: datetime) -> list[Remedy]:
    """Order the same remedy for every open finding of a cause that may have it and has it not.

    Contested ones are left out. Raises as `order` does; NotFound for a cause of which nothing is seen; NothingToOrder.
    """
    rows = findings.visible_to(by, now).filter(group=group, state__in=findings.TOLD).select_related("unit")
    held: list[Finding] = list(rows.select_for_update(of=("self",), no_key=True).order_by("pk")[:MOST_AT_ONCE])
    if not held:
        raise NotFound
    unit = held[0].unit
    policy.require(Action.ORDER, by, unit, now)
    given = _settled(asked, unit, now)
    made = []
    for finding, case in _with_cases(held):
        if case is None or _lacks(case, given):
            made.append(_made(case or noted(finding, by, now), given, by, now))
    if not made:
        raise NothingToOrder
    for one in made:
        done(one.case, "remedy.ordered", by, now, _told([one]))
    return made


def _with_cases(held: list[Finding]) -> list[tuple[Finding, Case | None]]:
    cases = Case.objects.select_for_update(no_key=True, of=("self",)).filter(finding__in=held).order_by("pk")
    known = {(one.finding_id, one.episode): one for one in cases.prefetch_related("remedies")}
    found = []
    for finding in held:
        case = known.get((finding.pk, finding.episode))
        if case is not None:
            case.finding, case.unit = finding, finding.unit
        found.append((finding, case))
    return found


def _lacks(case: Case, given: Order) -> bool:
    """May it have the remedy, and does nobody carry out the same?"""
    same = any(one.action == given.action and one.stands not in OVER for one in case.remedies.all())
    return Act.ORDER in permitted(case.stands) and not same


def _settled(asked: Order, unit: Unit, now: datetime) -> Order:
    """With the words and the days of its template."""
    known = law.templates(now.astimezone(VIETNAM).date())
    if asked.template and asked.template not in known:
        raise NotFound
    template = known.get(asked.template)
    action = asked.action.strip() or (template.title.vi if template else "")
    days = asked.days if asked.days is not None else template.days if template else 0
    if not action:
        raise ReasonNeeded
    if not 1 <= days <= MOST_DAYS:
        raise BadDeadline
    if asked.owner is None or asked.owner.pk not in dict(holders_in([unit.pk], now)):
        raise NotFound
    return Order(asked.owner, asked.template, action[:500], days)


def _made(case: Case, given: Order, by: Any, now: datetime) -> Remedy:
    moved(case, Act.ORDER)
    days = given.days or 1
    return Remedy.objects.create(
        case=case, template=given.template, action=given.action, owner=given.owner, ordered_by=by, given_at=now,
        working_days=days, due_at=due(case.unit_id, now, days),
    )  # fmt: skip


def due(unit_id: int, given_at: datetime, days: int) -> datetime:
    """The end of the last of so many working days, by the clock of the unit."""
    calendar = Calendars().of(unit_id, given_at.astimezone(VIETNAM).date())
    limit = worktime.Limit(Fraction(days), worktime.Unit.WORKING_DAY)
    return worktime.due(given_at, limit, calendar).end_of_day


def _told(made: list[Remedy]) -> dict[str, Any]:
    return {"remedies": [{"remedy": one.pk, "owner": one.owner_id, "template": one.template,
                          "due": one.due_at.isoformat()} for one in made]}  # fmt: skip

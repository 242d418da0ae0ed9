"""The plan of a year: drafted from what the system would propose, changed by hand, issued by the head."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.events.commands import record
from motcua.organisations.models import Unit
from motcua.visits import plan_queries as queries
from motcua.visits import policy, proposing, words
from motcua.visits.errors import PlanChanged, PlanExists, PlanIncomplete
from motcua.visits.law import VISITS
from motcua.visits.models import Plan, PlannedUnit
from motcua.visits.policy import Action

MONTHS = range(1, 13)


@transaction.atomic
def draft_plan(by_unit: Unit, *, year: int, by: Any, now: datetime) -> Plan:
    """A plan with the units that the system proposes, each with what speaks for it.

    Raises NotPermitted, PlanExists.
    """
    if by_unit.pk not in policy.units_where(Action.PLAN, by, now):
        raise NotPermitted
    plan, new = Plan.objects.get_or_create(unit=by_unit, year=year, defaults={"created_by": by, "created_at": now})
    if not new:
        raise PlanExists(year=year)
    ranking = queries.ranking(by_unit, year, user=by, now=now)
    chosen = ranking.proposed
    months = proposing.spread(len(chosen), proposing.first_month(year, now.astimezone(VIETNAM).date()))
    PlannedUnit.objects.bulk_create(
        PlannedUnit(plan=plan, unit_id=one.unit, month=month, why=why(one))
        for one, month in zip(chosen, months, strict=True)
    )
    _record("drafted", plan, by=by, now=now, data={"year": year, "units": sorted(one.unit for one in chosen)})
    return plan


def why(one: proposing.Proposal) -> list[dict[str, Any]]:
    """What spoke for it, as a line keeps it."""
    return [{"reason": row.reason, "value": row.value} for row in one.reasons]


@transaction.atomic
def set_units(plan_id: int, months: Mapping[int, int], *, by: Any, now: datetime, seen: int) -> Plan:
    """These units in these months, and no others; a unit that stays keeps what spoke for it when it came in.

    Raises NotFound (also for a unit that is not below), NotPermitted, PlanChanged.
    """
    plan = _begun(plan_id, Action.PLAN, by=by, now=now, seen=seen)
    ranking = queries.ranking(plan.unit, plan.year, user=by, now=now)
    told = {one.unit: why(one) for one in ranking.proposals}
    if not months.keys() <= told.keys() or any(month not in MONTHS for month in months.values()):
        raise NotFound
    kept = {row.unit_id: row.why for row in PlannedUnit.objects.filter(plan=plan)}
    PlannedUnit.objects.filter(plan=plan).delete()
    PlannedUnit.objects.bulk_create(
        PlannedUnit(plan=plan, unit_id=unit, month=month, why=kept.get(unit, told[unit]))
        for unit, month in months.items()
    )
    plan.version += 1
    plan.save(update_fields=["version"])
    _record("changed", plan, by=by, now=now, data={"units": {str(unit): month for unit, month in months.items()}})
    return plan


@transaction.atomic
def issue_plan(plan_id: int, *, number: str, on: date, by: Any, now: datetime, seen: int) -> Plan:
    """From now on its units see their own lines, and nothing of it changes.

    Raises NotFound, NotPermitted, PlanChanged, PlanIncomplete.
    """
    plan = _begun(plan_id, Action.ISSUE_PLAN, by=by, now=now, seen=seen)
    reached = PlannedUnit.objects.filter(plan=plan).values("unit").distinct().count()
    if not number.strip() or not reached or on > now.astimezone(VIETNAM).date():
        raise PlanIncomplete
    total = len(queries.reachable(plan.unit, plan.year, now))
    plan.coverage = words.share_vi(reached, total, VISITS.on(on).coverage.value)
    plan.number, plan.issued_on, plan.state = number.strip(), on, Plan.State.ISSUED
    plan.version += 1
    plan.save(update_fields=["number", "issued_on", "state", "coverage", "version"])
    data = {"number": plan.number, "on": str(on), "units": reached, "of": total}
    _record("issued", plan, by=by, now=now, data=data)
    return plan


def _begun(plan_id: int, action: Action, *, by: Any, now: datetime, seen: int) -> Plan:
    """The plan, locked, a draft as the person saw it. Raises NotFound, NotPermitted, PlanChanged."""
    plan = queries.plan(plan_id, user=by, now=now, lock=True)
    if not policy.allows_plan(action, by, plan, now):
        raise NotPermitted
    if plan.state != Plan.State.DRAFT or plan.version != seen:
        raise PlanChanged
    return plan


def _record(what: str, plan: Plan, *, by: Any, now: datetime, data: Mapping[str, object]) -> None:
    ground = VISITS.on(now.astimezone(VIETNAM).date()).team.ground
    record(f"inspection-plan.{what}", plan.stream, by=by, at=now, ground=ground, data={"plan": plan.pk, **data})

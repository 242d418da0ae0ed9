"""Every read of plans; each starts from `visible_to`. And what is known of the units a plan may reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Count, Max, Min, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.events.models import Event
from motcua.events.queries import of_stream
from motcua.inspection import queries as findings
from motcua.inspection.law import SAMPLE_SET
from motcua.inspection.models import Severity
from motcua.inspection.standing import Cause, fields
from motcua.organisations import queries as organisations
from motcua.organisations.models import Unit
from motcua.organisations.reading.one_stops import one_stops
from motcua.remedies import queries as remedies
from motcua.remedies.models import Remedy
from motcua.visits import policy, proposing, queries
from motcua.visits.law import VISITS
from motcua.visits.models import Mode, Plan, PlannedUnit, Visit
from motcua.visits.policy import AFTERWARDS, Action

A_YEAR: Final = timedelta(days=365)
WEIGHT: Final = {Severity.HIGH: "high", Severity.MEDIUM: "medium", Severity.LOW: "low"}
PAGE: Final = 50


def visible_to(user: Any, now: datetime) -> QuerySet[Plan]:
    """Plans `user` may know of today."""
    return Plan.objects.filter(policy.may_see_plan(user, now))


def listed(user: Any, now: datetime, *, before: int | None = None) -> list[Plan]:
    """One page of plans and one more, newest first, each with the number of its units: none where that is not his."""
    rows = visible_to(user, now).select_related("unit")
    rows = rows.filter(pk__lt=before) if before is not None else rows
    return list(rows.order_by("-pk")[: PAGE + 1])


def plan(pk: int, *, user: Any, now: datetime, lock: bool = False) -> Plan:
    """One plan. Raises NotFound."""
    rows = visible_to(user, now).select_related("unit", "created_by")
    found = (rows.select_for_update(of=("self",), no_key=True) if lock else rows).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def lines(of: Plan, user: Any, now: datetime) -> list[PlannedUnit]:
    """Lines of a plan that `user` may read, by month."""
    rows = PlannedUnit.objects.filter(policy.may_see_line(user, now), plan=of).select_related("unit", "plan__unit")
    return list(rows.order_by("month", "unit__sort_key"))


def story(of: Plan) -> QuerySet[Event]:
    """What happened to it, newest first."""
    return of_stream(of.stream)


def of_unit_in(by_unit: Unit, unit: Unit, day: date) -> Plan | None:
    """The issued plan of that year that names the unit."""
    rows = Plan.objects.filter(unit=by_unit, year=day.year, state=Plan.State.ISSUED, units__unit=unit)
    return rows.distinct().first()


def planning_units(user: Any, now: datetime) -> list[Unit]:
    """Units for which `user` may draft a plan."""
    return list(Unit.objects.filter(pk__in=policy.units_where(Action.PLAN, user, now)).order_by("path"))


def reachable(by_unit: Unit, year: int, now: datetime) -> list[Unit]:
    """One-stops below the unit that inspects, as they are today; of a later year as they will be."""
    on = max(now.astimezone(VIETNAM).date(), date(year, 1, 1))
    rows = one_stops(on).filter(organisations.below([by_unit.path])).exclude(pk=by_unit.pk)
    return list(rows.order_by("sort_key"))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Units that may be planned, by what speaks for them, and the share that is asked for, in percent."""

    units: dict[int, Unit]
    proposals: list[proposing.Proposal]
    percent: int

    @property
    def proposed(self) -> list[proposing.Proposal]:
        """What the system would tick."""
        return proposing.proposed(self.proposals, self.percent)


def ranking(by_unit: Unit, year: int, *, user: Any, now: datetime) -> Ranking:
    """What speaks for each unit, of what `user` may see. A fixed number of queries."""
    units = {unit.pk: unit for unit in reachable(by_unit, year, now)}
    law = VISITS.on(now.astimezone(VIETNAM).date())
    made = Visit.objects.filter(by_unit=by_unit, state__in=AFTERWARDS)
    proposals = proposing.ranked(
        _known(units, user, now, made), law.weights.value, begins_on=date(year, 1, 1),
        fair_months=law.fair_months.value, known_since=made.aggregate(first=Min("begins_on"))["first"],
    )  # fmt: skip
    return Ranking(units, proposals, law.coverage.value)


def _known(units: dict[int, Unit], user: Any, now: datetime, made: QuerySet[Visit]) -> Iterable[proposing.Known]:
    """Visits that nobody may know of yet do not count: whoever plans would read them out of the months."""
    above = _above(units)
    held: dict[int, list[Cause]] = {pk: [] for pk in units}
    for unit_id, causes in findings.causes_by_unit(user, now).items():
        if unit_id in above:
            held[above[unit_id]] += causes
    late = Remedy.objects.filter(case__in=remedies.visible_to(user, now), ended_at=None, due_at__lt=now)
    back = remedies.visible_to(user, now).filter(previous__isnull=False, noted_at__gte=now - A_YEAR)
    lates, backs = _counted(late, "case__unit", above), _counted(back, "unit", above)
    last: dict[int, date] = {}
    for unit_id, day in made.values("unit").annotate(last=Max("begins_on")).values_list("unit", "last"):
        if unit_id in above:
            last[above[unit_id]] = max(last.get(above[unit_id], day), day)
    law = SAMPLE_SET.on(now.astimezone(VIETNAM).date())
    for pk, causes in held.items():
        number = {name: sum(one.number for one in causes if one.severity == level) for level, name in WEIGHT.items()}
        points = sum(part.lost for part in fields(causes, law.groups.value, law.leaves.value))
        yield proposing.Known(pk, number["high"], number["medium"], number["low"], points, lates.get(pk, 0),
                              backs.get(pk, 0), last.get(pk))  # fmt: skip


def _above(units: dict[int, Unit]) -> dict[int, int]:
    """Of each unit that is one of these or below one: which."""
    paths = {unit.path: pk for pk, unit in units.items()}
    rows = Unit.objects.filter(organisations.below(list(paths))).values_list("pk", "path")
    found = {}
    for pk, path in rows:
        parts = path.split("/")
        ahead = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
        found[pk] = next(paths[name] for name in ahead if name in paths)
    return found


def _counted(rows: QuerySet[Any], by: str, above: dict[int, int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in rows.values(by).annotate(number=Count("pk")):
        if row[by] in above:
            found[above[row[by]]] = found.get(above[row[by]], 0) + row["number"]
    return found


def took_place(of: Plan, user: Any, now: datetime) -> list[Visit]:
    """Visits of the plan's year and unit for its calendar.

    Unannounced ones only when their minutes are made, whoever looks: a calendar is printed and handed on.
    """
    rows = queries.visible_to(user, now).filter(by_unit=of.unit, begins_on__year=of.year).exclude(state="draft")
    rows = rows.exclude(mode=Mode.UNANNOUNCED, state__in=policy.SECRET)
    return list(rows.select_related("unit").order_by("begins_on", "pk"))

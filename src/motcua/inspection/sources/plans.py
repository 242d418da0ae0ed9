"""Has a unit a reform plan of the year? As it stood at a moment."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from motcua.base.text import Text
from motcua.inspection.facts.units import PlanYear
from motcua.inspection.models import ReformTask
from motcua.inspection.sources.days import begin_of, day_by, today
from motcua.inspection.sources.source import Source, Window
from motcua.organisations.models import Kind, Unit
from motcua.organisations.queries import in_force


def _all(at: datetime) -> set[str]:
    """Every committee of the town in each year of which any plan is known: nobody plans, nothing is known."""
    years = set(ReformTask.objects.values_list("year", flat=True).distinct()) & set(range(1, today(at).year + 1))
    found: set[str] = set()
    for year in years:
        day = today(at) if year == today(at).year else begin_of(today(at).replace(year=year, month=12, day=31)).date()
        units = in_force(Unit.objects.filter(kind=Kind.PEOPLES_COMMITTEE).exclude(one_stop_name=""), day)
        found |= {f"{pk}/{year}" for pk in units.values_list("pk", flat=True)}
    return found


def _this_year(window: Window) -> set[str]:
    """Plans of this year; of earlier ones only those that a finding names."""
    return {key for key in _all(window.at) if key.endswith(f"/{today(window.at).year}")}


def plans(keys: Iterable[str], at: datetime) -> Iterator[PlanYear]:
    """Of each unit and year of these: the day of its plan as of `at`."""
    wanted = {(int(unit), int(year)) for unit, year in (key.split("/") for key in keys)}
    rows = ReformTask.objects.filter(
        unit__in={unit for unit, _ in wanted}, year__in={year for _, year in wanted}, kind=ReformTask.Kind.PLAN
    )
    held = {(row.unit_id, row.year): row for row in rows.order_by("-done_on", "pk")}
    for unit, year in sorted(wanted):
        row = held.get((unit, year))
        done = day_by(row.done_on, at) if row else None
        changed = begin_of(done) if done else at
        yield PlanYear(unit, year, done, at, changed)


SOURCE: Final = Source("plan", Text("Kế hoạch CCHC năm", "Yearly reform plans"), _all, _this_year, plans)

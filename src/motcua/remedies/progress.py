"""How mending goes: by week and unit, how long it takes, what comes back, what it earned. One reading for all forms.

Page, workbook and tests stand on `progress`; what nobody took up is in none of its numbers but `untaken`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet

from motcua.base.clock import VIETNAM
from motcua.engines.mending import Spread
from motcua.inspection import policy as findings_policy
from motcua.inspection import queries as findings
from motcua.inspection.law import SAMPLE_SET
from motcua.inspection.signals import registry
from motcua.organisations.models import Unit
from motcua.remedies import queries
from motcua.remedies.earning import NOTHING, Earned, earned
from motcua.remedies.models import Case
from motcua.remedies.queries import Pace, Week

WEEKS: Final = (12, 26, 52)  # what a reader may ask for; the first unless he does
ENOUGH: Final = 3  # cases that were mended, from which a unit has a median [C]
SHOWN: Final = 10  # cases of one cause that came back
MOST: Final = 200  # of all causes
_NO_PACE: Final = Pace(Spread(0, None, None), Spread(0, None, None))


@dataclass(frozen=True, slots=True)
class OfUnit:
    """One unit. pace: of what was mended in the weeks shown."""

    unit_id: int
    name: str
    weeks: tuple[Week, ...]
    pace: Pace
    earned: Earned

    @property
    def open(self) -> int:
        """Cases open now."""
        return self.weeks[-1].open

    @property
    def mended(self) -> int:
        """Cases mended in these weeks."""
        return sum(week.mended for week in self.weeks)

    @property
    def enough(self) -> bool:
        """Were so many mended that a middle says something?"""
        return enough(self.pace)


@dataclass(frozen=True, slots=True)
class Again:
    """A signal whose findings came back: cases of it, so many of them repeats; repeats by unit; the newest of these."""

    signal: str
    cases: int
    repeats: int
    units: tuple[tuple[str, int], ...]
    shown: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """All of it. since: the first day shown. weeks, pace: over all units. others: units without a case, by name.

    untaken: open findings without a case. partial: the reader sees of some unit only what went up to him.
    ground: of the points.
    """

    since: date
    weeks: tuple[Week, ...]
    pace: Pace
    units: tuple[OfUnit, ...]
    again: tuple[Again, ...]
    others: tuple[str, ...]
    untaken: int
    partial: bool
    ground: str

    @property
    def open(self) -> int:
        """Cases open now."""
        return self.weeks[-1].open

    @property
    def mended(self) -> int:
        """Mended in these weeks."""
        return sum(week.mended for week in self.weeks)

    @property
    def explained(self) -> int:
        """Explained in these weeks."""
        return sum(week.explained for week in self.weeks)

    @property
    def dropped(self) -> int:
        """Dropped in these weeks."""
        return sum(week.dropped for week in self.weeks)

    @property
    def closed(self) -> int:
        """Ended in these weeks, however."""
        return self.mended + self.explained + self.dropped

    @property
    def points(self) -> int:
        """Earned by all units together."""
        return sum(unit.earned.points for unit in self.units)

    @property
    def fastest(self) -> OfUnit | None:
        """The unit with the least median in working days, of at least two that have one."""
        able = [unit for unit in self.units if unit.enough]
        if len(able) < 2:
            return None
        return min(able, key=lambda unit: (unit.pace.working_days.median, unit.pace.working_days.p90, unit.name))


def enough(pace: Pace) -> bool:
    """Is a middle of so many worth saying?"""
    return pace.working_days.number >= ENOUGH


def progress(user: Any, now: datetime, *, number: int = WEEKS[0], unit_id: int | None = None) -> Progress:
    """Of the cases that `user` sees. A fixed number of queries, however much there is."""
    begun = week_begun(now, number)
    seen = _of(queries.visible_to(user, now), unit_id)
    weeks = {unit: held for unit, held in queries.weeks(user, now, number=number).items() if unit_id in (None, unit)}
    mended = seen.filter(state="mended", closed_at__gt=begun, closed_at__lte=now)
    took = queries.took(mended)
    law = SAMPLE_SET.on(now.astimezone(VIETNAM).date()).leaves
    points = earned(_mended_places(mended, user, now), _standing_places(user, now), law.value)
    names = _names(weeks)
    units = tuple(
        OfUnit(unit, name, tuple(weeks[unit]), queries.pace_of(took[unit]) if unit in took else _NO_PACE,
               points.get(unit, NOTHING))
        for unit, name in names.items()
    )  # fmt: skip
    whole = set(Unit.objects.filter(findings_policy.units_seen(user, now)).values_list("pk", flat=True))
    others = [one.short_name for one in findings.overseen_units(user, now)
              if one.pk not in names and unit_id in (None, one.pk)]  # fmt: skip
    return Progress(
        begun.astimezone(VIETNAM).date(), _together(weeks.values(), now, number),
        queries.pace_of([one for held in took.values() for one in held]), units,
        _again(user, now, begun, unit_id), tuple(others), _untaken(user, now, unit_id),
        bool(set(names) - whole), law.ground,
    )  # fmt: skip


def week_begun(now: datetime, number: int) -> datetime:
    """The moment with which the first of these weeks begins."""
    return queries.week_ends(now, number)[0] - timedelta(days=7)


def units_with_cases(user: Any, now: datetime) -> list[tuple[int, str]]:
    """Key and name of units of which the reader sees a case, in the order of names."""
    rows = Unit.objects.filter(pk__in=queries.visible_to(user, now).values("unit")).order_by("sort_key", "pk")
    return list(rows.values_list("pk", "short_name"))


def _of(rows: QuerySet[Case], unit_id: int | None) -> QuerySet[Case]:
    return rows if unit_id is None else rows.filter(unit=unit_id)


def _names(units: Iterable[int]) -> dict[int, str]:
    rows = Unit.objects.filter(pk__in=list(units)).order_by("sort_key", "pk")
    return dict(rows.values_list("pk", "short_name"))


def _together(held: Iterable[list[Week]], now: datetime, number: int) -> tuple[Week, ...]:
    """The weeks of all units, added; empty weeks where there is no unit."""
    columns = list(zip(*held, strict=True)) or [()] * number
    return tuple(
        Week(end, sum(week.open for week in column), sum(week.mended for week in column),
             sum(week.explained for week in column), sum(week.dropped for week in column))
        for end, column in zip(queries.week_ends(now, number), columns, strict=True)
    )  # fmt: skip


def _mended_places(mended: QuerySet[Case], user: Any, now: datetime) -> list[tuple[int, str]]:
    """Only where the reader sees what still stands: else a leaf would seem whole to who does not see it broken."""
    rows = mended.filter(finding__in=findings.visible_to(user, now)).values_list("unit", "finding__signal").distinct()
    return [(unit, registry()[signal].criterion) for unit, signal in rows]


def _standing_places(user: Any, now: datetime) -> list[tuple[int, str]]:
    """What is accepted for a time stands, too."""
    rows = findings.visible_to(user, now).filter(state__in=findings.TO_MEND).values_list("unit", "signal").distinct()
    return [(unit, registry()[signal].criterion) for unit, signal in rows]


def _untaken(user: Any, now: datetime, unit_id: int | None) -> int:
    """Open findings whose episode has no case."""
    case = Case.objects.filter(finding=OuterRef("pk"), episode=OuterRef("episode"))
    rows = findings.visible_to(user, now).filter(~Exists(case), state__in=findings.TOLD)
    return (rows if unit_id is None else rows.filter(unit=unit_id)).count()


def _again(user: Any, now: datetime, begun: datetime, unit_id: int | None) -> tuple[Again, ...]:
    since = begun.astimezone(VIETNAM).date()
    counted = [one for one in queries.returning(user, now, since=since) if unit_id in (None, one.unit_id)]
    if not counted:
        return ()
    rows = _of(queries.visible_to(user, now), unit_id).filter(noted_at__gte=begun, previous__isnull=False)
    shown: dict[str, list[Case]] = {}
    for case in rows.select_related("finding", "unit").order_by("-noted_at", "-pk")[:MOST]:
        shown.setdefault(case.finding.signal, []).append(case)
    names = _names({one.unit_id for one in counted})
    found = [_one_again(signal, counted, names, shown) for signal in dict.fromkeys(one.signal for one in counted)]
    return tuple(sorted(found, key=lambda one: (-one.repeats, one.signal)))


def _one_again(
    signal: str, counted: Iterable[queries.Returning], names: Mapping[int, str], shown: Mapping[str, list[Case]]
) -> Again:
    own = [one for one in counted if one.signal == signal]
    units = tuple((names[one.unit_id], one.repeats) for one in own)
    cases, repeats = sum(one.cases for one in own), sum(one.repeats for one in own)
    return Again(signal, cases, repeats, units, tuple(shown.get(signal, [])[:SHOWN]))

"""Duty, equipment and connection of the one-stops, as they stood at a moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Max, Min, Q

from motcua.base.text import Text
from motcua.inspection.facts.premises import Broken, Duty, Empty, Line, Premises, Short
from motcua.inspection.sources.days import begin_of, today
from motcua.inspection.sources.source import Source, Window
from motcua.organisations.law import EQUIPMENT
from motcua.organisations.models import CheckIn, Equipment, EquipmentState, Unit
from motcua.organisations.reading import connection as lines
from motcua.organisations.reading.duty import gaps_over
from motcua.organisations.reading.one_stops import one_stops
from motcua.organisations.rules import equipment as rules
from motcua.organisations.rules.connection import minutes
from motcua.organisations.rules.duty import Gap

LOOK_BACK: Final = timedelta(days=6)  # and today
SILENT_AFTER: Final = timedelta(days=14)  # without anybody checking in [C]
MINUTE: Final = timedelta(minutes=1)


def _all(at: datetime) -> set[str]:
    return {str(pk) for pk in one_stops(today(at)).values_list("pk", flat=True)}


def _each_day(window: Window) -> set[str]:
    return _all(window.at)


def _units(keys: Iterable[str]) -> list[Unit]:
    return list(Unit.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk"))


def duty(keys: Iterable[str], at: datetime) -> Iterator[Duty]:
    """The last seven days of duty of these one-stops as of `at`."""
    units = _units(keys)
    first = today(at - LOOK_BACK)
    gaps = gaps_over(units, first, at)
    came = CheckIn.objects.filter(unit__in=units, at__lte=at).order_by().values_list("unit_id")
    spans = {unit: (begun, last) for unit, begun, last in came.annotate(Min("at"), Max("at"))}
    for unit in units:
        begun, last = spans.get(unit.pk, (at, None))
        heard = last is not None and last >= at - SILENT_AFTER
        known = [gap for gap in gaps[unit.pk] if gap.since >= begin_of(today(begun))]
        missing = {gap.branch for gap in known if gap.shift is None}
        yield Duty(unit.pk, unit.short_name, tuple(_empty(known)), tuple(sorted(missing)), begin_of(first), at,
                   silent=not heard)  # fmt: skip


def _empty(gaps: Iterable[Gap]) -> Iterator[Empty]:
    """Gaps of one branch and day together."""
    held: dict[tuple[Any, ...], list[Gap]] = defaultdict(list)
    for gap in gaps:
        held[today(gap.since), gap.branch, gap.shift is not None].append(gap)
    for (day, branch, rostered), some in sorted(held.items(), key=lambda item: item[0]):
        lasted = sum((gap.until - gap.since for gap in some), timedelta())
        ground = next((gap.ground for gap in some if gap.ground), "")
        yield Empty(branch, day, min(gap.since for gap in some), lasted // MINUTE, rostered, ground)


def equipment(keys: Iterable[str], at: datetime) -> Iterator[Premises]:
    """What stands at these one-stops as of `at`, against the norm of that day. Two queries."""
    units, day = _units(keys), today(at)
    there = Q(retired_on__isnull=True) | Q(retired_on__gte=day)
    rows = list(Equipment.objects.filter(there, unit__in=units, acquired_on__lte=day).order_by("label"))
    states: dict[int, EquipmentState] = {}
    for state in EquipmentState.objects.filter(equipment__in=rows, since__lte=at).order_by("since", "pk"):
        before = states.get(state.equipment_id)
        if before is not None and (before.state == rules.WORKING) == (state.state == rules.WORKING):
            state.since = before.since  # broken, then under repair: it does not work since it broke
        states[state.equipment_id] = state
    for unit in units:
        things = [row for row in rows if row.unit_id == unit.pk]
        yield Premises(unit.pk, unit.short_name, tuple(_short(unit, things, states, at)),
                       tuple(_broken(things, states)), at, silent=not things)  # fmt: skip


def _short(unit: Unit, things: list[Equipment], states: dict[int, EquipmentState], at: datetime) -> Iterator[Short]:
    norm = rules.norm(EQUIPMENT.on(today(at)), unit.level)
    held = [rules.Thing(row.kind, row.count, _state(row, states)) for row in things]
    for lacking in rules.shortfall(norm, held):
        broke = [states[row.pk].since for row in things
                 if row.kind == lacking.kind and _state(row, states) != rules.WORKING]  # fmt: skip
        begun = begin_of(max(EQUIPMENT.on(today(at)).valid_from, unit.valid_from))
        short_anyway = lacking.owned < lacking.wanted
        yield Short(lacking.kind, lacking.wanted, lacking.working, begun if short_anyway or not broke else min(broke))


def _state(row: Equipment, states: dict[int, EquipmentState]) -> str:
    return states[row.pk].state if row.pk in states else rules.WORKING


def _broken(things: list[Equipment], states: dict[int, EquipmentState]) -> Iterator[Broken]:
    for row in things:
        if _state(row, states) != rules.WORKING:
            yield Broken(row.label, row.name, states[row.pk].state, states[row.pk].since)


def connection(keys: Iterable[str], at: datetime) -> Iterator[Line]:
    """The connection of these one-stops over the last seven days as of `at`."""
    units = _units(keys)
    weeks = lines.week_of(units, at)
    for unit in units:
        days = weeks[unit.pk]
        outages = tuple(span for day in days for span in day.outages)
        yield Line(unit.pk, unit.short_name, outages, minutes(outages), at, not any(day.measured for day in days))


SOURCE: Final = (
    Source("duty", Text("Trực một cửa", "Duty at the one-stop"), _all, _each_day, duty),
    Source("equipment", Text("Trang thiết bị", "Equipment"), _all, _each_day, equipment),
    Source("connection", Text("Kết nối", "Connection"), _all, _each_day, connection),
)

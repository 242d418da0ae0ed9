"""Procedures in force at each unit that has to post them, and whether they have a process, as of a moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from django.db.models import Q

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.catalogue import queries as catalogue
from motcua.catalogue.models import Posting
from motcua.engines import worktime
from motcua.inspection.facts.catalogue import InForce, Posted
from motcua.inspection.sources.days import begin_of, day_by, end_of, today
from motcua.inspection.sources.source import Source, Window
from motcua.organisations.models import Kind, Level, Unit
from motcua.organisations.queries import Calendars
from motcua.organisations.queries import in_force as units_in_force
from motcua.processes.models import ProcessVersion

POST_DAYS: Final = 3  # working days from the later of decision and beginning [C]
OPENING: Final = time(7, 30)


@dataclass(frozen=True, slots=True)
class _Version:
    """What counts of one version of a procedure."""

    id: int
    code: str
    name: str
    levels: frozenset[str]
    begun: date | None
    decided: date | None
    decision: str


def _units(at: datetime) -> list[Unit]:
    rows = Unit.objects.filter(kind=Kind.PEOPLES_COMMITTEE).exclude(one_stop_name="")
    return list(units_in_force(rows, today(at)).order_by("pk"))


def _versions(at: datetime) -> list[_Version]:
    rows = catalogue.in_force(today(at)).filter(branch="").values_list(
        "pk", "procedure__code", "name", "levels", "valid_from", "decision__issued_on", "decision__number"
    )  # fmt: skip
    return [_Version(*row[:3], frozenset(row[3]), *row[4:6], row[6] or "") for row in rows]


def _pairs(at: datetime) -> set[str]:
    """Each procedure in force at each unit of its level, where that unit posts anything at all."""
    post = set(Posting.objects.filter(posted_on__lte=today(at)).values_list("unit_id", flat=True).distinct())
    units = [unit for unit in _units(at) if unit.pk in post]
    versions = _versions(at)
    return {f"{unit.pk}/{one.code}" for unit in units for one in versions if unit.level in one.levels}


def _to_look_at(window: Window) -> set[str]:
    """A few thousand pairs: all of them are read in three queries."""
    return _pairs(window.at)


def posted(keys: Iterable[str], at: datetime) -> Iterator[Posted]:
    """How each procedure of these stands posted at its unit as of `at`."""
    wanted = {(int(unit), code) for unit, code in (key.split("/", 1) for key in keys)}
    versions = {one.code: one for one in _versions(at)}
    units = {unit.pk: unit for unit in _units(at)}
    held: dict[tuple[int, str], list[Posting]] = defaultdict(list)
    rows = Posting.objects.filter(unit__in={unit for unit, _ in wanted}, posted_on__lte=today(at))
    for row in rows.select_related("version__procedure").order_by("posted_on", "pk"):
        held[row.unit_id, row.version.procedure.code].append(row)
    calendars = Calendars()
    for unit, code in sorted(wanted):
        version = versions.get(code)
        if version is not None and unit in units:
            yield _posted(units[unit], version, held[unit, code], calendars, at)


def _posted(unit: Unit, version: _Version, rows: list[Posting], calendars: Calendars, at: datetime) -> Posted:
    hanging = [row for row in rows if day_by(row.removed_on, at) is None]
    current = next((row for row in hanging if row.version_id == version.id), None)
    old = next((row for row in hanging if row.version_id != version.id), None)
    from_day = max(day for day in (version.begun, version.decided, unit.valid_from) if day is not None)
    calendar = calendars.of(unit.pk, from_day)
    opening = datetime.combine(from_day, OPENING, VIETNAM)
    return Posted(
        unit.pk, version.code, version.name, version.decision, from_day,
        worktime.officer_limit(opening, calendar, POST_DAYS), current.posted_on if current else None, at,
        min(max((row.changed_at for row in rows), default=opening), at), old.posted_on if old else None,
        _ended(old, version), tuple(current.lacking) if current else (),
    )  # fmt: skip


def _ended(old: Posting | None, current: _Version) -> date | None:
    """The last day of the version that still hangs there."""
    if old is None:
        return None
    return old.version.valid_to or current.begun or current.decided


def _in_force_keys(at: datetime) -> set[str]:
    """Each procedure in force, at the highest unit that takes it."""
    units = {unit.level: unit.pk for unit in reversed(_units(at))}
    order = [level for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE) if level in units]
    found: set[str] = set()
    for one in _versions(at):
        level = next((level for level in order if level in one.levels), None)
        if level is not None:
            found.add(f"{_top(units[level], level, units)}/{one.code}")
    return found


def _top(unit: int, level: str, units: dict[str, int]) -> int:
    """The unit that keeps the processes of a level: for the communes the town's, where there is one (NĐ 61 Điều 8)."""
    return units.get(Level.DISTRICT, units.get(Level.PROVINCE, unit)) if level == Level.COMMUNE else unit


def _in_force_window(window: Window) -> set[str]:
    return _in_force_keys(window.at)


def in_force(keys: Iterable[str], at: datetime) -> Iterator[InForce]:
    """Has each procedure of these a process in force at `at`?"""
    wanted = {(int(unit), code) for unit, code in (key.split("/", 1) for key in keys)}
    versions = {one.code: one for one in _versions(at)}
    day = today(at)
    valid = Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))
    rows = ProcessVersion.objects.filter(valid, procedure__code__in={code for _, code in wanted})
    begun: dict[str, date] = {}
    for code, first in rows.values_list("procedure__code", "valid_from"):
        begun[code] = min(begun.get(code, first), first)
    ended: dict[str, date] = {}
    over = ProcessVersion.objects.filter(procedure__code__in={code for _, code in wanted}, valid_to__lt=day)
    for code, last in over.order_by("valid_to").values_list("procedure__code", "valid_to"):
        ended[code] = last or day
    for unit, code in sorted(wanted):
        version = versions.get(code)
        if version is None:
            continue
        first = version.begun or date(2019, 11, 1)
        since = max(begin_of(first), end_of(ended[code]) if code in ended else begin_of(first))
        yield InForce(unit, code, since, code in begun, at, begin_of(begun[code]) if code in begun else since)


SOURCE: Final = (
    Source("posted", Text("Niêm yết thủ tục", "Postings of procedures"), _pairs, _to_look_at, posted),
    Source("process", Text("Quy trình nội bộ", "Internal processes"), _in_force_keys, _in_force_window, in_force),
)

"""The connection of one-stops over the last days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.base.clock import VIETNAM
from motcua.organisations import queries
from motcua.organisations.models import ConnectionSample, Unit
from motcua.organisations.rules import connection as rules
from motcua.organisations.rules.spans import Span

DAYS = 7


@dataclass(frozen=True, slots=True)
class ConnectionDay:
    """A day of a one-stop. measured: five-minute slots heard of within office hours; latencies in ms."""

    day: date
    open: bool
    measured: int
    outages: list[Span]
    median: int | None
    p95: int | None

    @property
    def minutes_out(self) -> int:
        """Minutes of office hours without connection."""
        return rules.minutes(self.outages)


def week_of(units: Collection[Unit], now: datetime) -> dict[int, list[ConnectionDay]]:
    """The last seven days of each unit, today last. One query for all, and the calendars'."""
    today = now.astimezone(VIETNAM).date()
    days = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    begin = datetime.combine(days[0], time(), VIETNAM)
    kept: dict[tuple[int, date], list[rules.Slot]] = {}
    rows = ConnectionSample.objects.filter(unit__in=[unit.pk for unit in units], slot__gte=begin, slot__lte=now)
    for row in rows.order_by("slot"):
        slot = rules.Slot(row.slot.astimezone(VIETNAM), row.samples, row.latency_ms_total, row.failures)
        kept.setdefault((row.unit_id, slot.start.date()), []).append(slot)
    calendars = queries.Calendars()
    return {
        unit.pk: [_day(day, _open(calendars, unit, day), kept.get((unit.pk, day), [])) for day in days]
        for unit in units
    }


def _open(calendars: queries.Calendars, unit: Unit, day: date) -> list[Span]:
    spans = calendars.of(unit.pk, day).spans(day)
    return [(datetime.combine(day, a, VIETNAM), datetime.combine(day, b, VIETNAM)) for a, b in spans]


def _day(day: date, spans: list[Span], slots: list[rules.Slot]) -> ConnectionDay:
    inside = [row for row in slots if any(begin <= row.start < end for begin, end in spans)]
    found = rules.outages(inside, spans)
    return ConnectionDay(day, bool(spans), len(inside), found, rules.latency(inside, 50), rules.latency(inside, 95))

"""Working time that has passed: lateness and waiting, by the same clock as the due moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.moments import day_of, in_range, in_vietnam, to_stamp
from motcua.engines.worktime.pauses import Pause, joined


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Working time passed: `minutes` inside office hours, and whole working `days`, by date."""

    minutes: int
    days: int


def working_minutes_between(a: datetime, b: datetime, calendar: Calendar) -> int:
    """Minutes of office hours from `a` to `b`, Saturday duty included (R4); 0 where `b` is not later.

    Seconds are cut. Raises NoOfficeHours, OutOfRange.
    """
    calendar.require_hours()
    return _minutes(in_range(to_stamp(a)), in_range(to_stamp(b)), calendar)


def working_days_after(first: date, last: date, calendar: Calendar) -> int:
    """Working days after the date `first`, up to `last` and including it. Raises NoOfficeHours."""
    calendar.require_hours()
    dates = (date.fromordinal(each) for each in range(first.toordinal() + 1, last.toordinal() + 1))
    return sum(calendar.day(each).works for each in dates)


def lateness(due_at: datetime, finished: datetime, calendar: Calendar) -> Elapsed:
    """How late `finished` is against `due_at`, uncapped; zero when it is not late. Raises as above."""
    minutes = working_minutes_between(due_at, finished, calendar)
    days = working_days_after(in_vietnam(due_at).date(), in_vietnam(finished).date(), calendar)
    return Elapsed(minutes, days)


def waiting(pauses: Iterable[Pause], calendar: Calendar, now: datetime) -> Elapsed:
    """How long the dossier has waited in its pauses, joined, open ones until `now`. Raises as above."""
    calendar.require_hours()
    minutes = days = 0
    for pause in joined(pauses):
        end = to_stamp(now) if pause.end is None else pause.end
        minutes += _minutes(in_range(pause.start), in_range(end), calendar)
        days += working_days_after(day_of(pause.start), day_of(end), calendar)
    return Elapsed(minutes, days)


def _minutes(start: int, end: int, calendar: Calendar) -> int:
    if end <= start:
        return 0
    ruler = calendar.hours_ruler(day_of(start).year, day_of(end).year)
    (before, one), (after, other) = ruler.position(start), ruler.position(end)
    return after // other - before // one  # a ruler of minutes: positions are whole

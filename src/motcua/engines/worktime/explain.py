"""Why a due moment is what it is: the days counted, skipped, and for which reason. On demand."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from motcua.engines.worktime import explain_dates, explain_shares
from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.due import due_stamp
from motcua.engines.worktime.limits import WITHOUT_QUANTITY, Limit, Unit
from motcua.engines.worktime.moments import DAY, day_of, to_stamp
from motcua.engines.worktime.pauses import Pause, Stretch, joined
from motcua.engines.worktime.reasons import NOTHING, UNDECIDED, Reason, merged, on, paused


def explain(received: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause] = ()) -> tuple[Reason, ...]:
    """The reasons behind `due` of the same call, in order of time; what they count sums to the limit.

    Raises as `due` does.
    """
    calendar.require_hours()
    start, stretches = to_stamp(received), joined(pauses)
    at = due_stamp(start, limit, calendar, stretches)
    told = tuple(each for each in stretches if _told(each, start, at, limit))
    closed = tuple(each for each in told if each.end is not None)
    rows = [*_counted(start, at, limit, calendar, closed), *map(paused, told)]
    undecided = merged(_undecided(calendar, day_of(start), day_of(at)))
    return tuple(sorted([*merged(rows), *undecided], key=lambda each: each.from_day))


def _told(pause: Stretch, start: int, at: int, limit: Limit) -> bool:
    """Did the pause bear on the due moment (R16)?"""
    by_date = limit.unit in {Unit.CALENDAR_DAY, Unit.MONTH}
    begun = pause.start // DAY <= at // DAY if by_date else pause.start < at
    return begun and (pause.end is None or pause.end > start)


def _counted(start: int, at: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> Iterator[Reason]:
    if limit.unit in WITHOUT_QUANTITY:
        return explain_dates.desk(start, at, limit, calendar)
    if limit.unit in {Unit.CALENDAR_DAY, Unit.MONTH}:
        return explain_dates.dates(start, at, limit, calendar, pauses)
    if limit.unit is Unit.CLOCK_HOUR:
        return explain_dates.elapsed(start, at, limit)
    if limit.unit is Unit.WORKING_DAY and not (pauses or calendar.weight):
        return explain_shares.whole_days(start, at, limit, calendar)
    return explain_shares.shares(start, at, limit, calendar, pauses)


def _undecided(calendar: Calendar, first: date, last: date) -> Iterator[Reason]:
    """A row for each stretch of dates whose days off are not decided yet (R11)."""
    day = first
    while day <= last:
        if calendar.days.provisional(day, day):
            yield on(day, NOTHING, "R11", UNDECIDED)
        day += timedelta(days=1)

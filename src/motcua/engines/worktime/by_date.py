"""Limits counted in dates: calendar days (R7) and months (R8), due at closing of the last day."""

from calendar import monthrange
from datetime import date

from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.errors import OutOfRange
from motcua.engines.worktime.limits import Limit
from motcua.engines.worktime.moments import DAY, FIRST_YEAR, LAST_YEAR, day_of, in_range
from motcua.engines.worktime.pauses import Stretch


def after_calendar_days(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """Day 0 is the date of reception as it stands; holidays inside count; the last day is moved (R7)."""
    return calendar.closing(_due_day(calendar, start, start // DAY + limit.whole, pauses))


def after_months(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """The same day number `limit` months on, else the last day of that month; then as R7 (R8)."""
    last = months_on(day_of(start), limit.whole)
    return calendar.closing(_due_day(calendar, start, last.toordinal(), pauses))


def months_on(day: date, months: int) -> date:
    """The same day number so many months later, else that month's last day. Raises OutOfRange."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > LAST_YEAR:
        raise OutOfRange(first=FIRST_YEAR, last=LAST_YEAR)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_working_day(calendar: Calendar, ordinal: int) -> int:
    """The first "ngày làm việc" not before that date; a duty is none (R12). Raises OutOfRange."""
    while True:
        in_range(ordinal * DAY)
        if calendar.day(date.fromordinal(ordinal)).works:
            return ordinal
        ordinal += 1


def _due_day(calendar: Calendar, start: int, last: int, pauses: tuple[Stretch, ...]) -> int:
    """The due day: `last` plus the dates paused, moved to a working day outside every pause (R16)."""
    day = next_working_day(calendar, last)
    for count, pause in enumerate(pauses, 1):
        if pause.start // DAY > day or pause.end is None:
            break
        first = max(pause.start, start) // DAY
        last += max(0, pause.end // DAY - first)
        day = _outside(calendar, last, pauses[:count])
    return day


def _outside(calendar: Calendar, last: int, pauses: tuple[Stretch, ...]) -> int:
    """The working day not before `last` that no pause holds: first date inside, last date outside."""
    day = next_working_day(calendar, last)
    for pause in pauses:  # in order of time: a later one begins where an earlier one ended, or after
        if pause.end is not None and pause.start // DAY <= day < pause.end // DAY:
            day = next_working_day(calendar, pause.end // DAY)
    return day

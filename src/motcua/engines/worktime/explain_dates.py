"""Reasons for limits counted in dates (R7, R8), at the desk (R13, R14) and by the wall clock."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from motcua.engines.worktime.by_date import months_on
from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.limits import Limit, Unit
from motcua.engines.worktime.moments import DAY, day_of
from motcua.engines.worktime.pauses import Stretch
from motcua.engines.worktime.reasons import COUNTED, DAY_ZERO, LAST_DAY, MONTHS, NOTHING, Reason, on, why
from motcua.engines.worktime.words import Words


def dates(start: int, at: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> Iterator[Reason]:
    """Day 0, the dates counted, those moved past because of a pause or a day off, the due day."""
    by_month = limit.unit is Unit.MONTH
    rule, first = ("R8" if by_month else "R7"), start // DAY + 1
    yield on(day_of(start), NOTHING, rule, DAY_ZERO)
    left = limit.quantity
    if by_month:
        last = months_on(day_of(start), limit.whole)
        yield Reason(date.fromordinal(first), last, left, rule, MONTHS)
        left, first = NOTHING, last.toordinal() + 1
    for ordinal in range(first, at // DAY + 1):
        # The dates passed in a pause are those after its first, to its last (resume - pause, R16).
        if any(each.start // DAY < ordinal <= (each.end or 0) // DAY for each in pauses):
            continue
        used = min(left, Fraction(1))  # a part of a day takes a whole one (R7)
        left -= used
        yield _date(ordinal, used, calendar)


def _date(ordinal: int, used: Fraction, calendar: Calendar) -> Reason:
    day = date.fromordinal(ordinal)
    return on(day, used, "R7", COUNTED) if used else on(day, used, *why(calendar.day(day), "R7", LAST_DAY))


def desk(start: int, at: int, limit: Limit, calendar: Calendar) -> Iterator[Reason]:
    """Received before or after 15:00, on a working day or not; the days between; the due day."""
    rule = "R13" if limit.unit is Unit.FORWARD else "R14"
    today, last = start // DAY, at // DAY
    if today == last:
        text = Words("xong trong ngày tiếp nhận", "done on the day of reception")
    elif calendar.day(day_of(start)).works:
        text = Words("tiếp nhận sau 15 giờ hoặc hết giờ làm việc", "received after 15:00 or after closing")
    else:
        text = Words("tiếp nhận ngoài ngày làm việc", "received outside working days")
    yield on(day_of(start), NOTHING, rule, text)
    for ordinal in range(today + 1, last):
        day = date.fromordinal(ordinal)
        yield on(day, NOTHING, *why(calendar.day(day), rule, text))
    if last > today:
        yield on(day_of(at), NOTHING, rule, Words("ngày làm việc tiếp theo", "the next working day"))


def elapsed(start: int, at: int, limit: Limit) -> Iterator[Reason]:
    """Hours of the wall clock, kept by machines (example 18)."""
    text = Words("giờ theo đồng hồ, không phải giờ làm việc", "hours by the clock, not working hours")
    yield Reason(day_of(start), day_of(at), limit.quantity, "R4", text)

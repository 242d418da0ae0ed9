"""Limits that are consumed along working time: in working days, working hours, and clock hours."""

from collections.abc import Callable

from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.limits import Limit
from motcua.engines.worktime.moments import LAST_YEAR, day_of
from motcua.engines.worktime.pauses import Stretch
from motcua.engines.worktime.ruler import Position, Ruler

RulerOf = Callable[[int, int], Ruler]
Read = Callable[[Ruler, Position], int | None]


def after_working_days(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """N working days on, at the same share of that day's own hours (R1, R3); shares may be parts of days."""
    amount = limit.numerator * calendar.day_size, limit.denominator
    return _consumed(start, amount, calendar.days_ruler, Ruler.after, pauses)


def after_working_hours(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """The moment the last hour is used up inside office hours, Saturday duty included (R4)."""
    amount = limit.numerator * 60, limit.denominator
    return _consumed(start, amount, calendar.hours_ruler, Ruler.reached, pauses)


def after_clock_hours(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """Elapsed time, for limits kept by machines (example 18); paused minutes are elapsed minutes too."""
    at = start - (-limit.numerator * 60 // limit.denominator)
    for pause in pauses:
        if pause.start >= at or pause.end is None:
            break
        at += max(0, pause.end - max(pause.start, start))
    return at


def _consumed(start: int, amount: Position, ruler_of: RulerOf, read: Read, pauses: tuple[Stretch, ...]) -> int:
    """Where `amount` is used up, counting from `start` and skipping the pauses (R16).

    The sum stays an exact fraction to the end: rounding comes once, last (R3).
    """
    first = last = day_of(start).year
    ruler = ruler_of(first, last)
    goal = _plus(ruler.position(start), amount)
    at, ruler = _read(ruler, goal, ruler_of, read)
    for pause in pauses:
        if pause.start >= at or pause.end is None:
            break
        if pause.end <= start:
            continue
        ruler = ruler_of(first, max(ruler.years[1], day_of(pause.end).year))
        goal = _plus(goal, _between(ruler, max(pause.start, start), pause.end))
        at, ruler = _read(ruler, goal, ruler_of, read)
    return at


def _read(ruler: Ruler, goal: Position, ruler_of: RulerOf, read: Read) -> tuple[int, Ruler]:
    """The moment at `goal`, on a ruler lengthened until it is reached. Raises OutOfRange."""
    at = read(ruler, goal)
    step = 1
    while at is None:
        first, last = ruler.years
        ruler = ruler_of(first, max(last + 1, min(last + step, LAST_YEAR)))
        at, step = read(ruler, goal), step * 2
    return at, ruler


def _between(ruler: Ruler, start: int, end: int) -> Position:
    n, d = ruler.position(start)
    return _plus(ruler.position(end), (-n, d))


def _plus(one: Position, other: Position) -> Position:
    return one[0] * other[1] + other[0] * one[1], one[1] * other[1]

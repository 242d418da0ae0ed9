"""Reasons for limits consumed along working time: whole days, shares of days, hours."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.limits import Limit, Unit
from motcua.engines.worktime.moments import DAY, day_of
from motcua.engines.worktime.pauses import Stretch
from motcua.engines.worktime.reasons import (
    DAY_ZERO,
    IN_HOURS,
    NOTHING,
    SHARE,
    WORKED,
    Reason,
    moved,
    on,
    why,
)
from motcua.engines.worktime.ruler import Ruler
from motcua.engines.worktime.words import Words


def whole_days(start: int, at: int, limit: Limit, calendar: Calendar) -> Iterator[Reason]:
    """Day 0, then one for each working day (R1); a part of a day at the end by its share (R3)."""
    ruler = calendar.days_ruler(day_of(start).year, day_of(at).year + 1)
    whole = limit.numerator // limit.denominator
    part = limit.quantity - whole
    n, d = ruler.position(start)
    begins, reached = ruler.after((n, d)), ruler.after((n + whole * d, d))
    if begins is None or reached is None:
        raise AssertionError("the ruler covers the due moment")
    for ordinal in range(start // DAY, reached // DAY + 1):
        yield _whole_day(ordinal, start, begins, calendar)
    if part:
        yield from _Walk(reached, at, part, calendar, ruler, "R3", SHARE).reasons()


def _whole_day(ordinal: int, start: int, begins: int, calendar: Calendar) -> Reason:
    day, found = date.fromordinal(ordinal), calendar.day(date.fromordinal(ordinal))
    if ordinal == start // DAY and begins != start:
        return on(day, NOTHING, *moved("R2", begins))
    if ordinal == begins // DAY:
        return on(day, NOTHING, "R1", DAY_ZERO)
    counts = found.works and ordinal > begins // DAY
    return on(day, Fraction(counts), *why(found, "R1", WORKED))


def shares(start: int, at: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> Iterator[Reason]:
    """What each date used of the limit, pauses left out (R3, R4, R16)."""
    first, last = day_of(start).year, day_of(at).year + 1
    if limit.unit is Unit.WORKING_DAY:
        size, ruler, rule, worked = calendar.day_size, calendar.days_ruler(first, last), "R1", WORKED
    else:
        size, ruler, rule, worked = 60, calendar.hours_ruler(first, last), "R4", IN_HOURS
    walk = _Walk(start, at, limit.quantity * size, calendar, ruler, rule, worked, pauses)
    for reason in walk.reasons():
        yield replace(reason, counted=reason.counted / size)


@dataclass(frozen=True)
class _Walk:
    """From `start` to the due moment `at`, date by date, until `quantity` (of the ruler's units) is used."""

    start: int
    at: int
    quantity: Fraction
    calendar: Calendar
    ruler: Ruler
    rule: str
    worked: Words
    pauses: tuple[Stretch, ...] = ()

    def reasons(self) -> Iterator[Reason]:
        left = self.quantity
        for ordinal in range(self.start // DAY, self.at // DAY + 1):
            # What the last date uses is what is left: the due moment itself may be rounded up (R3).
            used = left if ordinal == self.at // DAY else self._used(ordinal)
            left -= used
            reason = self._reason(ordinal, used)
            if reason is not None:
                yield reason

    def _used(self, ordinal: int) -> Fraction:
        """Units between the ends of that date, pauses left out."""
        first, last = max(self.start, ordinal * DAY), min(self.at, (ordinal + 1) * DAY)
        used = self._between(first, last)
        for pause in self.pauses:
            used -= self._between(max(first, pause.start), min(last, pause.end or last))
        return used

    def _between(self, first: int, last: int) -> Fraction:
        if first >= last:
            return NOTHING
        return Fraction(*self.ruler.position(last)) - Fraction(*self.ruler.position(first))

    def _reason(self, ordinal: int, used: Fraction) -> Reason | None:
        day, found = date.fromordinal(ordinal), self.calendar.day(date.fromordinal(ordinal))
        if used and self.rule == "R3":
            return on(day, used, self.rule, self.worked)
        if used:
            return on(day, used, *why(found, self.rule, self.worked, counted=True))
        if any(pause.start // DAY <= ordinal <= (pause.end or 0) // DAY for pause in self.pauses):
            return None  # the row of the pause says it
        if ordinal == self.at // DAY:
            return on(day, NOTHING, *moved("R3", self.at))
        begins = self.ruler.after(self.ruler.position(self.start))
        if ordinal == self.start // DAY and begins is not None and begins != self.start:
            return on(day, NOTHING, *moved("R2", begins))
        return on(day, NOTHING, *why(found, self.rule, self.worked))

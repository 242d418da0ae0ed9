"""A ruler laid along the calendar: working time as one growing number, to and fro.

A position is an exact fraction `(n, d)` of the ruler's units, counted from its first year: minutes for
limits in hours (R4), shares of days for limits in days (R1, R3). Whole numbers only, never a float.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from motcua.engines.worktime.errors import OutOfRange
from motcua.engines.worktime.moments import DAY, FIRST_YEAR, LAST_YEAR

Span = tuple[int, int]  # minutes of the day, half-open (R2)
Position = tuple[int, int]  # numerator, denominator above 0


class DayRuler(NamedTuple):
    """A counted day: its ordinal, what it measures in units, its open spans."""

    ordinal: int
    size: int
    spans: tuple[Span, ...]


class Ruler:
    """The counted days of some whole years, in order, with the position at which each opens."""

    __slots__ = ("days", "ends", "index", "last", "opens", "origin", "totals", "years")

    def __init__(self, first: int, last: int, days: Iterable[DayRuler]) -> None:
        self.years = (first, last)
        self.days = list(days)
        self.totals = [sum(end - start for start, end in day.spans) for day in self.days]
        self.opens: list[int] = []
        at = 0
        for day in self.days:
            self.opens.append(at)
            at += day.size
        self.last = at
        self.ends = [*self.opens[1:], at]
        self._number_the_dates(first, last)

    def _number_the_dates(self, first: int, last: int) -> None:
        """`index[date - origin]`: the first counted day not before that date."""
        self.origin = date(first, 1, 1).toordinal()
        ordinals = [day.ordinal for day in self.days]
        after = date(last + 1, 1, 1).toordinal()
        self.index = [bisect_left(ordinals, ordinal) for ordinal in range(self.origin, after)]

    def position(self, stamp: int) -> Position:
        """How far along the ruler the moment lies; all of a closed time lies on one point."""
        ordinal, minute = divmod(stamp, DAY)
        at = self.index[ordinal - self.origin]
        if at == len(self.days):
            return self.last, 1
        day = self.days[at]
        if day.ordinal != ordinal:
            return self.opens[at], 1
        gone = 0
        for start, end in day.spans:
            if minute <= start:
                break
            gone += (minute if minute < end else end) - start
        total = self.totals[at]
        return self.opens[at] * total + day.size * gone, total

    def after(self, position: Position) -> int | None:
        """The moment with all of `position` behind it and working time before it: a start (R2, R3).

        Used up exactly at the end of a span, it is the start of the next. Rounded up to the minute;
        rounding alone never moves it on (16:59:30 → 17:00). None: beyond the ruler's years.
        """
        n, d = position
        whole = n // d
        if whole >= self.last:
            return None
        at = bisect_right(self.opens, whole) - 1
        day = self.days[at]
        gone, unit = (n - self.opens[at] * d) * self.totals[at], d * day.size
        for start, end in day.spans:
            length = (end - start) * unit
            if gone < length:
                return day.ordinal * DAY + start - (-gone // unit)
            gone -= length
        raise AssertionError("a position inside a day lies in one of its spans")

    def reached(self, position: Position) -> int | None:
        """The first moment by which all of `position` is used up: it may be a closing time (R4).

        Rounded up to the minute. None: beyond the ruler's years.
        """
        n, d = position
        whole = -(-n // d)
        if whole > self.last:
            return None
        at = bisect_left(self.ends, whole)
        day = self.days[at]
        left = -(-(n - self.opens[at] * d) // d)
        for start, end in day.spans:
            if left <= end - start:
                return day.ordinal * DAY + start + left
            left -= end - start
        raise AssertionError("a position inside a day lies in one of its spans")


class Rulers:
    """The rulers a calendar has made, by measure and first year; each grows when asked for more years.

    A ruler never changes once made, so threads may share it; at worst two make the same one.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: dict[tuple[str, int], Ruler] = {}

    def get(self, measure: str, first: int, last: int, of_year: Callable[[int], list[DayRuler]]) -> Ruler:
        """The ruler of `measure` that begins with year `first` and covers `last`. Raises OutOfRange."""
        made = self._made.get((measure, first))
        if made is not None and made.years[1] >= last:
            return made
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise OutOfRange(first=FIRST_YEAR, last=LAST_YEAR)
        days = [day for year in range(first, last + 1) for day in of_year(year)]
        ruler = self._made[measure, first] = Ruler(first, last, days)
        return ruler

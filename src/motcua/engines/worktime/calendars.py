"""A unit's working calendar: office hours by weekday, Saturday duty, and the days decided otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

from motcua.engines.worktime.days import NATIONAL, DayRow, DayRowKind, DayTable
from motcua.engines.worktime.errors import BadCalendar, NoOfficeHours, UnknownCalendar
from motcua.engines.worktime.moments import DAY
from motcua.engines.worktime.ruler import DayRuler, Ruler, Rulers, Span

Hours = tuple[tuple[Span, ...], ...]  # of the seven weekdays, Monday first
CLOSED: Final[Hours] = ((),) * 7


class DayKind(StrEnum):
    """Why a day is worked or not."""

    WORKING = "working"
    SWAPPED = "swapped"  # worked by decision (R6)
    DUTY = "duty"  # open, but never a "ngày làm việc" (R12)
    REST = "rest"  # weekly rest
    OFF = "off"  # by decision (R5)


class Day(NamedTuple):
    """One day of a calendar: its kind, its open spans, the decision behind it."""

    kind: DayKind
    spans: tuple[Span, ...]
    row: DayRow | None = None

    @property
    def works(self) -> bool:
        """Is it a "ngày làm việc"?"""
        return self.kind in {DayKind.WORKING, DayKind.SWAPPED}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Hours of the seven weekdays, duty, its weight in limits of days (0–1; R12), decided days.

    Build one by `standard`, `build` or `from_toml`; it keeps the tables it has computed.
    """

    hours: Hours
    duty: Hours = CLOSED
    weight: Fraction = Fraction(0)
    days: DayTable = NATIONAL
    name: str = ""
    _rulers: Rulers = field(default_factory=Rulers, init=False, repr=False, compare=False)

    @property
    def open(self) -> bool:
        """Has any weekday office hours (R10)?"""
        return any(self.hours)

    def day(self, day: date) -> Day:
        """What `day` is in this calendar."""
        row = self.days.row(day)
        if row is not None and row.kind is DayRowKind.OFF:
            return Day(DayKind.OFF, (), row)
        hours = self.hours[day.weekday()]
        if row is not None and self.open:
            return Day(DayKind.SWAPPED, hours or self._full_day(), row)
        if hours:
            return Day(DayKind.WORKING, hours)
        if duty := self.duty[day.weekday()]:
            return Day(DayKind.DUTY, duty)
        return Day(DayKind.REST, ())

    def _full_day(self) -> tuple[Span, ...]:
        """Hours of a swapped day whose weekday has none: Monday's (§17), else the first open weekday's."""
        return next(hours for hours in self.hours if hours)

    def rest(self, day: date) -> Day | None:
        """Why nobody has a "ngày làm việc" on `day`, with the decision; None on a working day."""
        found = self.day(day)
        return None if found.works else found

    def spans(self, day: date) -> tuple[tuple[time, time], ...]:
        """Open spans of `day`, duty included, as clock times; half-open (R2)."""
        return tuple((_clock(start), _clock(end)) for start, end in self.day(day).spans)

    def spans_by_weekday(self, *, duty: bool = False) -> dict[int, tuple[tuple[time, time], ...]]:
        """The week's office hours, or its duty, as clock times; closed weekdays are left out."""
        week = self.duty if duty else self.hours
        clocks = {day: tuple((_clock(start), _clock(end)) for start, end in week[day]) for day in range(7)}
        return {day: spans for day, spans in clocks.items() if spans}

    def closing(self, ordinal: int) -> int:
        """The closing time of an open day, as a stamp; `ordinal` is the date's."""
        return ordinal * DAY + self.day(date.fromordinal(ordinal)).spans[-1][1]

    def opening(self, ordinal: int) -> int:
        """The opening time of an open day, as a stamp; `ordinal` is the date's."""
        return ordinal * DAY + self.day(date.fromordinal(ordinal)).spans[0][0]

    def hours_ruler(self, first: int, last: int) -> Ruler:
        """Working minutes from year `first` to year `last`, duty included (R4). Raises NoOfficeHours."""
        return self._rulers.get("hours", first, last, self._minutes_of_year)

    def days_ruler(self, first: int, last: int) -> Ruler:
        """Working days, `day_size` units each, duty by its weight (R1, R12). Raises NoOfficeHours."""
        return self._rulers.get("days", first, last, self._shares_of_year)

    @property
    def day_size(self) -> int:
        """Units of the days ruler in one working day: so many that the weight of a duty is whole."""
        return self.weight.denominator

    def require_hours(self) -> None:
        """Raises NoOfficeHours (R10)."""
        if not self.open:
            raise NoOfficeHours

    def _minutes_of_year(self, year: int) -> list[DayRuler]:
        return [
            DayRuler(ordinal, sum(end - start for start, end in day.spans), day.spans)
            for ordinal, day in self._year(year)
            if day.spans
        ]

    def _shares_of_year(self, year: int) -> list[DayRuler]:
        sizes = {DayKind.DUTY: self.weight.numerator}
        return [
            DayRuler(ordinal, size, day.spans)
            for ordinal, day in self._year(year)
            if day.spans and (size := sizes.get(day.kind, self.day_size))
        ]

    def _year(self, year: int) -> list[tuple[int, Day]]:
        self.require_hours()
        first, after = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
        return [(ordinal, self.day(date.fromordinal(ordinal))) for ordinal in range(first, after)]


def build(
    hours: Mapping[int, Sequence[tuple[time, time]]],
    duty: Mapping[int, Sequence[tuple[time, time]]] | None = None,
    weight: Fraction = Fraction(0),
    days: DayTable = NATIONAL,
    name: str = "",
) -> Calendar:
    """A calendar from spans by weekday (0 = Monday); a weekday that is absent is closed.

    weight: what a whole duty counts in a limit of days, 0 to 1 (R12). Raises BadCalendar.
    """
    if not 0 <= weight <= 1:
        raise BadCalendar(why=f"weight {weight} is not 0 to 1", why_vi=f"hệ số trực {weight} không trong 0–1")
    return Calendar(_week(hours), _week(duty or {}), Fraction(weight), days, name)


def _week(hours: Mapping[int, Sequence[tuple[time, time]]]) -> Hours:
    if not all(0 <= weekday <= 6 for weekday in hours):
        raise BadCalendar(why="weekdays are 0 to 6", why_vi="thứ trong tuần là 0 đến 6")
    return tuple(_ordered(hours.get(weekday, ())) for weekday in range(7))


def _ordered(spans: Sequence[tuple[time, time]]) -> tuple[Span, ...]:
    """Spans in minutes of the day, in order of time. Raises BadCalendar where they are empty or overlap."""
    found = sorted((_minute(start), _minute(end)) for start, end in spans)
    edges = [edge for span in found for edge in span]
    if any(start >= end for start, end in found) or edges != sorted(edges):
        text = ", ".join(f"{_clock(start):%H:%M}-{_clock(end):%H:%M}" for start, end in found)
        raise BadCalendar(why=f"hours {text} overlap or are empty", why_vi=f"giờ {text} trùng nhau hoặc rỗng")
    return tuple(found)


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _clock(minute: int) -> time:
    return time(minute // 60, minute % 60)


_MORNING: Final = (time(7, 30), time(11, 30))
_WEEK: Final = range(5)
STD: Final = build({day: (_MORNING, (time(13, 30), time(17))) for day in _WEEK}, name="STD")
_STANDARD: Final[Mapping[str, Calendar]] = {
    "STD": STD,
    "8H": build({day: (_MORNING, (time(13), time(17))) for day in _WEEK}, name="8H"),
    "SAT": build({day: (_MORNING, (time(13, 30), time(17))) for day in _WEEK}, duty={5: (_MORNING,)}, name="SAT"),
    "none": build({}, name="none"),
}


def standard(name: str) -> Calendar:
    """One of the named calendars of facts §7: STD, 8H, SAT (STD with Saturday duty), none."""
    if name not in _STANDARD:
        raise UnknownCalendar(name=name)
    return _STANDARD[name]

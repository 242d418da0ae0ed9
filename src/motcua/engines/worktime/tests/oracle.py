"""A slow second opinion, written from the rules alone: minute by minute, day by day, no ruler.

It shares with the engine the calendar (what a day is) and the joined pauses are found anew here, as
sets of minutes or dates. Only the tests use it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache

from motcua.engines.worktime import Calendar, DayKind, Limit, Pause, Unit

MINUTE = timedelta(minutes=1)
ONE = timedelta(days=1)


def cut(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


@cache
def minutes_open(calendar: Calendar, day: date) -> list[int]:
    return [
        minute
        for start, end in calendar.spans(day)
        for minute in range(start.hour * 60 + start.minute, end.hour * 60 + end.minute)
    ]


@cache
def worth(calendar: Calendar, day: date, unit: Unit) -> Fraction:
    """What one open minute of that day takes off the limit."""
    count = len(minutes_open(calendar, day))
    if not count:
        return Fraction(0)
    if unit is Unit.WORKING_HOUR:
        return Fraction(1, 60)
    weight = calendar.weight if calendar.day(day).kind is DayKind.DUTY else Fraction(1)
    return weight / count


def at(day: date, minute: int, like: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=like.tzinfo) + minute * MINUTE


def walk(start: datetime, amount: Fraction, calendar: Calendar, unit: Unit, skip: set[datetime]) -> datetime:
    """Consume `amount` minute by minute, but for those in `skip`; the limit's own end (R3, R4)."""
    left, day = amount, start.date()
    while True:
        price = worth(calendar, day, unit)
        for minute in minutes_open(calendar, day) if price else []:
            here = at(day, minute, start)
            if here < start or here in skip:
                continue
            if unit is Unit.WORKING_DAY and left == 0:
                return here  # used up before: due at the next minute that counts (R3)
            if left < price or (left == price and unit is Unit.WORKING_HOUR):
                return here + MINUTE if left else here
            left -= price
        day += ONE


def consumed(start: datetime, limit: Limit, calendar: Calendar, pauses: list[tuple[datetime, datetime]]) -> datetime:
    """R16 as written: each pause in order, against the due moment so far."""
    amount = limit.quantity
    due = walk(start, amount, calendar, limit.unit, set())
    for begin, end in pauses:
        if begin >= due:
            break
        here = max(begin, start)
        while here < end:
            if here.hour * 60 + here.minute in minutes_open(calendar, here.date()):
                amount += worth(calendar, here.date(), limit.unit)
            here += MINUTE
        due = walk(start, amount, calendar, limit.unit, set())
    return due


def union(pauses: Sequence[Pause]) -> list[tuple[datetime, datetime]]:
    """Overlapping and touching ones made one, the slow way: until nothing joins."""
    found = [(cut(p.start), cut(p.end)) for p in pauses if p.end is not None]
    while True:
        for one in found:
            mates = [two for two in found if two is not one and two[0] <= one[1] and one[0] <= two[1]]
            if mates:
                found = [each for each in found if each is not one and each is not mates[0]]
                found.append((min(one[0], mates[0][0]), max(one[1], mates[0][1])))
                break
        else:
            return sorted(found)


def roll(calendar: Calendar, day: date, inside: list[tuple[date, date]]) -> date:
    while not calendar.day(day).works or any(first <= day < last for first, last in inside):
        day += ONE
    return day


def closing(calendar: Calendar, day: date, like: datetime) -> datetime:
    return at(day, max(minutes_open(calendar, day)) + 1, like)


def by_date(start: datetime, limit: Limit, calendar: Calendar, pauses: list[tuple[datetime, datetime]]) -> datetime:
    last = start.date()
    if limit.unit is Unit.CALENDAR_DAY:
        left = limit.quantity
        while left > 0:
            last, left = last + ONE, left - 1
    else:
        for _ in range(int(limit.quantity)):
            last = (last.replace(day=1) + 31 * ONE).replace(day=1)  # the first of the next month
        month = last.month
        while last.day < start.day and (last + ONE).month == month:
            last += ONE
    passed: list[tuple[date, date]] = []
    day = roll(calendar, last, passed)
    for begin, end in pauses:
        if begin.date() > day:
            break
        passed.append((begin.date(), end.date()))
        here = max(begin, start).date()
        while here < end.date():
            here, last = here + ONE, last + ONE
        day = roll(calendar, last, passed)
    return closing(calendar, day, start)


def at_the_desk(start: datetime, limit: Limit, calendar: Calendar) -> datetime:
    today = calendar.day(start.date())
    if today.works or (today.kind is DayKind.DUTY and limit.unit is Unit.SAME_DAY):
        end = closing(calendar, start.date(), start)
        before_border = today.kind is DayKind.DUTY or (start.hour, start.minute) <= (15, 0)
        if before_border and start < end:
            return end
    following = roll(calendar, start.date() + ONE, [])
    if today.works and limit.unit is Unit.FORWARD:
        return at(following, min(minutes_open(calendar, following)), start)
    return closing(calendar, following, start)


def due(received: datetime, limit: Limit, calendar: Calendar, pauses: Sequence[Pause] = ()) -> datetime:
    start = cut(received)
    if limit.unit in {Unit.SAME_DAY, Unit.FORWARD}:
        return at_the_desk(start, limit, calendar)
    if limit.unit in {Unit.CALENDAR_DAY, Unit.MONTH}:
        return by_date(start, limit, calendar, union(pauses))
    return consumed(start, limit, calendar, union(pauses))

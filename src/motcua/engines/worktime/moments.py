"""Moments as the clock counts them: whole minutes of Vietnam time, in one integer (a *stamp*).

A stamp is `day * DAY + minute`: `day` the proleptic Gregorian ordinal, `minute` of the day 0–1439.
"""

from datetime import date, datetime, timedelta, timezone
from typing import Final

from motcua.engines.worktime.errors import BadMoment, OutOfRange

VIETNAM: Final = timezone(timedelta(hours=7), "+07:00")  # no daylight saving (calendar.md §4.6)
DAY: Final = 1440  # minutes
FIRST_YEAR: Final = 1900  # the calendar is computed from here
LAST_YEAR: Final = 2299  # to here
_RANGE: Final = range(date(FIRST_YEAR, 1, 1).toordinal() * DAY, date(LAST_YEAR + 1, 1, 1).toordinal() * DAY)
_FIRST: Final = datetime(1, 1, 1, tzinfo=VIETNAM)


def in_vietnam(moment: datetime) -> datetime:
    """`moment` in Vietnam time; one without offset is Vietnam time already (§17)."""
    if moment.tzinfo is VIETNAM:
        return moment
    if moment.tzinfo is None:
        return moment.replace(tzinfo=VIETNAM)
    try:
        return moment.astimezone(VIETNAM)
    except OverflowError:
        raise BadMoment(text=moment.isoformat()) from None


def to_stamp(moment: datetime) -> int:
    """The minute that `moment` lies in: seconds are cut first (R2)."""
    local = in_vietnam(moment)
    return local.toordinal() * DAY + local.hour * 60 + local.minute


def from_stamp(stamp: int) -> datetime:
    """The moment of a stamp, aware, +07:00."""
    return _FIRST + timedelta(minutes=stamp - DAY)


def day_of(stamp: int) -> date:
    """The date in Vietnam on which the stamp lies."""
    return date.fromordinal(stamp // DAY)


def in_range(stamp: int) -> int:
    """The stamp itself. Raises OutOfRange outside the years for which the calendar is computed."""
    if stamp not in _RANGE:
        raise OutOfRange(first=FIRST_YEAR, last=LAST_YEAR)
    return stamp


def read_moment(text: str) -> datetime:
    """An ISO 8601 date or moment; a date alone is 00:00. Raises BadMoment."""
    try:
        return in_vietnam(datetime.fromisoformat(text.strip()))
    except ValueError:
        raise BadMoment(text=text) from None

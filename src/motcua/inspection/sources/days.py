"""Days and moments for the sources: what lay ahead at a moment is not known yet."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from motcua.base.clock import VIETNAM


def by(moment: datetime | None, at: datetime) -> datetime | None:
    """The moment, if it had come by then."""
    return moment if moment is not None and moment <= at else None


def day_by(day: date | None, at: datetime) -> date | None:
    """The day, if it had begun by then."""
    return day if day is not None and day <= today(at) else None


def today(at: datetime) -> date:
    """The day in Vietnam."""
    return at.astimezone(VIETNAM).date()


def begin_of(day: date) -> datetime:
    """Its first moment in Vietnam."""
    return datetime.combine(day, time.min, VIETNAM)


def end_of(day: date) -> datetime:
    """The first moment after it."""
    return begin_of(day + timedelta(days=1))


def months(first: date, last: date) -> Iterator[date]:
    """The first day of each month from that of `first` to that of `last`."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)

"""Types of what programs send: bounded, so that nothing reaches the database that it cannot hold."""

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, Field


def _clean(text: str) -> str:
    """Text PostgreSQL and UTF-8 can hold: no NUL, no lone surrogate. Raises ValueError."""
    if "\x00" in text:
        raise ValueError("a NUL character is no text")
    text.encode("utf-8")
    return text


def _in_reach(day: date) -> date:
    """A day the calendars can reckon with. Raises ValueError."""
    if not date(1990, 1, 1) <= (day.date() if isinstance(day, datetime) else day) <= date(2199, 12, 31):
        raise ValueError("the date lies outside 1990 to 2199")
    return day


def _aware(moment: datetime) -> datetime:
    """A moment with its offset. Raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset, for example +07:00")
    return moment.astimezone(UTC)


Line = Annotated[str, Field(max_length=300), AfterValidator(_clean)]
Text = Annotated[str, Field(max_length=2000), AfterValidator(_clean)]
Key = Annotated[int, Field(ge=0, le=2**62)]
Amount = Annotated[int, Field(ge=0, le=10**15)]
Day = Annotated[date, AfterValidator(_in_reach)]
Moment = Annotated[datetime, AfterValidator(_in_reach), AfterValidator(_aware)]

"""Issued and incoming documents, and a unit's outgoing register of a year, as they stood at a moment."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Issued:
    """An issued document.

    form: "paper", "electronic" or "both". rules: codes of the format rules it breaks, None where it was not checked.
    expired: legal texts it cites that had ended before its day, each with its last day.
    """

    id: int
    unit_id: int
    ref: str
    document_type: str
    form: str
    issued_on: date
    signed_at: datetime | None
    sent_at: datetime | None
    checked_at: datetime | None
    rules: tuple[str, ...] | None
    at: datetime
    changed_at: datetime
    expired: tuple[tuple[str, date], ...] = ()
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"document:{self.id}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A document that came in. due_on: by when it is dealt with, None where it only informs."""

    id: int
    unit_id: int
    ref: str
    received_on: date
    due_on: date | None
    done_on: date | None
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"incoming:{self.id}"


@dataclass(frozen=True, slots=True)
class Book:
    """A unit's outgoing register of one year under one symbol.

    missing: numbers below the highest that the register lacks. backwards: (number, its day, the later day of a lower
    number): given out of order.
    """

    unit_id: int
    year: int
    symbol: str
    highest: int
    at: datetime
    changed_at: datetime
    missing: tuple[int, ...] = ()
    backwards: tuple[tuple[int, date, date], ...] = ()
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"book:{self.unit_id}/{self.year}/{self.symbol}"

    @property
    def ref(self) -> str:
        """As a reader names it."""
        return f"{self.symbol} {self.year}"

"""A unit over a time, as it stood at a moment: its month at the desk, its site, its plan, its posting, its sources."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Month:
    """The last whole month of a one-stop before a moment.

    Counts of dossiers: received, of these online; decided, of these late. rated: ratings given in it; content: of these
    4 or 5 of 5.
    """

    unit_id: int
    month: date
    received: int
    online: int
    decided: int
    late: int
    rated: int
    content: int
    over_at: datetime
    at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"month:{self.unit_id}"

    @property
    def ref(self) -> str:
        """As a reader names it."""
        return f"{self.month:%m/%Y}"

    @property
    def changed_at(self) -> datetime:
        """Its end: what was bad in the month before is good from then on."""
        return self.over_at


@dataclass(frozen=True, slots=True)
class Entry:
    """A dossier that was entered: handed in when, put into the software when."""

    ref: str
    submitted_at: datetime
    accepted_at: datetime


@dataclass(frozen=True, slots=True)
class DeskDay:
    """What one desk entered on one day, in the order of entry."""

    unit_id: int
    day: date
    entries: tuple[Entry, ...]
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"desk:{self.unit_id}/{self.day}"

    @property
    def ref(self) -> str:
        """As a reader names it."""
        return f"{self.day:%d/%m/%Y}"


@dataclass(frozen=True, slots=True)
class Portal:
    """A unit's news site over the last three whole months.

    articles: how many; words: their median length; categories: how many different ones; copied: how many are mostly
    another unit's; pictures: how many have one. others_*: medians of the other units' sites. last_on: day of the
    newest article. sections: compulsory ones that the last good look did not find; None where none has looked.
    looked_at: the last look that was answered; silent without one lately.
    """

    unit_id: int
    ref: str
    since: datetime
    articles: int
    words: int
    categories: int
    copied: int
    pictures: int
    others_articles: int
    others_words: int
    others: int
    last_on: date | None
    lacking: tuple[str, ...] | None
    looked_at: datetime | None
    at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"portal:{self.unit_id}"

    @property
    def changed_at(self) -> datetime:
        """The last look: what it saw, it saw then."""
        return self.looked_at or self.at


@dataclass(frozen=True, slots=True)
class PlanYear:
    """Has a unit a reform plan of a year? issued_on: its day; due: end of the day by which it is issued."""

    unit_id: int
    year: int
    issued_on: date | None
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"plan:{self.unit_id}/{self.year}"

    @property
    def ref(self) -> str:
        """As a reader names it."""
        return str(self.year)


@dataclass(frozen=True, slots=True)
class Source:
    """When a source of a unit told something last. since: from when it is expected to."""

    unit_id: int
    name: str
    ref: str
    last_at: datetime | None
    since: datetime
    at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"silence:{self.unit_id}/{self.name}"

    @property
    def changed_at(self) -> datetime:
        """When it told something."""
        return self.last_at or self.since

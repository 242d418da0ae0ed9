"""A one-stop's duty posts, equipment and connection, as they stood at a moment."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

BRANCHES: Final = {  # whose post, as a sentence names it
    "": "công chức một cửa", "police": "Công an", "insurance": "Bảo hiểm xã hội", "tax": "Thuế",
    "military": "Quân sự",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Empty:
    """A post of one branch that stood empty on one day: from when, for how long; why, where a ground is recorded.

    minutes: of office hours in which somebody was awaited.
    """

    branch: str
    day: date
    since: datetime
    minutes: int
    rostered: bool
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """The last seven days of a one-stop's duty. silent: nobody has checked in there lately, so that nothing is known.

    empty: each branch and day, oldest first. missing: branches that the law asks for and the roster lacks.
    """

    unit_id: int
    ref: str
    empty: tuple[Empty, ...]
    missing: tuple[str, ...]
    since: datetime
    at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"duty:{self.unit_id}"

    @property
    def changed_at(self) -> datetime:
        """What is good now is good from now."""
        return self.at


@dataclass(frozen=True, slots=True)
class Short:
    """A kind of equipment of which the norm asks for more than work."""

    kind: str
    wanted: int
    working: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Broken:
    """A thing that does not work, and since when."""

    label: str
    name: str
    state: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Premises:
    """What stands at a one-stop. silent: nothing is registered there."""

    unit_id: int
    ref: str
    short: tuple[Short, ...]
    broken: tuple[Broken, ...]
    at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"equipment:{self.unit_id}"

    @property
    def changed_at(self) -> datetime:
        """What is good now is good from now."""
        return self.at


@dataclass(frozen=True, slots=True)
class Line:
    """A one-stop's connection over the last seven days, as its browsers measured it.

    outages: stretches of office hours, oldest first. minutes: their length together. silent: nothing was measured.
    """

    unit_id: int
    ref: str
    outages: tuple[tuple[datetime, datetime], ...]
    minutes: int
    at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"connection:{self.unit_id}"

    @property
    def changed_at(self) -> datetime:
        """What is good now is good from now."""
        return self.at

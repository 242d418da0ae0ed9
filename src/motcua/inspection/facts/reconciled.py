"""What arose and what was entered of it, as it stood at a moment."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Missing:
    """A dossier that sources know and the software does not. kind: the source that names it, in Vietnamese.

    ref: its number there. closed_at: when it was entered, or somebody said that it is none.
    """

    id: int
    unit_id: int
    kind: str
    ref: str
    received_on: date
    closed_at: datetime | None
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"missing:{self.id}"


@dataclass(frozen=True, slots=True)
class Entered:
    """A dossier that a source at the desk knows, too. days: working days from its reception to its entry."""

    id: int
    unit_id: int
    kind: str
    ref: str
    received_on: date
    entered_on: date
    days: int
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"entered:{self.id}"

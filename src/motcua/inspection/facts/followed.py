"""What became of findings: is anybody mending them, are remedies late; as it stood at a moment."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Followed:
    """An open finding. days: working days since it was opened or its unit began to follow up, whichever is later.

    told: it is open. followed: a remedy is under way, or it is contested and unanswered.
    silent: the unit has not begun to follow findings up: then nothing is said of it.
    """

    id: int
    unit_id: int
    ref: str
    opened_at: datetime
    days: tuple[date, ...]
    told: bool
    followed: bool
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"followed:{self.id}"


@dataclass(frozen=True, slots=True)
class Ordered:
    """A remedy. done_at: when it was reported, verified or lifted; None while its owner has it."""

    id: int
    unit_id: int
    ref: str
    given_at: datetime
    due_at: datetime
    done_at: datetime | None
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"remedy:{self.id}"

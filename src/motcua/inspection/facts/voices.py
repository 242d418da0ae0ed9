"""What people sent and were told: petitions, online dossiers, planned broadcasts, as they stood at a moment."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Voice:
    """A petition. handle_by: end of its 15 working days; publish_by: of 2 more after the answer (R22)."""

    id: int
    unit_id: int
    ref: str
    began_at: datetime
    handle_by: datetime
    answered_at: datetime | None
    refused_at: datetime | None
    publish_by: datetime | None
    published_at: datetime | None
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"petition:{self.id}"


@dataclass(frozen=True, slots=True)
class Sent:
    """A dossier sent online. minutes: of office hours from sending to the answer, or to the moment."""

    id: int
    unit_id: int
    ref: str
    submitted_at: datetime
    answered_at: datetime | None
    minutes: int
    late_from: datetime
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"online:{self.id}"


@dataclass(frozen=True, slots=True)
class Planned:
    """A broadcast of the communication plan, or a line of the reform plan. done_on: None while it was not done."""

    id: int
    kind: str
    what: str
    unit_id: int
    ref: str
    due_on: date
    done_on: date | None
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"{self.kind}:{self.id}"

"""Procedures and their posting at a unit, as they stood at a moment."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Posted:
    """One procedure at one unit that has to post it.

    post_by: end of the day by which it is posted. posted_on: day of the newest posting of the version in force.
    old_on: day of a posting that stands although its version has ended; ended_on: that end. lacking: of the 8 parts
    (NĐ 63/2010 Điều 8) what the posting in force does not show. process: has the procedure a process in force?
    """

    unit_id: int
    procedure: str
    name: str
    decision: str
    in_force_from: date
    post_by: datetime
    posted_on: date | None
    at: datetime
    changed_at: datetime
    old_on: date | None = None
    ended_on: date | None = None
    lacking: tuple[str, ...] = ()
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"posted:{self.unit_id}/{self.procedure}"

    @property
    def ref(self) -> str:
        """As a reader names it."""
        return self.procedure


@dataclass(frozen=True, slots=True)
class InForce:
    """A procedure in force that the town's units take. process: has it a process in force?"""

    unit_id: int
    procedure: str
    since: datetime
    process: bool
    at: datetime
    changed_at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"process:{self.unit_id}/{self.procedure}"

    @property
    def ref(self) -> str:
        """As a reader names it."""
        return self.procedure

"""What an inspection at a unit found not met, as its signed minutes say it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Inspected:
    """One question of one visit. ref: its number in the checklist; text: the question; result: pass, fail or na.

    missing, of: how many of the sample lack it. defects: in words. photos: the beginnings of their hashes.
    said_at: when the inspector said it, signed_at: when both sides had signed; minutes: the beginning of the hash of
    their text.
    """

    visit: int
    unit_id: int
    ref: str
    text: str
    ground: str
    result: str
    missing: int | None
    of: int | None
    defects: tuple[str, ...]
    photos: tuple[str, ...]
    said_at: datetime
    signed_at: datetime
    minutes: str
    at: datetime
    silent: bool = False

    @property
    def subject(self) -> str:
        """What a finding names as looked at."""
        return f"inspected:{self.visit}-{self.ref}"

    @property
    def changed_at(self) -> datetime:
        """Signed minutes never change."""
        return self.signed_at

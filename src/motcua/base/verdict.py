"""What a rule of the one-stop decides."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """allowed: may it be done? flagged: shown to the inspection. ground: the article that decides."""

    allowed: bool
    ground: str
    flagged: bool = False

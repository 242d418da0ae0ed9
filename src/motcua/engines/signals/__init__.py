"""The life of a finding: when what a signal sees opens, closes, comes back, and what a person decided of it. Pure."""

from motcua.engines.signals.life import (
    FOREVER,
    Answer,
    BadAcceptance,
    Change,
    Seen,
    Standing,
    State,
    Waits,
    accepted,
    advance,
    changes,
    withdrawn,
)

__all__ = [
    "FOREVER", "Answer", "BadAcceptance", "Change", "Seen", "Standing", "State", "Waits", "accepted", "advance",
    "changes", "withdrawn",
]  # fmt: skip

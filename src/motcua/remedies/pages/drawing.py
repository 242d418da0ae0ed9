"""Lines over weeks, from 0; stretched to the width of their place, so that words stand beside them in full size."""

from collections.abc import Sequence
from typing import Any, Final

from motcua.remedies.queries import Week

WIDE: Final = 1000
HIGH: Final = 100


def lines(weeks: Sequence[Week], most: int = 0) -> dict[str, Any]:
    """For remedies/_lines.html: open cases solid, mended ones dashed. most: of the scale that others share."""
    top = max(most, highest(weeks), 1)
    return {"open": _way([week.open for week in weeks], top), "mended": _way([week.mended for week in weeks], top),
            "weeks": weeks, "top": top}  # fmt: skip


def highest(weeks: Sequence[Week]) -> int:
    """The largest number drawn."""
    return max((max(week.open, week.mended) for week in weeks), default=0)


def _way(values: Sequence[int], top: int) -> str:
    """The points of a line."""
    step = WIDE / max(len(values) - 1, 1)
    return " ".join(f"{place * step:.0f},{HIGH - value * HIGH / top:.1f}" for place, value in enumerate(values))

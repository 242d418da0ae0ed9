"""How long mending takes: the middle, and what nine in ten do not exceed."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spread:
    """Of `number` cases; median and p90 in the unit of what was given, None of none."""

    number: int
    median: int | None
    p90: int | None


def quantile(values: Sequence[int], percent: int) -> int:
    """The smallest value that at least `percent` in a hundred do not exceed: a value that occurred, nothing in between.

    Raises ValueError of nothing, or outside 1 to 100.
    """
    if not values or not 1 <= percent <= 100:
        raise ValueError("a quantile needs values and a percentage from 1 to 100")
    return sorted(values)[math.ceil(len(values) * percent / 100) - 1]


def spread(values: Iterable[int]) -> Spread:
    """Median and ninth decile."""
    held = list(values)
    return Spread(len(held), quantile(held, 50), quantile(held, 90)) if held else Spread(0, None, None)

"""To whom a late remedy goes, by stated rules: one level at a time, never back, never twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


class BadRules(ValueError):
    """Levels count from 1 without a gap, each later than the one before."""


@dataclass(frozen=True, slots=True)
class Rule:
    """From so many working days late it goes to this level."""

    level: int
    days: int


def rules_from(days: Iterable[int]) -> tuple[Rule, ...]:
    """The days of level 1, 2 and so on. Raises BadRules: a level not later than the one before, or no day late."""
    found = tuple(Rule(place, late) for place, late in enumerate(days, start=1))
    if any(rule.days < 1 for rule in found) or any(b.days <= a.days for a, b in pairwise(found)):
        raise BadRules("levels go up with the days late")
    return found


def next_level(late_days: int, level: int, rules: Sequence[Rule]) -> int | None:
    """The level it goes up to now, one above `level`; None: it stays. level: 0 where nobody was told yet.

    late_days: working days after the day on which it was due, by the clock of the unit: this file knows no calendar.
    """
    found = next((rule for rule in rules if rule.level == level + 1), None)
    return found.level if found is not None and late_days >= found.days else None

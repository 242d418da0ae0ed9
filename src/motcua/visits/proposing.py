"""Which units a plan should reach, and why: pure, from what is known of each; where an inspection would find most.

Weights, the share and the years come from law/visits.toml. Nothing is decided by it: people tick units and months.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

FIELDS: Final = ("high", "medium", "low", "points", "late", "repeats")  # reasons in the order in which they are told
UNKNOWN: Final = "never"  # no visit is known: said, and weighs nothing
LONG: Final = "long"  # not visited for so many months that fairness asks for it
MONTHS: Final = "months"
FIRST_MONTH, LAST_MONTH = 3, 11  # a plan is issued in the first months, a year is concluded in its last [C]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a unit.

    high, medium, low: open findings by weight. points: of the sample set, lost while they are open. late: remedies over
    their day. repeats: causes that came back within a year. visited_on: the first day of the last visit.
    """

    unit: int
    high: int = 0
    medium: int = 0
    low: int = 0
    points: int = 0
    late: int = 0
    repeats: int = 0
    visited_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """reason: what speaks for it: of FIELDS, MONTHS, LONG or UNKNOWN; value: how much of it."""

    reason: str
    value: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A unit with what speaks for it. due: it comes in whatever it scores: nobody was there for years."""

    unit: int
    score: int
    due: bool
    reasons: tuple[Reason, ...]


def ranked(
    known: Iterable[Known], weights: Mapping[str, int], *, begins_on: date, fair_months: int, known_since: date | None
) -> list[Proposal]:
    """Units that are due first, then by what they score; equal ones by their number.

    begins_on: the first day of the year of the plan. known_since: the first visit that the software knows of at all:
    of a unit that it never saw visited nothing is said about years before.
    """
    found = [_proposal(one, weights, begins_on, fair_months, known_since) for one in known]
    return sorted(found, key=lambda one: (not one.due, -one.score, one.unit))


def _proposal(
    one: Known, weights: Mapping[str, int], begins_on: date, fair_months: int, known_since: date | None
) -> Proposal:
    reasons = [Reason(name, getattr(one, name)) for name in FIELDS if getattr(one, name)]
    score = sum(weights[row.reason] * row.value for row in reasons)
    since = one.visited_on or known_since
    months = months_between(since, begins_on) if since is not None else 0
    due = months >= fair_months
    if one.visited_on is None and not due:
        reasons.append(Reason(UNKNOWN, 0))
    elif months > 0:
        reasons.append(Reason(LONG if due else MONTHS, months))
        score += weights[MONTHS] * months
    return Proposal(one.unit, score, due, tuple(reasons))


def months_between(first: date, last: date) -> int:
    """Whole months from one day to a later one; 0 where it is not later."""
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return max(months, 0)


def needed(total: int, percent: int) -> int:
    """How many of `total` are at least so many percent."""
    return -(-total * percent // 100)


def is_enough(number: int, total: int, percent: int) -> bool:
    """Do `number` of `total` reach the share? Compared as whole numbers: 6 of 20 are 30 percent."""
    return total > 0 and number * 100 >= total * percent


def proposed(ranking: Sequence[Proposal], percent: int) -> list[Proposal]:
    """All that are due, and of the others the first ones until the share is reached."""
    most = max(needed(len(ranking), percent), sum(one.due for one in ranking))
    return list(ranking[:most])


def first_month(year: int, today: date) -> int:
    """From when a plan of that year goes, drafted today: the month after this one at the earliest."""
    following = min(today.month + 1, LAST_MONTH) if today.year == year else FIRST_MONTH
    return max(following, FIRST_MONTH)


def spread(number: int, first: int = FIRST_MONTH, last: int = LAST_MONTH) -> list[int]:
    """Months for so many units, evenly from `first` to `last` (both counted)."""
    span = max(last - first + 1, 1)
    return [min(first, last) + place * span // number for place in range(number)] if number else []

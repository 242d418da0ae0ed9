"""Nobody inspects his own unit: the rule, pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS_A_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Tie:
    """Why somebody belongs to the inspected unit or to one below it, and when. last: inclusive; None: until further.

    how: own, seconded, delegated, stands_in.
    """

    how: str
    post: str
    unit: str
    first: date
    last: date | None


def earlier(day: date, months: int) -> date:
    """The same day so many months before, or the last of that month."""
    total = day.year * MONTHS_A_YEAR + day.month - 1 - months
    year, month = divmod(total, MONTHS_A_YEAR)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def conflict(ties: Iterable[Tie], *, begins_on: date, ends_on: date, months: int) -> Tie | None:
    """The tie that keeps somebody from inspecting from begins_on to ends_on: one of these days or months before."""
    since = earlier(begins_on, months)
    found = [tie for tie in ties if tie.first <= ends_on and (tie.last is None or tie.last >= since)]
    return min(found, key=lambda tie: (tie.last is not None, tie.first, tie.unit, tie.post), default=None)

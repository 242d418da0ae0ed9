"""A limit: so much of a unit, exactly (never a float)."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Final, Self

from motcua.engines.worktime.errors import BadLimit, PartOfMonth, UnknownUnit


class Unit(StrEnum):
    """How the limit is counted; each with the rule that counts it."""

    WORKING_DAY = "working_day"  # R1
    WORKING_HOUR = "working_hour"  # R4
    CALENDAR_DAY = "calendar_day"  # R7
    MONTH = "month"  # R8
    SAME_DAY = "same_day"  # R14
    FORWARD = "forward"  # R13
    CLOCK_HOUR = "clock_hour"  # elapsed time, example 18; not a unit of the command


WITHOUT_QUANTITY: Final = frozenset({Unit.SAME_DAY, Unit.FORWARD})
_NUMBER: Final = re.compile(r"\+?(\d{1,12}(\.\d{0,12})?|\.\d{1,12})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Limit:
    """`quantity` of `unit`, above zero; not read for same_day and forward.

    A part of a calendar day counts as a whole one (R7 [C]); months are whole (R8).
    Raises BadLimit, PartOfMonth.
    """

    quantity: Fraction
    unit: Unit
    numerator: int = field(init=False, repr=False, compare=False)
    denominator: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        exact = Fraction(0 if self.unit in WITHOUT_QUANTITY else self.quantity)
        if exact <= 0 and self.unit not in WITHOUT_QUANTITY:
            raise BadLimit(limit=self.quantity)
        if self.unit is Unit.MONTH and exact.denominator != 1:
            raise PartOfMonth(limit=self.quantity)
        object.__setattr__(self, "quantity", exact)
        object.__setattr__(self, "numerator", exact.numerator)
        object.__setattr__(self, "denominator", exact.denominator)

    @property
    def whole(self) -> int:
        """Whole days or months, a part counted as a whole one."""
        return -(-self.numerator // self.denominator)

    @classmethod
    def read(cls, quantity: str | None, unit: str) -> Self:
        """From the words of the command: a decimal number and the name of a unit. Raises WorktimeError."""
        known = read_unit(unit)
        if known in WITHOUT_QUANTITY:
            return cls(Fraction(0), known)
        text = (quantity or "").strip()
        if not _NUMBER.fullmatch(text):
            raise BadLimit(limit=text)
        return cls(Fraction(text), known)


def read_unit(text: str) -> Unit:
    """The unit of that name. Raises UnknownUnit."""
    try:
        return Unit(text.strip())
    except ValueError:
        raise UnknownUnit(unit=text, units=", ".join(Unit)) from None

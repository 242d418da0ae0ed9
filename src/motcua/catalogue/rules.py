"""Decisions about the catalogue on plain values."""

from fractions import Fraction

from motcua.engines.worktime import Limit, Unit


def limit_of(quantity: str, unit: str) -> Limit | None:
    """The limit for the working clock; None where the source leaves it to a human."""
    if unit in {Unit.SAME_DAY, Unit.FORWARD}:
        return Limit(Fraction(0), Unit(unit))
    if not (unit and quantity):
        return None
    return Limit(Fraction(quantity), Unit(unit))

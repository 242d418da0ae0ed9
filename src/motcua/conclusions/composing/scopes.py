"""Of whom and when a conclusion is."""

from datetime import date, datetime

from motcua.base.clock import VIETNAM
from motcua.conclusions.figures import Scope
from motcua.organisations import queries
from motcua.organisations.models import Unit
from motcua.organisations.reading.one_stops import one_stops


def scope_of(unit: Unit, year: int, at: datetime) -> Scope:
    """The year of a unit and all below it, as of a moment; a year that runs ends with the moment's day."""
    until = min(date(year, 12, 31), max(at.astimezone(VIETNAM).date(), date(year, 1, 1)))
    beneath = queries.below([unit.path])
    below = list(Unit.objects.filter(beneath).order_by("path").values_list("pk", flat=True))
    units = list(one_stops(until).filter(beneath))
    return Scope(unit, units, below, year, date(year, 1, 1), until, at)


def concluding_unit(code: str | None, at: datetime) -> Unit | None:
    """The unit of this code, or the one one-stop that stands above all others; None where there is no such."""
    held = list(one_stops(at.astimezone(VIETNAM).date()))
    if code is not None:
        return next((unit for unit in held if unit.code == code), None)
    top = [unit for unit in held if not any(unit.path.startswith(f"{other.path}/") for other in held)]
    return top[0] if len(top) == 1 else None

"""What each unit has to mend, by whom and by when: one line a unit and signal."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from motcua.base.clock import VIETNAM
from motcua.conclusions.composing.report import Demand
from motcua.conclusions.errors import NoHours
from motcua.conclusions.figures import Scope
from motcua.conclusions.figures.findings import standing
from motcua.conclusions.figures.frame import due
from motcua.conclusions.figures.service import span
from motcua.inspection.models import Finding, Severity
from motcua.inspection.signals import registry
from motcua.organisations.models import Kind, Unit
from motcua.remedies.law import causes
from motcua.remedies.models import Case

DEADLINE: Final[Mapping[int, str]] = {Severity.HIGH: "high", Severity.MEDIUM: "medium", Severity.LOW: "low"}


def demands(scope: Scope) -> list[Demand]:
    """In the order of units, the heaviest first. Raises NoHours where something stands and no deadline can be told."""
    today = span(scope)[1].astimezone(VIETNAM).date()
    days = {severity: last for severity, name in DEADLINE.items() if (last := due(scope.unit, today, name))}
    held: dict[tuple[int, str], list[Finding]] = {}
    for row in standing(scope).select_related("unit"):
        held.setdefault((row.unit_id, row.signal), []).append(row)
    if held and not days:
        raise NoHours(unit=scope.unit.name)
    known = _causes(scope)
    found = [_demand(code, rows, days, known) for (_unit, code), rows in held.items()]
    places = {unit_id: at for at, (unit_id, _code) in reversed(list(enumerate(held)))}
    weight = {(rows[0].unit_id, code): max(row.severity for row in rows) for (_, code), rows in held.items()}
    return sorted(found, key=lambda one: (places[one.unit], -weight[one.unit, one.signal], one.signal))


def _causes(scope: Scope) -> dict[int, str]:
    """What people put down as the cause, by finding."""
    words = causes(scope.at.date())
    rows = Case.objects.filter(unit__in=scope.below, noted_at__lte=scope.at).order_by("episode")
    told = rows.exclude(cause="", cause_code="").values_list("finding_id", "cause_code", "cause")
    return {finding: words[code].vi if code in words else cause for finding, code, cause in told}


def _demand(code: str, rows: list[Finding], days: Mapping[int, date], known: Mapping[int, str]) -> Demand:
    signal, unit = registry()[code], rows[0].unit
    last = days[max(row.severity for row in rows)]
    told = "; ".join(dict.fromkeys(known[row.pk] for row in rows if row.pk in known))
    return Demand(unit.pk, short(unit), code, signal.title.vi, len(rows), signal.remedy.vi, owner(unit), last,
                  tuple(row.pk for row in rows), told)  # fmt: skip


def short(unit: Unit) -> str:
    """A unit as a table names it: "Phường An Lưu"."""
    name = unit.name.removeprefix("Ủy ban nhân dân ").strip()
    return name[:1].upper() + name[1:]


def owner(unit: Unit) -> str:
    """Who answers for it: the chair of a committee, the head of anything else."""
    return "Chủ tịch Ủy ban nhân dân" if unit.kind == Kind.PEOPLES_COMMITTEE else "Thủ trưởng đơn vị"

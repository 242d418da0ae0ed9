"""Inspections at units that ended in the period, of them the unannounced ones."""

from collections.abc import Iterator
from typing import Any

from motcua.base.text import Text
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted
from motcua.conclusions.figures.service import span
from motcua.visits.models import Mode, Visit, VisitState


def reckon(scope: Scope, _known: Known) -> Iterator[Reckoned]:
    """Visits by the own unit and those below it, to units below: closed, by both signatures or without them."""
    begin, end = span(scope)
    rows = Visit.objects.filter(
        unit__in=scope.below, by_unit__in=scope.below, state=VisitState.CLOSED, ended_at__gte=begin, ended_at__lt=end
    ).order_by("unit__path", "begins_on", "pk")  # fmt: skip
    how = Text("Cuộc kiểm tra tại đơn vị kết thúc trong kỳ", "Inspections at units that ended in the period")
    yield _told("visits", Text("Số cuộc kiểm tra tại đơn vị", "Inspections at units"), how, rows)
    yield _told("visits.unannounced", Text("Số cuộc kiểm tra đột xuất", "Unannounced inspections"), how,
                rows.filter(mode=Mode.UNANNOUNCED))  # fmt: skip


def _told(code: str, label: Text, how: Text, rows: Any) -> Reckoned:
    return counted(
        code, label, how, rows.values_list("pk", "unit__short_name", "begins_on", "unit_id"),
        lambda row: Record(f"{row[1]}, {row[2]:%d/%m/%Y}", f"visit:{row[0]}", row[3]),
    )  # fmt: skip

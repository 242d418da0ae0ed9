"""Shortcomings of each signal: how many, in which units; and what was mended in the period."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Q, QuerySet

from motcua.base.text import Text
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted, query_of
from motcua.conclusions.figures.service import span
from motcua.conclusions.figures.units import kind_of
from motcua.engines.concluding import number, places
from motcua.inspection.models import Finding
from motcua.inspection.queries import TO_MEND
from motcua.inspection.signals import registry
from motcua.inspection.words import said
from motcua.organisations.models import Unit


def standing(scope: Scope) -> QuerySet[Finding]:
    """Shortcomings that stood at the end of the period, whenever they were opened."""
    end = span(scope)[1]
    stood = Q(state__in=TO_MEND) | Q(state="closed", closed_at__gt=end)
    return Finding.objects.filter(stood, unit__in=scope.below, opened_at__lte=end).order_by(
        "unit__path", "signal", "key")  # fmt: skip


def reckon(scope: Scope, _known: Known) -> Iterator[Reckoned]:
    """Of each signal with something open: its number, its units, its units with their numbers; of all, what closed."""
    held: dict[str, list[Finding]] = {}
    for row in standing(scope).select_related("unit"):
        held.setdefault(row.signal, []).append(row)
    for code, rows in sorted(held.items()):
        yield from _of_signal(scope, code, rows)
    begin, end = span(scope)
    mended = Finding.objects.filter(
        unit__in=scope.below, state="closed", closed_at__gte=begin, closed_at__lte=end
    ).order_by("unit__path", "signal", "key")  # fmt: skip
    yield counted(
        "mended", Text("Số tồn tại đã khắc phục trong kỳ", "Shortcomings mended in the period"),
        Text("Phát hiện tự đóng trong kỳ vì nguyên nhân không còn", "Findings that closed in the period"),
        mended.values_list("pk", "signal", "unit__short_name", "unit_id"),
        lambda row: Record(f"{registry()[row[1]].title.vi}, {row[2]}", f"finding:{row[0]}", row[3]),
    )  # fmt: skip


def _of_signal(scope: Scope, code: str, rows: list[Finding]) -> Iterator[Reckoned]:
    title = registry()[code].title
    records = tuple(Record(said(row.signal, row.values), f"finding:{row.pk}", row.unit_id) for row in rows)
    query = query_of(standing(scope).filter(signal=code).values_list("pk", "unit_id"))
    how = Text(
        f"Phát hiện {code} mở trong kỳ, còn đến ngày lập", f"Findings of {code} opened in the period, still open"
    )
    yield Reckoned(f"{code}.n", title, how, len(records), number(len(records)), query, records)
    units = list(dict.fromkeys(row.unit for row in rows))
    named = [(kind, _name(kind, unit)) for unit in units for kind, _ in [kind_of(unit)]]
    counts = Counter(_name(kind_of(row.unit)[0], row.unit) for row in rows)
    how = Text(f"Đơn vị của các phát hiện {code}", f"Units of the findings of {code}")
    label = Text(f"{title.vi}: đơn vị", f"{title.en}: units")
    parts = (f"{code}.n",)
    yield Reckoned(f"{code}.units", label, how, len(units), places(_ordered(named)), query, records, parts)
    yield Reckoned(f"{code}.units_n", label, how, len(units), places(_ordered(named), counts), query, records, parts)


def _name(kind: str, unit: Unit) -> str:
    return unit.short_name if kind else unit.name


def _ordered(named: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Wards, then communes, then what has a name of its own; each in the order of the town's own list."""
    order = {"thị xã": 0, "phường": 1, "xã": 2}
    return sorted(named, key=lambda one: order.get(one[0], 3))

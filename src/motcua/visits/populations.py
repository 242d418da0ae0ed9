"""What samples are drawn from: keys of register rows of a unit and all below it, of the inspected time."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from django.db.models import Q

from motcua.base.clock import VIETNAM
from motcua.documents.models import IssuedDocument
from motcua.dossiers.models import Dossier, Supplement

Keys = Callable[[Sequence[int], date, date, datetime], list[str]]


def _from_to(first: date, last: date) -> tuple[datetime, datetime]:
    return datetime.combine(first, time.min, VIETNAM), datetime.combine(last + timedelta(days=1), time.min, VIETNAM)


def dossiers(units: Sequence[int], first: date, last: date, at: datetime) -> list[str]:
    """Codes of dossiers accepted in these days, by the moment `at`."""
    begin, end = _from_to(first, last)
    rows = Dossier.objects.filter(accepted_at__gte=begin, accepted_at__lt=min(end, at), code__isnull=False)
    return [str(code) for code in rows.filter(Q(unit__in=units) | Q(desk__in=units)).values_list("code", flat=True)]


def supplemented(units: Sequence[int], first: date, last: date, at: datetime) -> list[str]:
    """Codes of dossiers that were sent back for completion in these days, by the moment `at`."""
    begin, end = _from_to(first, last)
    rows = Supplement.objects.filter(asked_at__gte=begin, asked_at__lt=min(end, at), dossier__unit__in=units)
    return [str(code) for code in rows.values_list("dossier__code", flat=True).distinct() if code]


def documents(units: Sequence[int], first: date, last: date, _at: datetime) -> list[str]:
    """Unit, year, number and symbol of documents issued in these days; the register does not tell when it learned."""
    rows = IssuedDocument.objects.filter(unit__in=units, issued_on__range=(first, last))
    return [f"{code} {year} {number}/{symbol}" for code, year, number, symbol in
            rows.values_list("unit__code", "year", "number", "symbol")]  # fmt: skip


POPULATIONS: Final[dict[str, Keys]] = {"dossiers": dossiers, "supplemented": supplemented, "documents": documents}


def subjects(population: str, units: Sequence[int], keys: Sequence[str]) -> dict[str, str]:
    """Subject of findings → key, of drawn rows."""
    if population == "documents":
        rows = IssuedDocument.objects.filter(unit__in=units, number__in=[_number(key) for key in keys])
        named = {f"{row.unit.code} {row.year} {row.number}/{row.symbol}": row.pk for row in rows.select_related("unit")}
        return {f"document:{named[key]}": key for key in keys if key in named}
    found = Dossier.objects.filter(code__in=keys).values_list("pk", "code")
    return {f"dossier:{pk}": str(code) for pk, code in found}


def _number(key: str) -> int:
    return int(key.split(" ")[2].split("/", maxsplit=1)[0])

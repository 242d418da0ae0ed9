"""Issued and incoming documents, and the outgoing registers, as they stood at a moment."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from django.db.models import Q

from motcua.base.text import Text
from motcua.documents.models import IncomingDocument, IssuedDocument, LegalText
from motcua.inspection.facts.documents import Book, Incoming, Issued
from motcua.inspection.sources.days import by, day_by, today
from motcua.inspection.sources.source import Source, Window

BACKWARDS: Final = 20  # of one register, so many are named


def _issued_keys(at: datetime) -> set[str]:
    rows = IssuedDocument.objects.filter(issued_on__lte=today(at))
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _issued_window(window: Window) -> set[str]:
    """Documents whose row changed, and those that cite a legal text whose row did."""
    changed = Q(changed_at__gte=window.since, changed_at__lte=window.at)
    texts = LegalText.objects.filter(changed).values_list("symbol", flat=True)
    wanted = changed
    for symbol in texts:
        wanted |= Q(basis__contains=[symbol])
    rows = IssuedDocument.objects.filter(wanted, issued_on__lte=today(window.at))
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def issued(keys: Iterable[str], at: datetime) -> Iterator[Issued]:
    """Each issued document of these as of `at`."""
    rows = list(IssuedDocument.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk"))
    cited = {symbol for row in rows for symbol in row.basis}
    ended = LegalText.objects.filter(symbol__in=cited, valid_to__isnull=False).values_list("symbol", "valid_to")
    ends: dict[str, date] = {symbol: day for symbol, day in ended if day is not None}
    for row in rows:
        expired = tuple((symbol, ends[symbol]) for symbol in row.basis if symbol in ends)
        checked = by(row.checked_at, at)
        yield Issued(
            id=row.pk, unit_id=row.unit_id, ref=str(row), document_type=row.document_type, form=row.form,
            issued_on=row.issued_on, signed_at=by(row.signed_at, at), sent_at=by(row.sent_at, at), checked_at=checked,
            rules=tuple(row.rules or ()) if checked else None, at=at, changed_at=min(row.changed_at, at),
            expired=tuple((symbol, day) for symbol, day in expired if day < row.issued_on),
        )  # fmt: skip


def _incoming_keys(at: datetime) -> set[str]:
    rows = IncomingDocument.objects.filter(received_on__lte=today(at))
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def _incoming_window(window: Window) -> set[str]:
    """What changed, and what still waits."""
    wanted = Q(changed_at__gte=window.since) | Q(due_on__isnull=False, done_on__isnull=True)
    rows = IncomingDocument.objects.filter(wanted, received_on__lte=today(window.at))
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def incoming(keys: Iterable[str], at: datetime) -> Iterator[Incoming]:
    """Each incoming document of these as of `at`."""
    for row in IncomingDocument.objects.filter(pk__in=[int(key) for key in keys]).order_by("pk"):
        yield Incoming(row.pk, row.unit_id, f"{row.number} ({row.symbol})", row.received_on, row.due_on,
                       day_by(row.done_on, at), at, min(row.changed_at, at))  # fmt: skip


def _book_keys(at: datetime) -> set[str]:
    return _books(Q(issued_on__lte=today(at)))


def _book_window(window: Window) -> set[str]:
    return _books(Q(issued_on__lte=today(window.at), changed_at__gte=window.since))


def _books(wanted: Q) -> set[str]:
    rows = IssuedDocument.objects.filter(wanted).values_list("unit_id", "year", "symbol").distinct()
    return {f"{unit}/{year}/{symbol}" for unit, year, symbol in rows}


def books(keys: Iterable[str], at: datetime) -> Iterator[Book]:
    """Each register of these as of `at`: a unit's numbers under one symbol in one year."""
    wanted = {(int(unit), int(year), symbol) for unit, year, symbol in (key.split("/", 2) for key in keys)}
    rows = IssuedDocument.objects.filter(
        unit__in={unit for unit, _, _ in wanted}, year__in={year for _, year, _ in wanted}, issued_on__lte=today(at)
    ).order_by("number", "pk")
    held: dict[tuple[int, int, str], list[tuple[int, date, datetime]]] = defaultdict(list)
    for unit, year, symbol, number, day, changed in rows.values_list(
        "unit_id", "year", "symbol", "number", "issued_on", "changed_at"
    ):
        if (unit, year, symbol) in wanted:
            held[unit, year, symbol].append((number, day, changed))
    for (unit, year, symbol), numbers in sorted(held.items()):
        given = {number for number, _, _ in numbers}
        highest = max(given)
        missing = tuple(number for number in range(1, highest) if number not in given)
        changed = min(max(one[2] for one in numbers), at)
        yield Book(unit, year, symbol, highest, at, changed, missing, tuple(_backwards(numbers))[:BACKWARDS])


def _backwards(numbers: list[tuple[int, date, datetime]]) -> Iterator[tuple[int, date, date]]:
    """Numbers whose day lies before that of a lower number."""
    latest = date.min
    for number, day, _ in numbers:
        if day < latest:
            yield number, day, latest
        latest = max(latest, day)


SOURCE: Final = (
    Source("document", Text("Văn bản đi", "Issued documents"), _issued_keys, _issued_window, issued),
    Source("incoming", Text("Văn bản đến", "Incoming documents"), _incoming_keys, _incoming_window, incoming),
    Source("book", Text("Sổ văn bản đi", "Outgoing registers"), _book_keys, _book_window, books),
)

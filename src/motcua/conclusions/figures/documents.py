"""Documents issued, checked by the units themselves, electronic, received."""

from collections.abc import Iterator
from typing import Any

from django.db.models import F, QuerySet

from motcua.base.text import Text
from motcua.conclusions.figures.figure import Known, Reckoned, Record, Scope, counted
from motcua.documents.models import IncomingDocument, IssuedDocument


def reckon(scope: Scope, _known: Known) -> Iterator[Reckoned]:
    """Counts of both registers in the period."""
    issued = IssuedDocument.objects.filter(unit__in=scope.below, issued_on__range=(scope.since, scope.until))
    yield counted(
        "documents.issued", Text("Số văn bản ban hành", "Documents issued"),
        Text("Dòng của sổ văn bản đi trong kỳ", "Rows of the outgoing register in the period"), _rows(issued), _record,
    )  # fmt: skip
    yield counted(
        "documents.checked", Text("Số văn bản tự kiểm tra", "Documents self-inspected"),
        Text("Văn bản đi trong kỳ đã được kiểm tra thể thức", "Of these, those whose format was checked"),
        _rows(issued.filter(checked_at__lte=scope.at)), _record,
    )  # fmt: skip
    yield counted(
        "documents.electronic", Text("Số văn bản điện tử", "Electronic documents"),
        Text("Văn bản đi trong kỳ phát hành ở dạng điện tử", "Of these, those issued electronically"),
        _rows(issued.filter(form=IssuedDocument.Form.ELECTRONIC)), _record,
    )  # fmt: skip
    received = IncomingDocument.objects.filter(unit__in=scope.below, received_on__range=(scope.since, scope.until))
    rows = received.order_by("unit__path", "year", "number").values_list(
        "pk", "number", "symbol", "unit__short_name", "unit_id")  # fmt: skip
    yield counted(
        "documents.incoming", Text("Số văn bản đến", "Incoming documents"),
        Text("Dòng của sổ văn bản đến trong kỳ", "Rows of the incoming register in the period"), rows,
        lambda row: Record(f"Đến số {row[1]} ({row[2]}), {row[3]}", f"incoming:{row[0]}", row[4]),
    )  # fmt: skip


def _rows(issued: QuerySet[IssuedDocument]) -> QuerySet[Any, Any]:
    return issued.annotate(path=F("unit__path")).order_by("path", "year", "symbol", "number").values_list(
        "pk", "number", "symbol", "unit__short_name", "unit_id")  # fmt: skip


def _record(row: tuple[int, int, str, str, int]) -> Record:
    return Record(f"{row[1]}/{row[2]}, {row[3]}", f"issued:{row[0]}", row[4])

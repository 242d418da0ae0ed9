"""What the signal of inspections looks at: questions that the signed minutes of a visit call not met."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, Final

from django.urls import reverse

from motcua.base.text import Text
from motcua.inspection.facts.inspected import Inspected
from motcua.inspection.sources import Source, Window
from motcua.visits import queries
from motcua.visits.models import Minutes
from motcua.visits.papers.minutes import PART


def keys_of(minutes: Minutes) -> list[str]:
    """Keys of its shortcomings: visit and question."""
    return [f"{minutes.visit_id}-{row['question']}" for row in minutes.content["shortcomings"]]


def _all(at: datetime) -> set[str]:
    return {key for row in Minutes.objects.filter(signed_at__lte=at) for key in keys_of(row)}


def _window(window: Window) -> set[str]:
    """What was signed lately: signed minutes never change."""
    rows = Minutes.objects.filter(signed_at__gte=window.since, signed_at__lte=window.at)
    return {key for row in rows for key in keys_of(row)}


def _read(keys: Iterable[str], at: datetime) -> Iterator[Inspected]:
    """Each of these shortcomings, if the minutes were signed by then. One query."""
    asked: dict[int, set[str]] = defaultdict(set)
    for key in keys:
        visit, _, question = key.partition("-")
        asked[int(visit)].add(question)
    rows = Minutes.objects.filter(visit__in=list(asked), signed_at__lte=at).select_related("visit").order_by("pk")
    for row in rows:
        assert row.signed_at is not None  # noqa: S101 - it was asked for
        for told in row.content["shortcomings"]:
            if told["question"] in asked[row.visit_id]:
                photos = tuple(name[:PART] for name in told["photos"])
                yield Inspected(
                    row.visit_id, row.visit.unit_id, told["question"], told["text"], told["ground"], "fail",
                    told["missing"], told["of"], tuple(told["defects"]), photos, datetime.fromisoformat(told["at"]),
                    row.signed_at, row.digest[:PART], at,
                )  # fmt: skip


def _page(key: str, user: Any, now: datetime) -> str:
    """The question on the visit's page, or the minutes for a head who reads no more; "" for who may neither."""
    visit, _, question = key.partition("-")
    if queries.readable_by(user, now).filter(pk=int(visit)).exists():
        return f"{reverse('visits:visit', args=[int(visit)])}#q-{question}"
    if queries.minutes_readable_by(user, now).filter(pk=int(visit)).exists():
        return reverse("visits:minutes", args=[int(visit)])
    return ""


SOURCE: Final = Source(
    "inspected", Text("Câu chưa đạt khi kiểm tra tại đơn vị", "Questions not met at an inspection"), _all, _window,
    _read, _page,
)  # fmt: skip

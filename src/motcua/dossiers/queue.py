"""The work queue: what needs me now, by tab, near the appointment first, pages by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet

from motcua.base.text import Text
from motcua.base.vietnamese import sort_key
from motcua.dossiers import policy, rules
from motcua.dossiers.models import Dossier, State, Task
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role

PAGE: Final = 50

TABS: Final[Mapping[str, Text]] = {
    "mine": Text("Của tôi", "Mine"),
    "unit": Text("Đơn vị", "Unit"),
    "near": Text("Sắp đến hạn", "Due soon"),
    "overdue": Text("Quá hạn", "Overdue"),
    "collect": Text("Chờ trả kết quả", "To be collected"),
    "applicant": Text("Chờ người nộp", "Waits for applicant"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab with its count, as a link."""

    key: str
    words: Text
    count: int
    here: bool


def open_tasks(user: Any, now: datetime) -> QuerySet[Task]:
    """Open steps of dossiers the user may see."""
    seen = Dossier.objects.filter(policy.may_see(user, now))
    return Task.objects.filter(closed_at__isnull=True, dossier__in=seen)


def mine(user: Any, now: datetime) -> Q:
    """Steps that wait for this person: held by him, or free and of his role in his unit."""
    free = Q(pk__in=[])
    for post in organisations.posts_of(user, now):
        free |= Q(unit_id=post.unit_id, role=post.role, holder__isnull=True)
        if post.role == Role.LEADER:
            free |= Q(unit_id=post.unit_id, kind="approve", holder__isnull=True)
    return Q(holder=user.pk) | free


def _conditions(user: Any, now: datetime) -> dict[str, Q]:
    running = ~Q(dossier__state__in=[State.RESOLVED, *rules.WAITING])
    return {
        "mine": mine(user, now),
        "unit": Q(),
        "near": running & Q(dossier__near_from__lte=now, dossier__appointment__gte=now),
        "overdue": running & Q(dossier__appointment__lt=now),
        "collect": Q(dossier__state=State.RESOLVED),
    }


def tabs(user: Any, now: datetime, here: str) -> list[Tab]:
    """All tabs with their counts: one query for steps, one for dossiers that wait for their applicant."""
    wanted = {name: Count("pk", filter=condition) for name, condition in _conditions(user, now).items()}
    counts = open_tasks(user, now).aggregate(**wanted)
    counts["applicant"] = waiting(user, now).count()
    return [Tab(key, words, counts[key], key == here) for key, words in TABS.items()]


def apologies_owed(user: Any, now: datetime) -> QuerySet[Dossier]:
    """Open dossiers that need an apology by now and have none, the nearest appointment first (R21)."""
    rows = Dossier.objects.filter(policy.may_see(user, now), apology_from__lte=now, resolved_at=None, ended_at=None)
    rows = rows.filter(apology=None).exclude(state__in=rules.WAITING)
    return rows.select_related("procedure", "unit", "desk").order_by("promised", "pk")


def waiting(user: Any, now: datetime) -> QuerySet[Dossier]:
    """Dossiers that wait for papers before acceptance, longest first."""
    rows = Dossier.objects.filter(policy.may_see(user, now), state=State.GUIDED)
    return rows.select_related("procedure", "unit", "terms").order_by("submitted_at", "pk")


@dataclass(frozen=True, slots=True)
class Filters:
    """What the queue shows beside its tab: field of procedure, holder; from the address, never personal data."""

    field_id: int | None = None
    holder_id: int | None = None


def rows(user: Any, now: datetime, tab: str, filters: Filters, after: tuple[datetime, int] | None) -> QuerySet[Task]:
    """One page of a tab, nearest appointment first; the last page costs what the first does."""
    found = open_tasks(user, now).filter(_conditions(user, now)[tab])
    if filters.field_id is not None:
        found = found.filter(dossier__procedure__field_id=filters.field_id)
    if filters.holder_id is not None:
        found = found.filter(holder_id=filters.holder_id)
    if after is not None:
        moment, pk = after
        found = found.filter(Q(dossier__appointment__gt=moment) | Q(dossier__appointment=moment, pk__gt=pk))
    related = found.select_related("dossier__procedure__procedure", "dossier__unit", "dossier__terms", "step", "holder")
    return related.order_by(F("dossier__appointment").asc(nulls_last=True), "pk")[: PAGE + 1]


def choices(user: Any, now: datetime) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Fields and holders that occur in the open work of this person's units, for the filter bar."""
    found = open_tasks(user, now)
    fields = found.values_list("dossier__procedure__field_id", "dossier__procedure__field__name").distinct()
    holders = found.exclude(holder=None).values_list("holder_id", "holder__full_name").distinct()
    return sorted(fields, key=lambda row: sort_key(row[1] or "")), sorted(holders, key=lambda row: sort_key(row[1]))

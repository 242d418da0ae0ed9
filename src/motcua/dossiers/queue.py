"""The work queue: what needs me now, by tab, near the appointment first, pages by key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, F, Q, QuerySet

from motcua.base.text import Text
from motcua.base.vietnamese import sort_key
from motcua.dossiers import policy
from motcua.dossiers.models import Dossier, Look, SavedFilter, Task
from motcua.dossiers.selection import OF_TASKS, TABS, Selection, dossiers, of_tab, tasks

PAGE: Final = 50
MOST_COUNTED: Final = 1000  # a tab shows "999+"


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab with its count, as a link."""

    key: str
    words: Text
    count: int
    here: bool


def tabs(user: Any, now: datetime, here: str) -> list[Tab]:
    """All tabs with their counts: one query for steps, one each for the two lists of dossiers."""
    units = policy.seen_units(user, now)
    conditions = {key: of_tab(key, units, user, now) for key in TABS if key in OF_TASKS}
    wanted = {f"in_{name}": Count("pk", filter=condition) for name, condition in conditions.items()}
    near = Q(unit__in=units) | Q(dossier__unit__in=units) | Q(holder=user.pk)
    found = Task.objects.filter(near, closed_at__isnull=True).aggregate(**wanted)
    counts = {name.removeprefix("in_"): count for name, count in found.items()}
    for key in TABS.keys() - OF_TASKS:
        counts[key] = dossiers(Selection(key), user, now).order_by()[:MOST_COUNTED].count()
    return [Tab(key, words, counts[key], key == here) for key, words in TABS.items()]


def rows(selection: Selection, user: Any, now: datetime, after: tuple[datetime, int] | None = None) -> QuerySet[Task]:
    """One page of open steps, nearest appointment first; the last page costs what the first does."""
    found = tasks(selection, user, now)
    if after is not None:
        moment, pk = after
        found = found.filter(Q(sort_at__gt=moment) | Q(sort_at=moment, pk__gt=pk))
    related = found.select_related(
        "dossier__procedure__procedure", "dossier__unit", "dossier__desk", "holder", "unit", "step"
    )
    return related.order_by(F("sort_at").asc(nulls_last=True), "pk")[: PAGE + 1]


ORDER: Final = {"applicant": "submitted_at", "apology": "promised", "returned": "-returned_at"}


def listed(
    selection: Selection, user: Any, now: datetime, after: tuple[datetime, int] | None = None
) -> QuerySet[Dossier]:
    """One page of a list of dossiers: longest waiting, nearest promise, or last returned first."""
    order = ORDER.get(selection.tab, "-accepted_at")
    column, down = order.lstrip("-"), order.startswith("-")
    found = dossiers(selection, user, now).select_related("procedure__procedure", "unit", "desk")
    if selection.tab == "returned":
        found = found.prefetch_related("return_records")
    if after is not None:
        further = "lt" if down else "gt"
        found = found.filter(
            Q(**{f"{column}__{further}": after[0]}) | Q(**{column: after[0], f"pk__{further}": after[1]})
        )
    return found.exclude(**{f"{column}": None}).order_by(order, "-pk" if down else "pk")[: PAGE + 1]


def key_of(row: Any, selection: Selection) -> str:
    """What stands in the address of the next page."""
    column = ORDER.get(selection.tab, "-accepted_at").lstrip("-")
    moment = row.sort_at if isinstance(row, Task) else getattr(row, column)
    return f"{moment.timestamp():.6f}:{row.pk}" if moment else ""


def choices(user: Any, now: datetime) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Fields and holders that occur in the open work of this person's units, for the filter bar."""
    found = Task.objects.filter(unit__in=policy.seen_units(user, now), closed_at__isnull=True).order_by()
    fields = found.values_list("dossier__procedure__field_id", "dossier__procedure__field__name").distinct()
    holders = found.exclude(holder=None).values_list("holder_id", "holder__full_name").distinct()
    return sorted(fields, key=lambda row: sort_key(row[1] or "")), sorted(holders, key=lambda row: sort_key(row[1]))


def last_look(user: Any) -> datetime | None:
    """What came after this moment is new to him; None for who never looked."""
    return Look.objects.filter(user=user.pk).values_list("before", flat=True).first()


def saved(user: Any) -> QuerySet[SavedFilter]:
    """His saved filters by name."""
    return SavedFilter.objects.filter(user=user.pk).order_by("name")

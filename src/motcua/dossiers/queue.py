"""The work queue: what needs me now, by tab, near the appointment first, pages by key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import F, Q, QuerySet

from motcua.base.database import planned_by_values
from motcua.base.text import Text
from motcua.base.vietnamese import sort_key
from motcua.catalogue import queries as catalogue
from motcua.dossiers import policy
from motcua.dossiers.models import Dossier, Look, SavedFilter, Task
from motcua.dossiers.selection import OF_TASKS, TABS, Selection, dossiers, tasks
from motcua.organisations import queries as organisations

PAGE: Final = 50
MOST_COUNTED: Final = 1000  # a tab shows "999+"


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab with its count, as a link."""

    key: str
    words: Text
    count: int
    here: bool


@planned_by_values()
def tabs(user: Any, now: datetime, here: str) -> list[Tab]:
    """All tabs with their counts. Each counts to a thousand and no further, so that a long queue costs no more."""
    counted = {
        key: (tasks if key in OF_TASKS else dossiers)(Selection(key), user, now).order_by()[:MOST_COUNTED].count()
        for key in TABS
    }
    return [Tab(key, words, counted[key], key == here) for key, words in TABS.items()]


@planned_by_values()
def rows(selection: Selection, user: Any, now: datetime, after: tuple[datetime, int] | None = None) -> list[Task]:
    """One page of open steps, nearest appointment first; the last page costs what the first does."""
    found = tasks(selection, user, now)
    if after is not None:
        moment, pk = after
        found = found.filter(Q(sort_at__gt=moment) | Q(sort_at=moment, pk__gt=pk))
    related = found.select_related(
        "dossier__procedure__procedure", "dossier__unit", "dossier__desk", "holder", "unit", "step"
    )
    return list(related.order_by(F("sort_at").asc(nulls_last=True), "pk")[: PAGE + 1])


ORDER: Final = {"applicant": "submitted_at", "apology": "promised", "returned": "-returned_at"}


@planned_by_values()
def listed(selection: Selection, user: Any, now: datetime, after: tuple[datetime, int] | None = None) -> list[Dossier]:
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
    return list(found.exclude(**{column: None}).order_by(order, "-pk" if down else "pk")[: PAGE + 1])


def key_of(row: Any, selection: Selection) -> str:
    """What stands in the address of the next page."""
    column = ORDER.get(selection.tab, "-accepted_at").lstrip("-")
    moment = row.sort_at if isinstance(row, Task) else getattr(row, column)
    return f"{moment.timestamp():.6f}:{row.pk}" if moment else ""


def choices(user: Any, now: datetime) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """Fields that have procedures here, and people who may hold a step in this person's units, for the filter bar."""
    fields = list(catalogue.fields_with_process())
    people = organisations.holders_in(policy.seen_units(user, now), now)
    return fields, sorted(people, key=lambda row: sort_key(row[1]))


def last_look(user: Any) -> datetime | None:
    """What came after this moment is new to him; None for who never looked."""
    return Look.objects.filter(user=user.pk).values_list("before", flat=True).first()


def saved(user: Any) -> QuerySet[SavedFilter]:
    """His saved filters by name."""
    return SavedFilter.objects.filter(user=user.pk).order_by("name")

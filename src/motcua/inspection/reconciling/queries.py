"""Every read of traces, links and tasks that people do; each starts from the units a person may reconcile."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeVar

from django.db.models import Count, Model, QuerySet
from django.db.models.functions import TruncMonth

from motcua.base.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.inspection import policy
from motcua.inspection.models import EntryTask, Link, Reconciliation, Trace
from motcua.inspection.policy import Action
from motcua.organisations.models import Unit

PAGE: Final = 50
MOST_LATE: Final = 100
Row = TypeVar("Row", bound=Model)


def units(user: Any, now: datetime) -> QuerySet[Unit]:
    """Units that `user` may reconcile."""
    return Unit.objects.filter(policy.units_for(Action.RECONCILE, user, now))


def unit(pk: int, *, user: Any, now: datetime) -> Unit:
    """One of them. Raises NotFound."""
    return _one(units(user, now).filter(pk=pk))


def unit_by_code(code: str, *, user: Any, now: datetime) -> Unit:
    """One of them by its code. Raises NotFound."""
    return _one(units(user, now).filter(code=code))


def visible_to(user: Any, now: datetime) -> QuerySet[EntryTask]:
    """Tasks `user` may read."""
    return EntryTask.objects.filter(unit__in=units(user, now))


def link(pk: int, *, user: Any, now: datetime) -> Link:
    """One pair with both its records. Raises NotFound."""
    rows = Link.objects.filter(trace__unit__in=units(user, now))
    return _one(rows.select_related("trace__unit", "dossier__procedure__procedure", "by").filter(pk=pk))


def other_confirmed(of: Link) -> bool:
    """Did somebody say already that this trace is of another dossier?"""
    rows = Link.objects.filter(trace=of.trace_id, state=Link.State.CONFIRMED)
    return rows.exclude(pk=of.pk).exists()


def task(pk: int, *, user: Any, now: datetime) -> EntryTask:
    """One missing dossier. Raises NotFound."""
    return _one(visible_to(user, now).select_related("unit", "trace", "dossier", "assigned_to").filter(pk=pk))


def _one(rows: QuerySet[Row]) -> Row:
    found = rows.first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """A month of a unit. found: what came out; None: not reckoned yet."""

    unit: Unit
    month: date
    found: Reconciliation | None


def years(user: Any, now: datetime) -> list[int]:
    """Years of which there are traces, the newest first."""
    rows = Trace.objects.filter(unit__in=units(user, now)).values_list("received_on__year", flat=True)
    return sorted(set(rows.distinct()), reverse=True)


def months(user: Any, now: datetime, year: int) -> list[UnitMonth]:
    """Each month of each unit with traces or a result, the newest first; four queries however many there are."""
    mine = {unit.pk: unit for unit in units(user, now).order_by("path")}
    rows = Trace.objects.filter(unit__in=mine, received_on__year=year).order_by()
    known = {(unit, month) for unit, month in
             rows.annotate(month=TruncMonth("received_on")).values_list("unit_id", "month").distinct()}  # fmt: skip
    held = {(row.unit_id, row.month): row
            for row in Reconciliation.objects.filter(unit__in=mine, month__year=year).defer("late")}  # fmt: skip
    order = {pk: at for at, pk in enumerate(mine)}
    keys = sorted(known | held.keys(), key=lambda key: (-key[1].toordinal(), order[key[0]]))
    return [UnitMonth(mine[unit], month, held.get((unit, month))) for unit, month in keys]


def result(of: Unit, month: date) -> Reconciliation | None:
    """What came out for a month of a unit the caller may see."""
    return Reconciliation.objects.select_related("by").filter(unit=of, month=month).first()


def missing(of: Unit, month: date, *, after: int | None = None) -> list[EntryTask]:
    """One page and one more of the open tasks of a month, in the order in which they arose when they were found."""
    rows = EntryTask.objects.filter(unit=of, month=month, state=EntryTask.State.OPEN)
    rows = rows.select_related("trace", "assigned_to").prefetch_related("traces").order_by("pk")
    return list((rows.filter(pk__gt=after) if after is not None else rows)[: PAGE + 1])


def closed(of: Unit, month: date) -> dict[str, int]:
    """How many tasks of a month were entered, and how many dropped by a person."""
    rows = EntryTask.objects.filter(unit=of, month=month, merged=False).values_list("state").annotate(n=Count("pk"))
    return dict(rows.order_by())


def doubtful(of: Unit, month: date) -> QuerySet[Link]:
    """Pairs of a month that a person should look at, the likeliest first."""
    rows = Link.objects.filter(trace__unit=of, state=Link.State.REVIEW)
    rows = rows.filter(trace__received_on__year=month.year, trace__received_on__month=month.month)
    return rows.order_by("-probability", "pk")


def dossiers(keys: list[int]) -> dict[int, Dossier]:
    """Dossiers of a list that the caller may see."""
    return Dossier.objects.select_related("procedure").in_bulk(keys)

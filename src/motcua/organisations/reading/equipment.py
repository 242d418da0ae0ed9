"""What stands at a one-stop and in what state it was at a moment."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.organisations.law import EQUIPMENT
from motcua.organisations.models import Equipment, EquipmentState, Unit
from motcua.organisations.reading import one_stops
from motcua.organisations.rules import equipment as rules


def register(unit_id: int, moment: datetime) -> QuerySet[Any]:
    """What was there at a moment, with `state`, `since` and `note` as of it; never retired things."""
    day = moment.astimezone(VIETNAM).date()
    rows = Equipment.objects.filter(Q(retired_on__isnull=True) | Q(retired_on__gte=day), acquired_on__lte=day)
    newest = EquipmentState.objects.filter(equipment=OuterRef("pk"), since__lte=moment).order_by("-since", "-pk")
    return (
        rows.filter(unit=unit_id)
        .annotate(
            state=Subquery(newest.values("state")[:1]),
            since=Subquery(newest.values("since")[:1]),
            note=Subquery(newest.values("note")[:1]),
        )
        .order_by("label")
    )


def holdings(unit: Unit, rows: Iterable[Any], day: date) -> list[rules.Holding]:
    """The register against the norm of that day. rows: of `register`."""
    things = [rules.Thing(row.kind, row.count, row.state or rules.WORKING) for row in rows]
    return rules.against_norm(rules.norm(EQUIPMENT.on(day), unit.level), things)


def one(pk: int, user: Any, now: datetime) -> Equipment:
    """A thing with its history, newest first, where the reader may see its one-stop. Raises NotFound."""
    history = EquipmentState.objects.select_related("by").order_by("-since", "-pk")
    rows = Equipment.objects.filter(unit__in=one_stops.visible_to(user, now)).select_related("unit")
    found = rows.prefetch_related(Prefetch("states", history)).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found

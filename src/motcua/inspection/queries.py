"""Every read of findings that people do; each starts from `visible_to`."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, Max, Min, QuerySet

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.events.models import Event
from motcua.events.queries import of_stream
from motcua.inspection import policy
from motcua.inspection.models import Finding, Remark, SignalRun, SignalTrial
from motcua.inspection.signals import registry
from motcua.inspection.standing import Cause
from motcua.organisations.models import Unit
from motcua.organisations.reading.one_stops import one_stops

TOLD: Final = ("open", "easing")
TO_MEND: Final = (*TOLD, "accepted")
PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one cause: how many, and since when the oldest is open."""

    group: str
    signal: str
    unit_id: int
    unit_name: str
    severity: int
    number: int
    oldest: datetime
    newest: datetime


def visible_to(user: Any, now: datetime) -> QuerySet[Finding]:
    """Findings `user` may read today."""
    return Finding.objects.filter(policy.may_see(user, now))


def groups(user: Any, now: datetime, *, unit_id: int | None = None) -> list[Group]:
    """What is wrong now, one line a cause: what weighs most first, then what is oldest."""
    rows = visible_to(user, now).filter(state__in=TOLD)
    if unit_id is not None:
        rows = rows.filter(unit=unit_id)
    found = rows.values("group", "signal", "unit_id", "unit__short_name", "severity").annotate(
        number=Count("pk"), oldest=Min("opened_at"), newest=Max("opened_at")
    )
    return [
        Group(row["group"], row["signal"], row["unit_id"], row["unit__short_name"], row["severity"], row["number"],
              row["oldest"], row["newest"])
        for row in found.order_by("-severity", "-number", "oldest", "group")
    ]  # fmt: skip


def open_by_signal(user: Any, now: datetime) -> dict[str, int]:
    """How many findings of each signal are open, of those `user` may read."""
    rows = visible_to(user, now).filter(state__in=TOLD).values("signal").annotate(number=Count("pk"))
    return {row["signal"]: row["number"] for row in rows}


def in_group(group: str, user: Any, now: datetime, *, after: int | None = None) -> list[Finding]:
    """One page of the open findings of a group and one more, oldest row first."""
    rows = visible_to(user, now).filter(group=group, state__in=TOLD).select_related("unit")
    return list((rows.filter(pk__gt=after) if after is not None else rows).order_by("pk")[: PAGE + 1])


def assigned(user: Any, now: datetime, *, after: int | None = None) -> list[Finding]:
    """One page of the open findings that `user` is to mend and one more, oldest row first."""
    rows = visible_to(user, now).filter(assigned_to=user, state__in=TOLD).select_related("unit")
    return list((rows.filter(pk__gt=after) if after is not None else rows).order_by("pk")[: PAGE + 1])


def number_assigned(user: Any, now: datetime) -> int:
    """How many open findings `user` is to mend."""
    return visible_to(user, now).filter(assigned_to=user, state__in=TOLD).count()


def finding(pk: int, *, user: Any, now: datetime, lock: bool = False) -> Finding:
    """One finding. Raises NotFound."""
    rows = visible_to(user, now).select_related("unit", "assigned_to", "accepted_by")
    found = (rows.select_for_update(of=("self",), no_key=True) if lock else rows).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def story(of: Finding) -> QuerySet[Event]:
    """What happened to a finding, newest first."""
    return of_stream(of.stream)


def remarks(of: Finding) -> QuerySet[Remark]:
    """What was said of it, oldest first."""
    return Remark.objects.filter(finding=of).select_related("by").order_by("pk")


def last_run() -> SignalRun | None:
    """The newest run of the signals."""
    return SignalRun.objects.order_by("-pk").first()


def trials(user: Any, code: str) -> QuerySet[SignalTrial]:
    """The newest trials of a signal that `user` asked for; nobody else's."""
    return SignalTrial.objects.filter(by=user, code=code).order_by("-pk").defer("rows")[:5]


def trial(pk: int, *, user: Any) -> SignalTrial:
    """One of the reader's own trials. Raises NotFound."""
    found = SignalTrial.objects.filter(by=user, pk=pk).first()
    if found is None:
        raise NotFound
    return found


def causes_by_unit(user: Any, now: datetime) -> dict[int, list[Cause]]:
    """What is open in each unit the reader sees, a cause a line. One query."""
    found: dict[int, list[Cause]] = defaultdict(list)
    for one in groups(user, now):
        criterion = registry()[one.signal].criterion
        found[one.unit_id].append(Cause(one.group, one.signal, criterion, one.severity, one.number, one.oldest))
    return found


def spans_by_unit(user: Any, now: datetime, since: datetime) -> dict[int, list[tuple[datetime, datetime | None]]]:
    """From when to when each finding was open, of those open since then. Only the newest episode of each is known."""
    rows = visible_to(user, now).filter(opened_at__isnull=False, opened_at__lte=now)
    rows = rows.exclude(state__in=("closed", "withdrawn"), closed_at__lt=since)
    found: dict[int, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    for unit, opened, closed, state in rows.values_list("unit_id", "opened_at", "closed_at", "state"):
        if opened is not None:
            found[unit].append((opened, closed if state in {"closed", "withdrawn"} else None))
    return found


def overseen_units(user: Any, now: datetime) -> list[Unit]:
    """One-stops whose findings the reader may see, by name."""
    today = now.astimezone(VIETNAM).date()
    return list(one_stops(today).filter(policy.units_seen(user, now)).order_by("sort_key"))

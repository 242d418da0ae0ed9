"""How long steps took and which were late, by step and person: for the head of all, for everybody of himself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median, quantiles
from typing import Any

from django.db.models import F

from motcua.base.clock import VIETNAM
from motcua.base.database import planned_by_values
from motcua.dossiers import policy, queries
from motcua.dossiers.models import Outcome, Task
from motcua.dossiers.selection import leads
from motcua.engines import worktime
from motcua.organisations.queries import Calendars


@dataclass(frozen=True, slots=True)
class Line:
    """One step of one person: how many were done, how many of them late; working hours, median and 90th percentile.

    open_late: still open past their limit.
    """

    step: str
    who: str
    done: int
    late: int
    open_late: int
    median_hours: float | None
    p90_hours: float | None


@planned_by_values()
def lines(user: Any, now: datetime, since: datetime, until: datetime) -> list[Line]:
    """Steps done in the period, and those open and late now; a leader sees his units, everybody else himself."""
    led = leads(user, now)
    rows = Task.objects.filter(unit__in=policy.seen_units(user, now)).exclude(role="")
    mine = rows if led else rows.filter(closed_by=user.pk)
    done = mine.filter(closed_at__gte=since, closed_at__lt=until, outcome=Outcome.DONE)
    held = rows if led else rows.filter(holder=user.pk)
    late = held.filter(closed_at__isnull=True, due__lt=now)
    groups: dict[tuple[str, str], list[Task]] = {}
    for task in [*_with_people(done, led), *_with_people(late, led)]:
        who = task.closed_by or task.holder
        groups.setdefault((task.name, who.full_name if who else ""), []).append(task)
    calendars = Calendars()
    return [_line(step, who, tasks, calendars) for (step, who), tasks in sorted(groups.items())]


MOST = 20_000


def _with_people(rows: Any, led: set[int]) -> Iterable[Task]:
    found = rows.filter(unit__in=led) if led else rows
    related: Iterable[Task] = found.select_related("closed_by", "holder").order_by("pk")[:MOST]
    return related


def _line(step: str, who: str, tasks: list[Task], calendars: Calendars) -> Line:
    done = [task for task in tasks if task.closed_at is not None]
    hours = sorted(_hours(task, calendars) for task in done)
    late = sum(bool(task.due and task.closed_at and task.closed_at > task.due) for task in done)
    middle = median(hours) if hours else None
    ninth = quantiles(hours, n=10, method="inclusive")[-1] if len(hours) > 1 else middle
    return Line(step, who, len(done), late, len(tasks) - len(done), middle, ninth)


def _hours(task: Task, calendars: Calendars) -> float:
    """Working hours between opening and end, by the unit's calendar; one calendar a unit and day."""
    day = task.opened_at.astimezone(VIETNAM).date()
    calendar = calendars.of(task.unit_id, day)
    return worktime.working_minutes_between(task.opened_at, task.closed_at or task.opened_at, calendar) / 60


@planned_by_values()
def late_dossiers(user: Any, since: datetime, until: datetime, now: datetime, most: int = 200) -> list[Any]:
    """Dossiers whose result came after the first appointment, in the period; nearest first."""
    rows = queries.visible_to(user, now).filter(resolved_at__gte=since, resolved_at__lt=until)
    late = rows.filter(resolved_at__gt=F("promised")).select_related("procedure__procedure", "unit", "desk")
    return list(late.order_by("-resolved_at")[:most])

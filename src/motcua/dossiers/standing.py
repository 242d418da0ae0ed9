"""How dossiers stand to their appointments, for lists and pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.base.clock import VIETNAM
from motcua.dossiers import rules
from motcua.dossiers.models import Dossier, Task
from motcua.engines import worktime
from motcua.organisations.queries import Calendars


@dataclass(frozen=True, slots=True)
class Standing:
    """A dossier with its badge and the step that is open."""

    dossier: Dossier
    badge: rules.Badge
    task: Task | None


def standing_of(
    dossier: Dossier, now: datetime, task: Task | None = None, calendars: Calendars | None = None
) -> Standing:
    """Measure one dossier by the calendar of its unit; `calendars` keeps those of a list."""
    days = minutes = 0
    outcome = outcome_of(dossier)
    if dossier.appointment is not None and outcome is None:
        calendar = (calendars or Calendars()).of(dossier.unit_id, dossier.law_date)
        first, last = sorted((now, dossier.appointment))
        minutes = worktime.working_minutes_between(first, last, calendar)
        days = worktime.working_days_after(first.astimezone(VIETNAM).date(), last.astimezone(VIETNAM).date(), calendar)
    clocked = rules.Clocked(dossier.state, now, dossier.appointment, dossier.near_from, outcome, days, minutes)
    return Standing(dossier, rules.badge(clocked), task)


def outcome_of(dossier: Dossier) -> worktime.Outcome | None:
    """Early, on time or overdue once the result is there (R23); None while it is open or has no limit."""
    finished = dossier.resolved_at or dossier.ended_at
    if finished is None or dossier.due is None or dossier.promised is None or not dossier.limit_unit:
        return None
    due = worktime.Due(dossier.due, dossier.promised, dossier.provisional)
    return worktime.outcome(due, finished, worktime.Unit(dossier.limit_unit))


def standings(tasks: Iterable[Any], now: datetime) -> list[Standing]:
    """The rows of a queue: their dossiers come along with the tasks, one calendar a unit and day."""
    calendars = Calendars()
    return [standing_of(task.dossier, now, task, calendars) for task in tasks]


def standings_of(dossiers: Iterable[Any], now: datetime) -> list[Standing]:
    """The same for dossiers without their steps."""
    calendars = Calendars()
    return [standing_of(dossier, now, None, calendars) for dossier in dossiers]

"""What arose against what was entered: reckon a month, judge a pair, drop or assign a missing dossier."""

from datetime import date, datetime
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from motcua.accounts.system import SYSTEM
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.dossiers.models import Dossier
from motcua.events.commands import record
from motcua.inspection import policy
from motcua.inspection.errors import NoSuchMonth, PairChanged, ReasonNeeded, TaskClosed
from motcua.inspection.models import EntryTask, Link, Reconciliation
from motcua.inspection.policy import Action
from motcua.inspection.reconciling import queries
from motcua.inspection.reconciling.figures import counted, figures, late
from motcua.inspection.reconciling.records import AROUND, Month, read
from motcua.inspection.reconciling.writing import write_links, write_tasks
from motcua.organisations.models import Role, Unit
from motcua.organisations.queries import holds

GROUND: Final = "Đối chiếu các nguồn với phần mềm (NĐ 61/2018/NĐ-CP Điều 17 khoản 1, 4) [C]"
LOCK: Final = 0x5265_636F  # one reckoning, verdict or drop of a unit at a time


@transaction.atomic
def reconcile(unit_id: int, month: date, *, by: Any, now: datetime) -> Reconciliation:
    """Link a month's traces of a unit to its dossiers and to each other; tasks for what the software does not have.

    The same twice changes nothing and records nothing. Raises NotFound, NotPermitted, NoSuchMonth.
    """
    unit = queries.unit(unit_id, user=by, now=now)
    policy.require_in(Action.RECONCILE, by, unit, now)
    if month.day != 1 or month > now.astimezone(VIETNAM).date():
        raise NoSuchMonth
    _alone(unit)
    return _reckoned(unit, month, by, now)


def reckon_entered(*, now: datetime) -> int:
    """Months with open tasks whose form was sent meanwhile are reckoned anew, so that these close; the job's work."""
    keys = Dossier.objects.filter(accepted_at__isnull=False, intake_key=OuterRef("intake_key"))
    waiting = EntryTask.objects.filter(Exists(keys), state=EntryTask.State.OPEN).select_related("unit")
    months = {(task.unit_id, task.month): task.unit for task in waiting}
    for (_, month), unit in sorted(months.items(), key=lambda one: one[0]):
        with transaction.atomic():
            _alone(unit)
            _reckoned(unit, month, SYSTEM, now)
    return len(months)


def _alone(unit: Unit) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s, %s)", [LOCK, unit.pk % 2**31])


def _reckoned(unit: Unit, month: date, by: Any, now: datetime) -> Reconciliation:
    found: Month = read(unit.pk, month)
    told = write_links(found, now) + write_tasks(found, unit.pk, month, now)
    latest = late(counted(found), unit.pk)
    made, rows = figures(found, latest), [list(row) for row in latest]
    held = Reconciliation.objects.filter(unit=unit, month=month).first()
    if held is not None and not told and (held.figures, held.late) == (made, rows):
        return held
    held = held or Reconciliation(unit=unit, month=month)
    held.at, held.by_id, held.figures, held.late = now, by.pk, made, rows
    held.save()
    data = {"unit": unit.pk, "month": month.isoformat(), "changes": dict(sorted(told.items())),
            **{name: made[name] for name in ("matched", "software", "paper", "doubtful")}}  # fmt: skip
    record("reconciliation.done", f"reconciliation:{unit.pk}", by=by, at=now, ground=GROUND, data=data)
    return held


@transaction.atomic
def judge(pk: int, *, same: bool, by: Any, now: datetime, seen: str) -> Link:
    """A person says that two records are one dossier, or two; with the last doubtful pair the month is reckoned anew.

    seen: the state that was on the page. Raises NotFound, NotPermitted, PairChanged.
    """
    unit = queries.link(pk, user=by, now=now).trace.unit
    policy.require_in(Action.RECONCILE, by, unit, now)
    _alone(unit)
    link = queries.link(pk, user=by, now=now)
    if link.state != seen or (same and queries.other_confirmed(link)):
        raise PairChanged
    link.state = Link.State.CONFIRMED if same else Link.State.REFUSED
    link.by, link.at = by, now
    link.save(update_fields=["state", "by", "at"])
    data = {"link": link.pk, "trace": link.trace_id, "dossier": link.dossier_id, "same": same}
    record("link.judged", f"reconciliation:{unit.pk}", by=by, at=now, ground=GROUND, data=data)
    day = link.trace.received_on
    if queries.doubtful(unit, day.replace(day=1)).exists():
        return link
    months = {day.replace(day=1), (day - AROUND).replace(day=1)}
    for month in Reconciliation.objects.filter(unit=unit, month__in=months).values_list("month", flat=True):
        _reckoned(unit, month, by, now)
    return link


def _open_task(pk: int, action: Action, by: Any, now: datetime) -> EntryTask:
    unit = queries.task(pk, user=by, now=now).unit
    policy.require_in(action, by, unit, now)
    _alone(unit)
    found = queries.task(pk, user=by, now=now)
    if found.state != EntryTask.State.OPEN:
        raise TaskClosed
    return found


@transaction.atomic
def drop(pk: int, *, reason: str, by: Any, now: datetime) -> EntryTask:
    """What the sources know is no dossier to enter. Raises NotFound, NotPermitted, TaskClosed, ReasonNeeded."""
    task = _open_task(pk, Action.DROP, by, now)
    if not reason.strip():
        raise ReasonNeeded
    task.state, task.reason, task.closed_at = EntryTask.State.DROPPED, reason.strip(), now
    task.save(update_fields=["state", "reason", "closed_at"])
    record("entry_task.dropped", task.stream, by=by, at=now, ground=GROUND, data={"task": task.pk})
    _reckoned(task.unit, task.month, by, now)
    return task


@transaction.atomic
def assign_entry(pk: int, *, to: Any, by: Any, now: datetime) -> EntryTask:
    """Name the receptionist who enters it. Raises NotFound, NotPermitted, TaskClosed."""
    task = _open_task(pk, Action.ASSIGN_ENTRY, by, now)
    if not holds(to, {Role.RECEPTIONIST}, task.unit_id, now):
        raise NotFound
    task.assigned_to = to
    task.save(update_fields=["assigned_to"])
    record("entry_task.assigned", task.stream, by=by, at=now, ground=GROUND, data={"task": task.pk, "to": to.pk})
    return task

"""No dossier without an owner: steps pass on when a person leaves or a unit ends."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotPermitted
from motcua.dossiers import queries
from motcua.dossiers.commands.state import Work, done, work_on
from motcua.dossiers.errors import NotAColleague
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier, Task
from motcua.dossiers.policy import Action
from motcua.events.commands import record
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role, Unit


@transaction.atomic
def pass_on(*, from_user: User, to_user: User | None, by: Any, now: datetime) -> int:
    """All open steps a person holds in the leader's units go to a colleague, or to whoever is free (None).

    Returns how many. Raises NotPermitted for who leads none of these units, NotAColleague for a receiver without
    the role in the unit of a step.
    """
    led = organisations.units_of(by, now, {Role.LEADER})
    if not led:
        raise NotPermitted
    by_dossier: defaultdict[int, list[Task]] = defaultdict(list)
    for task in Task.objects.filter(holder=from_user, closed_at__isnull=True, unit__in=led).order_by("dossier"):
        by_dossier[task.dossier_id].append(task)
    rows = Dossier.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=by_dossier)
    for dossier in rows.order_by("pk"):
        _give(dossier, by_dossier[dossier.pk], from_user, to_user, by=by, now=now)
    return sum(len(tasks) for tasks in by_dossier.values())


def _give(
    dossier: Dossier, tasks: list[Task], from_user: User, to_user: User | None, *, by: Any, now: datetime
) -> None:
    for task in tasks:
        if to_user and not organisations.holds(to_user, {task.role}, task.unit_id, now):
            raise NotAColleague(role=Role(task.role).label)
        task.holder = to_user
        task.save(update_fields=["holder"])
    dossier.version += 1
    dossier.undo = None
    dossier.save(update_fields=["version", "undo"])
    data = {"holder": to_user.record_name() if to_user else None, "holder_before": from_user.record_name(),
            "steps": [task.name for task in tasks]}  # fmt: skip
    ground = ONE_STOP.on(dossier.law_date).hand_over.ground
    record("dossier.passed_to_colleague", dossier.stream, by=by, at=now, ground=ground, data=data)


def succeed(*, by: Any, now: datetime) -> int:
    """Open dossiers of units that have ended pass to the units that took over; returns how many.

    Each dossier is its own transaction; run twice it moves nothing the second time. For the nightly job.
    """
    today, moved = now.astimezone(VIETNAM).date(), 0
    for unit in organisations.ended(today):
        heir = organisations.successor_of(unit, today)
        while heir is not None and (pk := queries.open_of_unit(unit.pk)):
            moved += _move_to(pk, unit, heir, by, now)
    return moved


@transaction.atomic
def _move_to(pk: int, unit: Unit, heir: Unit, by: Any, now: datetime) -> int:
    dossier = Dossier.objects.select_for_update(of=("self",), no_key=True).select_related("unit", "desk").get(pk=pk)
    work = work_on(dossier, Action.SEE, by=by, now=now)
    for name in ("unit", "desk"):
        if getattr(dossier, f"{name}_id") == unit.pk:
            work.set(**{name: heir})
    _move_steps(work, unit, heir)
    work.set(seen_by=sorted({*dossier.seen_by, heir.pk}))
    done(work, "dossier.succeeded", "succeed", {"from": unit.name, "unit": heir.name})
    return 1


def _move_steps(work: Work, unit: Unit, heir: Unit) -> None:
    """Open steps of the ended unit; who held one and works no more in the new unit lets it go."""
    for task in work.open:
        task.for_unit = work.dossier.unit
        if task.unit_id == unit.pk:
            task.unit = heir
            if task.holder and not organisations.holds(task.holder, {task.role}, heir.pk, work.now):
                task.holder = None
        task.save(update_fields=["unit", "for_unit", "holder"])

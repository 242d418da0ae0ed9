"""The end of a dossier: returned at the desk, or withdrawn by the applicant."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import policy, queries
from motcua.dossiers.commands.state import move, task_at
from motcua.dossiers.errors import NotAtThisStep, ReasonNeeded
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier, ReturnRecord, State
from motcua.events.commands import record
from motcua.processes.models import StepKind


@transaction.atomic
def return_result(ref: str, *, taken_by: str, proof: str, by: Any, now: datetime, seen: int) -> Dossier:
    """Hand the result over: who took it, by which paper (NĐ 61/2018/NĐ-CP Điều 20).

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse; then nothing is written.
    """
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(policy.Action.RETURN, by, dossier, now)
    task = task_at(dossier, {StepKind.RETURN.value}, by=by)
    task.closed_at = now
    task.save(update_fields=["closed_at"])
    ReturnRecord.objects.create(dossier=dossier, taken_by=taken_by, proof=proof, at=now, by=by)
    move(dossier, State.RETURNED, returned_at=now, ended_at=now)
    data = {
        "taken_by": taken_by,
        "proof": proof,
        "before": State.RESOLVED.value,
        "after": State.RETURNED.value,
    }
    ground = ONE_STOP.on(dossier.law_date).return_result.ground
    record("dossier.returned", dossier.stream, by=by, at=now, ground=ground, data=data)
    return dossier


@transaction.atomic
def withdraw(ref: str, *, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """The applicant takes the dossier back; the clock ends. Raises as `return_result`, and ReasonNeeded."""
    if not reason.strip():
        raise ReasonNeeded
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(policy.Action.WITHDRAW, by, dossier, now)
    if dossier.state not in policy.RIGHTS[policy.Action.WITHDRAW].states:
        raise NotAtThisStep(ref=dossier.ref, step=State(dossier.state).label)
    before = str(dossier.state)
    queries.tasks_of(dossier).filter(closed_at__isnull=True).update(closed_at=now)
    move(dossier, State.WITHDRAWN, ended_at=now)
    data = {"reason": reason.strip(), "before": before, "after": State.WITHDRAWN.value}
    ground = ONE_STOP.on(dossier.law_date).withdraw.ground
    record("dossier.withdrawn", dossier.stream, by=by, at=now, ground=ground, data=data)
    return dossier

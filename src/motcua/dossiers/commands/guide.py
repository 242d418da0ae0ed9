"""Before acceptance: papers are missing (Mẫu 02), they come (acceptance), or nothing can be accepted (Mẫu 03)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.dossiers import official, policy, queries
from motcua.dossiers.commands.receive import (
    Intake,
    PaperIn,
    accept,
    begun,
    finish_reception,
    keep_papers,
    require_papers,
)  # fmt: skip
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.errors import NotAtThisStep, NothingMissing, ReasonNeeded
from motcua.dossiers.law import ONE_STOP
from motcua.dossiers.models import Dossier, Slip, State
from motcua.events.commands import record


@transaction.atomic
def guide(intake: Intake, *, reason: str, by: Any, now: datetime) -> Dossier:
    """Ask once for all that is missing, complete and exact (NĐ 61/2018/NĐ-CP Điều 15 khoản 3). No clock starts.

    Raises NotPermitted, NotOfThisUnit, NothingMissing; then nothing is written.
    """
    policy.require_reception(by, intake.unit_id, now)
    if twin := Dossier.objects.filter(intake_key=intake.key).first():
        return twin
    missing = [paper for paper in intake.papers if not paper.present]
    if not missing:
        raise NothingMissing
    dossier = _before_acceptance(intake, State.GUIDED, by=by, now=now)
    law = ONE_STOP.on(dossier.law_date)
    content = official.guidance(dossier, missing, reason, by)
    slip = _slip(dossier, "supplement", content, by=by, now=now)
    data = {"slip": slip.pk, "missing": [paper.name for paper in missing], "reason": reason, "before": None,
            "after": State.GUIDED.value}  # fmt: skip
    record("dossier.guided", dossier.stream, by=by, at=now, ground=law.guide_at_most.ground, data=data)
    return dossier


@transaction.atomic
def refuse_reception(intake: Intake, *, reason: str, by: Any, now: datetime) -> Dossier:
    """Not acceptable: slip with the concrete reason (NĐ 61/2018/NĐ-CP Điều 17 khoản 1 điểm b).

    Raises NotPermitted, NotOfThisUnit, ReasonNeeded; then nothing is written.
    """
    policy.require_reception(by, intake.unit_id, now)
    if twin := Dossier.objects.filter(intake_key=intake.key).first():
        return twin
    if not reason.strip():
        raise ReasonNeeded
    dossier = _before_acceptance(intake, State.NOT_ACCEPTED, by=by, now=now)
    return _refuse(dossier, reason, before=None, by=by, now=now)


@transaction.atomic
def refuse_after_guidance(ref: str, *, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """The papers never came, or do not do: the waiting dossier is not accepted. Raises as `refuse_reception`."""
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(policy.Action.COMPLETE, by, dossier, now)
    require_guided(dossier)
    if not reason.strip():
        raise ReasonNeeded
    dossier.state, dossier.ended_at = State.NOT_ACCEPTED, now
    dossier.version += 1
    dossier.save(update_fields=["state", "ended_at", "version"])
    return _refuse(dossier, reason, before=State.GUIDED.value, by=by, now=now)


@transaction.atomic
def complete(ref: str, *, papers: Sequence[PaperIn], terms_id: int, by: Any, now: datetime, seen: int) -> Dossier:
    """The missing papers are here: accept; the clock starts now (NĐ 118/2025/NĐ-CP Điều 17 khoản 3).

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, PapersMissing, NoProcess, NoLimit.
    """
    dossier = queries.locked(ref, by=by, now=now, seen=seen)
    policy.require(policy.Action.COMPLETE, by, dossier, now)
    require_guided(dossier)
    require_papers(papers)
    dossier.version += 1
    for row, paper in zip(dossier.papers.order_by("place"), papers, strict=True):
        row.present = paper.present
        row.save(update_fields=["present"])
    dossier.law_date = now.astimezone(VIETNAM).date()
    accept(dossier, terms_id, by=by, now=now)
    finish_reception(dossier, by=by, now=now)
    return dossier


def require_guided(dossier: Dossier) -> None:
    """Only a dossier that waits for papers is completed or refused. Raises NotAtThisStep."""
    if dossier.state != State.GUIDED:
        raise NotAtThisStep(ref=dossier.ref, step=State(dossier.state).label)


def _before_acceptance(intake: Intake, state: State, *, by: Any, now: datetime) -> Dossier:
    """A dossier without a code: named by the number of its slip, which `_slip` gives."""
    dossier = begun(intake, state, now=now)
    dossier.intake_ref, dossier.ended_at = str(intake.key), now if state == State.NOT_ACCEPTED else None
    dossier.save()
    keep_papers(dossier, intake.papers, by=by, now=now)
    return dossier


def _slip(dossier: Dossier, kind: str, content: dict[str, object], *, by: Any, now: datetime) -> Slip:
    slip = issue(dossier, kind, content, by=by, now=now)
    if dossier.code is None and dossier.intake_ref == str(dossier.intake_key):
        form = official.form(kind, dossier.law_date).number[-2:]
        dossier.intake_ref = f"{dossier.desk.code}-M{form}-{slip.year}-{slip.number:04d}"
        dossier.save(update_fields=["intake_ref"])
    return slip


def _refuse(dossier: Dossier, reason: str, *, before: str | None, by: Any, now: datetime) -> Dossier:
    law = ONE_STOP.on(dossier.law_date)
    slip = _slip(dossier, "refusal", official.refusal(dossier, reason, by), by=by, now=now)
    data = {"slip": slip.pk, "reason": reason, "before": before, "after": State.NOT_ACCEPTED.value}
    record("dossier.not_accepted", dossier.stream, by=by, at=now, ground=law.not_accept.ground, data=data)
    return dossier

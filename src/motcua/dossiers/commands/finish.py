"""The end of a dossier: returned, withdrawn or stopped at the applicant's wish; and a correction afterwards."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.dossiers import official
from motcua.dossiers.commands.course import advance, in_words
from motcua.dossiers.commands.receive import finish_reception, keep_papers, start
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.commands.state import begin, done, task_at
from motcua.dossiers.errors import NotInThisRegime, ReasonNeeded
from motcua.dossiers.models import Dossier, Outcome, ReturnRecord, ReturnWay, State
from motcua.dossiers.policy import Action
from motcua.events.commands import record


@transaction.atomic
def return_result(
    ref: str, *, taken_by: str, proof: str, by: Any, now: datetime, seen: int, way: str = ReturnWay.DESK,
    without_receipt: bool = False,
) -> Dossier:  # fmt: skip
    """Hand the result over: how, who took it, by which paper (NĐ 61/2018/NĐ-CP Điều 20).

    proof: for the post its item number, for an authorised person the authorisation too. without_receipt: identity
    papers and the data of the dossier did (NĐ 118/2025 Điều 6). Raises NotFound, Stale, NotPermitted,
    NotAtThisStep, HeldBySomebodyElse, ReasonNeeded; then nothing is written.
    """
    if not (taken_by.strip() and proof.strip()):
        raise ReasonNeeded
    work = begin(ref, Action.RETURN, by=by, now=now, seen=seen)
    advance(work, task_at(work))
    ReturnRecord.objects.create(
        dossier=work.dossier, way=way, taken_by=taken_by.strip(), proof=proof.strip(), at=now, by=by,
        without_receipt=without_receipt,
    )  # fmt: skip
    work.move(State.RETURNED, returned_at=now, ended_at=now)
    data = {"way": way, "taken_by": taken_by.strip(), "proof": proof.strip(), "without_receipt": without_receipt}
    return done(work, "dossier.returned", "return_result", data, undoable=True)


@transaction.atomic
def withdraw(ref: str, *, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """The applicant takes the dossier back; the clock ends. Raises as `return_result`."""
    return _end(ref, Action.WITHDRAW, State.WITHDRAWN, reason, by=by, now=now, seen=seen)


@transaction.atomic
def stop(ref: str, *, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """The applicant stops the procedure before the decision, with the notice (NĐ 118/2025 Điều 21, Mẫu 05).

    Raises as `return_result`, and NotInThisRegime for a dossier of the law before it.
    """
    return _end(ref, Action.STOP, State.STOPPED, reason, by=by, now=now, seen=seen)


def _end(ref: str, action: Action, state: State, reason: str, *, by: Any, now: datetime, seen: int) -> Dossier:
    if not reason.strip():
        raise ReasonNeeded
    work = begin(ref, action, by=by, now=now, seen=seen)
    if action is Action.STOP and not work.law.stop.value:
        raise NotInThisRegime(ref=work.dossier.ref, ground=work.law.stop.ground)
    data: dict[str, object] = {"reason": reason.strip()}
    if action is Action.STOP:
        stage = ", ".join(task.name for task in work.open)
        content = official.stop_of(work.dossier, reason.strip(), stage, by, now)
        data["slip"] = issue(work.dossier, "stop", content, by=by, now=now).pk
    work.close_all(Outcome.ENDED)
    work.move(state, ended_at=now)
    kind, rule = ("dossier.stopped", "stop") if action is Action.STOP else ("dossier.withdrawn", "withdraw")
    return done(work, kind, rule, data, undoable=action is Action.WITHDRAW)


@transaction.atomic
def correct(ref: str, *, error: str, by: Any, now: datetime, seen: int) -> Dossier:
    """The result has an error: a linked dossier corrects it, free, in three working days (NĐ 118/2025 Điều 23).

    The old dossier stays as it ended. Returns the new one. Raises NotFound, Stale, NotPermitted, NotAtThisStep,
    ReasonNeeded, NoProcess.
    """
    if not error.strip():
        raise ReasonNeeded
    work = begin(ref, Action.CORRECT, by=by, now=now, seen=seen)
    old, today = work.dossier, now.astimezone(VIETNAM).date()
    new = Dossier(
        intake_key=uuid4(), unit=old.unit, desk=old.desk, seen_by=old.seen_by, procedure=old.procedure,
        channel=old.channel, return_channel=old.return_channel, state=State.RECEIVED, law_date=today,
        submitted_at=now, note=error.strip(), corrects=old, fee_vnd=0,
        **_applicant_of(old),
    )  # fmt: skip
    start(new, str(work.law.correct_days.value), "working_day", now=now)
    keep_papers(new, [], by=by, now=now)
    finish_reception(new, by=by, now=now)
    linked = {"corrects": old.ref, "error": error.strip()}
    record("dossier.correction_begun", new.stream, by=by, at=now, ground=work.law.correct_days.ground, data=linked)
    data = {"correction": new.ref, "error": error.strip(), "due": in_words(new.appointment)}
    done(work, "dossier.correction_asked", "correct_days", data)
    return new


def _applicant_of(dossier: Dossier) -> dict[str, object]:
    names = [field.name for field in Dossier._meta.fields if field.name.startswith("applicant_")]
    return {name: getattr(dossier, name) for name in names}

"""The clock stands still: for money the applicant owes, or where a special law does not count the time (R16)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.dossiers import rules
from motcua.dossiers.commands.clock import reckon, tell_steps
from motcua.dossiers.commands.course import in_words
from motcua.dossiers.commands.state import begin, done, not_now, task_at
from motcua.dossiers.errors import ReasonNeeded
from motcua.dossiers.models import Dossier, Pause, State
from motcua.dossiers.policy import Action


@transaction.atomic
def ask_payment(
    ref: str, *, document: str, by: Any, now: datetime, seen: int, amount_vnd: int | None = None
) -> Dossier:
    """The applicant has a tax or other money to pay first, by this notice; the limit pauses.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse, ReasonNeeded for no document.
    """
    if not document.strip():
        raise ReasonNeeded
    work = begin(ref, Action.ASK_PAYMENT, by=by, now=now, seen=seen)
    task_at(work)
    ground = work.law.payment.ground
    Pause.objects.create(
        dossier=work.dossier, kind=Pause.Kind.PAYMENT, since=now, ground=ground, document=document.strip(),
        amount_vnd=amount_vnd,
    )  # fmt: skip
    work.move(State.PAYING)
    data = {"document": document.strip(), "amount": amount_vnd}
    return done(work, "dossier.payment_asked", "payment", data)


@transaction.atomic
def pause(ref: str, *, ground: str, document: str, by: Any, now: datetime, seen: int) -> Dossier:
    """A special law does not count this time: the leader names the law and the document.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, ReasonNeeded without a ground.
    """
    if not ground.strip():
        raise ReasonNeeded
    work = begin(ref, Action.PAUSE, by=by, now=now, seen=seen)
    row = Pause(dossier=work.dossier, since=now, ground=ground.strip()[:300], document=document.strip()[:300])
    row.save()
    work.move(State.PAUSED)
    return done(work, "dossier.paused", "pause", {"ground": row.ground, "document": row.document})


@transaction.atomic
def resume(ref: str, *, document: str = "", by: Any, now: datetime, seen: int) -> Dossier:
    """The money is paid, or the time of the special law is over: the clock goes on, moved by the time it stood.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep.
    """
    work = begin(ref, Action.RESUME, by=by, now=now, seen=seen)
    row = Pause.objects.select_for_update().filter(dossier=work.dossier, until__isnull=True).first()
    if row is None:
        raise not_now(work)
    row.until = now
    row.save(update_fields=["until"])
    before, promised = in_words(work.dossier.appointment), in_words(work.dossier.promised)
    work.set(**reckon(work.dossier))
    work.move(rules.state_of({task.kind for task in work.open if task.step_id is not None}))
    tell_steps(work.dossier, work.dossier.appointment)
    data = {"appointment_before": before, "appointment": in_words(work.dossier.appointment),
            "document": document.strip(), "promised_before": promised}  # fmt: skip
    rule = "payment" if row.kind == Pause.Kind.PAYMENT else "pause"
    return done(work, "dossier.resumed", rule, data)

"""After appraisal something is missing: asked once, through the one-stop; the limit begins anew (Điều 19)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.clock import VIETNAM
from motcua.dossiers import official, queries, rules
from motcua.dossiers.commands.clock import closes, reckon, tell_steps
from motcua.dossiers.commands.course import in_words
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.commands.state import Work, begin, done, not_now, task_at
from motcua.dossiers.errors import NothingAsked, ReasonNeeded, SupplementAgain, TooEarlyToClose
from motcua.dossiers.models import Dossier, Outcome, State, Supplement
from motcua.dossiers.policy import Action
from motcua.engines import worktime


@transaction.atomic
def ask_supplement(
    ref: str, *, missing: Sequence[str], reason: str, by: Any, now: datetime, seen: int, forced: str = ""
) -> Dossier:
    """Ask the applicant, complete and exact, for what is missing; no decision is taken while it is open.

    forced: why a further request is needed although the law allows one; recorded and flagged. Raises NotFound,
    Stale, NotPermitted, NotAtThisStep, HeldBySomebodyElse, NothingAsked, ReasonNeeded, SupplementAgain.
    """
    work = begin(ref, Action.ASK_SUPPLEMENT, by=by, now=now, seen=seen)
    task_at(work)
    asked = [line.strip() for line in missing if line.strip()]
    if not asked:
        raise NothingAsked
    if not reason.strip():
        raise ReasonNeeded
    row = _write(work, asked, reason.strip(), forced.strip())
    work.move(State.SUPPLEMENT)
    data = {"missing": asked, "reason": row.reason, "slip": row.slip_id, "number": row.number,
            "forced": row.forced or None, "late": _too_late(work)}  # fmt: skip
    return done(work, "dossier.supplement_asked", "supplement_at_most", data)


def _write(work: Work, asked: list[str], reason: str, forced: str) -> Supplement:
    dossier, law = work.dossier, work.law
    before = Supplement.objects.filter(dossier=dossier, cancelled_at__isnull=True).count()
    if before >= law.supplement_at_most.value and not forced:
        raise SupplementAgain(ref=dossier.ref, ground=law.supplement_at_most.ground)
    content = official.supplement_of(dossier, asked, reason, work.by, work.now)
    slip = issue(dossier, "supplement", content, by=work.by, now=work.now)
    days = int(law.close_days.value)
    end = closes(work.now, dossier, days) if days else None
    return Supplement.objects.create(
        dossier=dossier, number=Supplement.objects.filter(dossier=dossier).count() + 1, asked_at=work.now,
        asked_by=work.by, missing=asked, reason=reason, forced=forced, slip=slip,
        last_day=end.last_day if end else None, closes_from=end.closes_from if end else None,
    )  # fmt: skip


def _too_late(work: Work) -> bool:
    """The request comes later than the law's working days from reception (Điều 19): allowed by no article, flagged."""
    dossier = work.dossier
    if dossier.clock_from is None:
        return False
    days = int(work.law.supplement_days.value)
    return work.now > worktime.officer_limit(dossier.clock_from, queries.calendar_of(dossier), days)


@transaction.atomic
def complete_supplement(ref: str, *, note: str = "", by: Any, now: datetime, seen: int) -> Dossier:
    """What was asked is here: the limit counts anew from now (R15). Raises NotFound, Stale, NotPermitted."""
    work = begin(ref, Action.COMPLETE_SUPPLEMENT, by=by, now=now, seen=seen)
    before, promised = in_words(work.dossier.appointment), in_words(work.dossier.promised)
    _open(work, answered_at=now)
    work.set(clock_from=now)
    work.set(**reckon(work.dossier))
    _resume(work)
    tell_steps(work.dossier, work.dossier.appointment)
    data = {"appointment_before": before, "appointment": in_words(work.dossier.appointment), "note": note.strip(),
            "promised_before": promised}  # fmt: skip
    return done(work, "dossier.supplement_completed", "supplement_at_most", data)


@transaction.atomic
def cancel_supplement(ref: str, *, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """The office takes its request back; its text stays, the clock goes on as if nothing had been asked.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, ReasonNeeded.
    """
    if not reason.strip():
        raise ReasonNeeded
    work = begin(ref, Action.CANCEL_SUPPLEMENT, by=by, now=now, seen=seen)
    row = _open(work, cancelled_at=now)
    row.slip.cancelled_at = now
    row.slip.save(update_fields=["cancelled_at"])
    _resume(work)
    return done(work, "dossier.supplement_cancelled", "supplement_at_most", {"reason": reason.strip()})


@transaction.atomic
def close(ref: str, *, by: Any, now: datetime, seen: int) -> Dossier:
    """Fifteen days without completion: the one-stop closes the dossier (NĐ 118/2025 Điều 19 khoản 5; R19).

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, TooEarlyToClose, also where the regime has no closing.
    """
    work = begin(ref, Action.CLOSE, by=by, now=now, seen=seen)
    row = Supplement.objects.get(dossier=work.dossier, answered_at__isnull=True, cancelled_at__isnull=True)
    if row.closes_from is None:
        raise TooEarlyToClose(ref=work.dossier.ref, why=work.law.close_days.ground)
    if now.astimezone(VIETNAM).date() < row.closes_from:
        raise TooEarlyToClose(ref=work.dossier.ref, why=f"người nộp còn đến hết ngày {row.last_day:%d/%m/%Y}")
    work.close_all(Outcome.ENDED)
    work.move(State.CLOSED, ended_at=now)
    data = {"asked": in_words(row.asked_at), "last_day": row.last_day.isoformat() if row.last_day else None}
    return done(work, "dossier.closed", "close_days", data)


def _open(work: Work, **ends: datetime) -> Supplement:
    """The open request, ended by `ends`. Raises NotAtThisStep."""
    rows = Supplement.objects.select_related("slip").select_for_update(of=("self",))
    row = rows.filter(dossier=work.dossier, answered_at__isnull=True, cancelled_at__isnull=True).first()
    if row is None:
        raise not_now(work)
    for name, value in ends.items():
        setattr(row, name, value)
    row.save(update_fields=list(ends))
    return row


def _resume(work: Work) -> None:
    """Back to where the open steps stand."""
    work.move(rules.state_of({task.kind for task in work.open if task.step_id is not None}))

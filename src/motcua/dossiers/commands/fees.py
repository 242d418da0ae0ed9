"""Money at the desk: taken with a receipt, or exempted with its ground (NĐ 61/2018 Điều 22; NĐ 118/2025 Điều 24)."""

from datetime import datetime
from typing import Any

from django.db import transaction

from motcua.base.errors import NotFound
from motcua.dossiers import official
from motcua.dossiers.commands.slips import issue
from motcua.dossiers.commands.state import begin, done
from motcua.dossiers.errors import AmountWrong, ReasonNeeded
from motcua.dossiers.models import Dossier, Payment
from motcua.dossiers.policy import Action


@transaction.atomic
def take_fee(
    ref: str, *, amount_vnd: int, method: str, by: Any, now: datetime, seen: int, kind: str = "charge",
    payer: str = "", ground: str = "",
) -> Dossier:  # fmt: skip
    """Take a fee or enter an exemption; money taken gets a receipt with the next number.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, AmountWrong.
    """
    exempt = method == Payment.Method.EXEMPT
    if (exempt and not ground.strip()) or (not exempt and amount_vnd <= 0):
        raise AmountWrong
    work = begin(ref, Action.TAKE_FEE, by=by, now=now, seen=seen)
    row = Payment(
        dossier=work.dossier, kind=kind, amount_vnd=0 if exempt else amount_vnd, method=method, at=now, by=by,
        ground=ground.strip(), payer=payer.strip() or work.dossier.applicant_name,
    )  # fmt: skip
    if not exempt:
        content = official.fee_of(work.dossier, row, by)
        row.slip = issue(work.dossier, "fee_receipt", content, by=by, now=now)
    row.save()
    data = {"kind": kind, "amount": row.amount_vnd, "method": method, "exemption": row.ground or None,
            "receipt": row.slip.number if row.slip else None}  # fmt: skip
    return done(work, "dossier.fee_taken", "fees", data)


@transaction.atomic
def cancel_fee(ref: str, *, payment_id: int, reason: str, by: Any, now: datetime, seen: int) -> Dossier:
    """A fee entered by mistake is cancelled with the reason; the row and its receipt stay.

    Raises NotFound, Stale, NotPermitted, NotAtThisStep, ReasonNeeded.
    """
    if not reason.strip():
        raise ReasonNeeded
    work = begin(ref, Action.TAKE_FEE, by=by, now=now, seen=seen)
    rows = Payment.objects.select_for_update(of=("self",)).select_related("slip")
    row = rows.filter(pk=payment_id, dossier=work.dossier, cancelled_at__isnull=True).first()
    if row is None:
        raise NotFound
    row.cancelled_at, row.cancelled_because = now, reason.strip()[:300]
    row.save(update_fields=["cancelled_at", "cancelled_because"])
    if row.slip is not None:
        row.slip.cancelled_at = now
        row.slip.save(update_fields=["cancelled_at"])
    return done(work, "dossier.fee_cancelled", "fees", {"amount": row.amount_vnd, "reason": row.cancelled_because})

"""Papers of a dossier under way: what each says, from the dossier's own columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.dossiers.models import Dossier, Payment
from motcua.dossiers.official.content import day_in_words, guidance, head_of, in_words


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to be completed, as the officer wrote it."""

    name: str
    originals: int = 0
    copies: int = 0


def supplement_of(dossier: Dossier, lines: Iterable[str], reason: str, by: Any, now: datetime) -> dict[str, object]:
    """The request after appraisal, on the same form as the guidance before acceptance."""
    content = guidance(dossier, [Missing(line) for line in lines], reason, by)
    return content | {"date": day_in_words(now), "code": dossier.code}


def apology_of(dossier: Dossier, reason: str, new_appointment: datetime, by: Any, now: datetime) -> dict[str, object]:
    """Mẫu 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả."""
    if dossier.accepted_at is None or dossier.appointment is None:
        raise ValueError("an apology is for an accepted dossier")
    return head_of(dossier, now) | {
        "code": dossier.code, "received": in_words(dossier.accepted_at), "appointment": in_words(dossier.appointment),
        "reason": reason, "new_appointment": in_words(new_appointment), "signer": by.record_name(),
    }  # fmt: skip


def stop_of(dossier: Dossier, reason: str, by: Any, now: datetime) -> dict[str, object]:
    """Mẫu 05 of TT 03/2025: Thông báo dừng giải quyết hồ sơ."""
    return head_of(dossier, now) | {"code": dossier.code, "reason": reason, "signer": by.record_name()}


def fee_of(dossier: Dossier, payment: Payment, by: Any) -> dict[str, object]:
    """The desk's receipt for money."""
    return head_of(dossier, payment.at) | {
        "code": dossier.code, "payer": payment.payer, "kind": payment.get_kind_display(),
        "amount": payment.amount_vnd, "method": payment.get_method_display(), "receiver": by.record_name(),
    }  # fmt: skip

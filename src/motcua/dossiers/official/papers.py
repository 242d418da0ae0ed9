"""What the other papers say: plain facts to the content of a template, JSON-serialisable. No database."""

from datetime import date
from typing import Final

from motcua.dossiers.official import facts as told
from motcua.dossiers.official.words import (
    amount,
    amount_in_words,
    day_in_figures,
    day_in_words,
    in_words,
    number_in_words,
)

PERSON: Final = "Ông/Bà"
ORGANISATION: Final = "Quý cơ quan, tổ chức"
Content = dict[str, object]


def apology(facts: told.ApologyFacts) -> Content:
    """Phiếu xin lỗi và hẹn lại ngày trả kết quả (TT 01/2018/TT-VPCP, Mẫu số 04)."""
    return _to_applicant(facts) | {
        "accepted": day_in_words(facts.accepted_at),
        "receipt_number": facts.receipt_number,
        "appointment": in_words(facts.appointment),
        "reason": _sentence(facts.reason),
        "new_appointment": in_words(facts.new_appointment),
        "signer": facts.signer,
        "signer_title": facts.signer_title.upper(),
    }


def stop(facts: told.StopFacts) -> Content:
    """Thông báo dừng giải quyết hồ sơ (NĐ 118/2025/NĐ-CP Điều 21; the fields are ours)."""
    return _to_applicant(facts) | {
        "accepted": in_words(facts.accepted_at),
        "requested": in_words(facts.requested_at) if facts.requested_at else "",
        "stopped": in_words(facts.stopped_at),
        "stage": facts.stage,
        "reason": _sentence(facts.reason),
        "money": _sentence(facts.money),
        "returned": list(facts.returned),
        "signer": facts.signer,
        "signer_title": facts.signer_title.upper(),
    }


def fee_receipt(facts: told.FeeFacts) -> Content:
    """Phiếu thu phí, lệ phí tại quầy, a paper of ours. Raises ValueError if an exemption is more than its sum."""
    to_pay = [_to_pay(line) for line in facts.lines]
    return _to_applicant(facts) | {
        "payer": facts.payer or facts.applicant,
        "lines": [_fee(line, pay) for line, pay in zip(facts.lines, to_pay, strict=True)],
        "exemptions": [
            {"name": f"{line.kind} {line.name}", "amount": amount(line.exempt_vnd), "ground": line.ground}
            for line in facts.lines
            if line.exempt_vnd
        ],
        "total": amount(sum(to_pay)),
        "total_in_words": amount_in_words(sum(to_pay)),
        "way": facts.way,
        "paid_at": in_words(facts.issued_at),
        "cashier": facts.cashier,
    }


def correction(facts: told.CorrectionFacts) -> Content:
    """Văn bản đính chính kết quả, a paper of ours (NĐ 118/2025/NĐ-CP Điều 23 khoản 1)."""
    return _to_applicant(facts) | {
        "result": facts.result,
        "result_date": day_in_words(facts.result_on),
        "corrections": [{"where": each.where, "was": each.was, "now": each.now} for each in facts.corrections],
        "cause": _sentence(facts.cause),
        "ready": in_words(facts.ready_at) if facts.ready_at else "",
        "signer": facts.signer,
        "signer_title": facts.signer_title.upper(),
    }


def control(facts: told.ControlFacts) -> Content:
    """Phiếu kiểm soát quá trình giải quyết hồ sơ (TT 01/2018/TT-VPCP, Mẫu số 05)."""
    return _head(facts) | {
        "code": facts.code,
        "lead_unit": facts.lead_unit,
        "partner_units": ", ".join(facts.partner_units),
        "rows": [_hand_over(row) for row in facts.rows],
        "blank_rows": facts.blank_rows,
    }


def register(facts: told.RegisterFacts) -> Content:
    """Sổ theo dõi hồ sơ (TT 01/2018/TT-VPCP, Mẫu số 06), rows in order of their number.

    `missing` names the numbers the volume lacks between its first and last: the law wants none (Điều 10 khoản 2).
    """
    rows = sorted(facts.rows, key=lambda row: row.number)
    numbers = {row.number for row in rows}
    within = range(rows[0].number, rows[-1].number + 1) if rows else range(0)
    return _head(facts) | {
        "volume": facts.volume,
        "year": str(facts.year),
        "opened": day_in_words(facts.opened_on),
        "closed": day_in_words(facts.closed_on) if facts.closed_on else "",
        "rows": [_register_row(row) for row in rows],
        "first": _serial(rows[0].number) if rows else "",
        "last": _serial(rows[-1].number) if rows else "",
        "count": str(len(rows)),
        "count_in_words": number_in_words(len(rows)).lower(),
        "missing": [_serial(number) for number in within if number not in numbers],
        "head": facts.head,
        "head_title": facts.head_title.upper(),
    }


def posting(facts: told.PostingFacts) -> Content:
    """A procedure to be posted (NĐ 63/2010/NĐ-CP Điều 8 khoản 2, Điều 17)."""
    return _head(facts) | {
        "name": facts.name, "procedure_code": facts.code, "steps": list(facts.steps), "ways": list(facts.ways),
        "papers": [{"name": paper.name, "count": paper.count} for paper in facts.papers], "sets": facts.sets,
        "limit": facts.limit, "who": facts.who, "agency": facts.agency, "forms": list(facts.forms),
        "result": facts.result, "conditions": facts.conditions, "fees": facts.fees,
        "legal_basis": list(facts.legal_basis), "decision": facts.decision, "address": facts.address,
        "complaints": facts.complaints, "link": facts.link,
    }  # fmt: skip


def _head(facts: told.Paper) -> Content:
    return {
        "unit": facts.unit.upper(),
        "one_stop": facts.one_stop.upper(),
        "unit_name": facts.unit,
        "one_stop_name": facts.one_stop,
        "place": facts.place,
        "date": day_in_words(facts.issued_at),
        "telephone_unit": facts.telephone_unit,
        "sample": facts.sample,
    }


def _to_applicant(facts: told.ToApplicant) -> Content:
    return _head(facts) | {
        "applicant": facts.applicant,
        "you": ORGANISATION if facts.organisation else PERSON,
        "address": facts.address,
        "telephone": facts.telephone,
        "email": facts.email,
        "procedure": facts.procedure,
        "code": facts.code,
    }


def _sentence(text: str) -> str:
    """With the full stop at its end that the template does not set."""
    bare = text.strip()
    return bare if not bare or bare.endswith((".", ";", "!", "?")) else f"{bare}."


def _to_pay(line: told.FeeLine) -> int:
    left = line.price_vnd * line.quantity - line.exempt_vnd
    if left < 0 or line.exempt_vnd < 0:
        raise ValueError(f"{line.name}: an exemption of {line.exempt_vnd} đồng from {line.price_vnd * line.quantity}")
    return left


def _fee(line: told.FeeLine, pay: int) -> dict[str, str]:
    return {
        "name": line.name,
        "kind": line.kind.capitalize(),
        "price": amount(line.price_vnd),
        "quantity": f"{line.quantity:02d}",
        "exempt": amount(line.exempt_vnd) if line.exempt_vnd else "",
        "pay": amount(pay),
    }


def _hand_over(row: told.HandOver) -> dict[str, str]:
    return {
        "from_unit": row.from_unit, "from_person": row.from_person, "to_unit": row.to_unit,
        "to_person": row.to_person, "at": in_words(row.at) if row.at else "", "outcome": row.outcome,
        "note": row.note,
    }  # fmt: skip


def _register_row(row: told.RegisterRow) -> dict[str, str]:
    return {
        "number": _serial(row.number), "code": row.code, "procedure": row.procedure, "sets": f"{row.sets:02d}",
        "applicant": row.applicant, "contact": row.contact, "lead_unit": row.lead_unit,
        "received": day_in_figures(row.received), "appointment": _figures(row.appointment),
        "forwarded": _figures(row.forwarded), "came_back": _figures(row.came_back),
        "returned": _figures(row.returned), "return_way": row.return_way, "signed_by": row.signed_by,
        "note": row.note,
    }  # fmt: skip


def _figures(day: date | None) -> str:
    return day_in_figures(day) if day else ""


def _serial(number: int) -> str:
    """As on the receipt: four digits."""
    return f"{number:04d}"

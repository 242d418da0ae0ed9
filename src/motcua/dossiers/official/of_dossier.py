"""Papers of a dossier under way: what each says, from the dossier's own columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.catalogue.models import ProcedureVersion
from motcua.dossiers.models import Dossier, Payment, RegisterBook, Task
from motcua.dossiers.official import facts, papers
from motcua.dossiers.official.content import guidance
from motcua.dossiers.official.words import addressed, day_in_words, limit_in_words
from motcua.organisations import queries as organisations
from motcua.organisations.models import Unit

Content = papers.Content


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to be completed, as the officer wrote it."""

    name: str
    originals: int = 0
    copies: int = 0


def supplement_of(dossier: Dossier, lines: Iterable[str], reason: str, by: Any, now: datetime) -> Content:
    """The request after appraisal, on the same form as the guidance before acceptance."""
    content = guidance(dossier, [Missing(line) for line in lines], reason, by)
    return content | {"date": day_in_words(now), "code": dossier.code}


def apology_of(dossier: Dossier, reason: str, new_appointment: datetime, by: Any, now: datetime) -> Content:
    """Mẫu 04: Phiếu xin lỗi và hẹn lại ngày trả kết quả."""
    if dossier.accepted_at is None or dossier.appointment is None:
        raise ValueError("an apology is for an accepted dossier")
    return papers.apology(
        facts.ApologyFacts(
            accepted_at=dossier.accepted_at, appointment=dossier.appointment, reason=reason,
            new_appointment=new_appointment, signer=by.record_name(), **_to_applicant(dossier, dossier.unit, now),
        )
    )  # fmt: skip


def stop_of(dossier: Dossier, reason: str, stage: str, by: Any, now: datetime) -> Content:
    """Thông báo dừng giải quyết hồ sơ (NĐ 118/2025/NĐ-CP Điều 21). stage: the step it had reached."""
    return papers.stop(
        facts.StopFacts(
            accepted_at=dossier.accepted_at or dossier.submitted_at, stopped_at=now, requested_at=now, reason=reason,
            stage=stage, signer=by.record_name(), **_to_applicant(dossier, dossier.desk, now),
        )
    )  # fmt: skip


def fee_of(dossier: Dossier, payment: Payment, by: Any) -> Content:
    """The desk's receipt for money."""
    kind = "phí" if payment.kind == "fee" else "lệ phí"
    line = facts.FeeLine(name=dossier.procedure.name, kind=kind, price_vnd=payment.amount_vnd)  # type: ignore[arg-type]
    return papers.fee_receipt(
        facts.FeeFacts(
            lines=[line], way=str(payment.get_method_display()).lower(), cashier=by.record_name(),
            payer=payment.payer, **_to_applicant(dossier, dossier.desk, payment.at),
        )
    )  # fmt: skip


def control_of(dossier: Dossier, tasks: Sequence[Task], now: datetime) -> Content:
    """Phiếu kiểm soát: writes itself from the hand-overs, a row for each step that began."""
    rows, before = [], None
    for task in tasks:
        if task.outcome != "skipped" and task.role:
            rows.append(_hand_over(before, task))
            before = task
    partners = sorted({task.unit.name for task in tasks if task.unit_id not in {dossier.unit_id, dossier.desk_id}})
    return papers.control(
        facts.ControlFacts(code=dossier.ref, lead_unit=dossier.unit.name, partner_units=partners, rows=rows,
                           **_head(dossier.desk, now))
    )  # fmt: skip


def _hand_over(before: Task | None, task: Task) -> facts.HandOver:
    """Who gave the dossier to whom, when; the outcome is that of the giver's step against its limit."""
    outcome: facts.Outcome = ""
    if before is not None and before.due is not None and before.closed_at is not None:
        outcome = "after" if before.closed_at > before.due else "before"
        if outcome == "before" and before.closed_at.date() == before.due.date():
            outcome = "on"
    giver = before.closed_by if before else None
    receiver = task.holder or task.closed_by
    return facts.HandOver(
        from_unit=before.unit.name if before else "Người nộp hồ sơ", to_unit=task.unit.name,
        from_person=giver.record_name() if giver else "", to_person=receiver.record_name() if receiver else "",
        at=task.opened_at, outcome=outcome, note=task.name,
    )  # fmt: skip


def register_of(book: RegisterBook, rows: Iterable[facts.RegisterRow], head: str, now: datetime) -> Content:
    """Sổ theo dõi hồ sơ of a year; with the closing words once it is closed."""
    return papers.register(
        facts.RegisterFacts(
            volume="01", year=book.year, opened_on=book.opened_at.date(), rows=list(rows),
            closed_on=book.closed_at.date() if book.closed_at else None, head=head, **_head(book.unit, now),
        )
    )  # fmt: skip


def posting_of(version: ProcedureVersion, unit: Unit, link: str, now: datetime) -> Content:
    """The A4 sheet of a procedure for the wall, with the QR of its page (NĐ 63/2010/NĐ-CP Điều 8, 17)."""
    terms = list(version.terms.all())
    ways = sorted({str(row.get_channel_display()) for row in terms})
    limits = "; ".join(
        f"{row.case + ': ' if row.case else ''}{limit_in_words(row.limit_quantity, row.limit_unit)}"
        for row in terms
        if row.limit_unit and row.channel == "direct"
    )
    fees = "; ".join(
        dict.fromkeys(row.fee_text or f"{row.fee_vnd} đồng" for row in terms if row.fee_text or row.fee_vnd)
    )
    return papers.posting(
        facts.PostingFacts(
            name=version.name, code=version.procedure.code, steps=[str(step.get("text", "")) for step in version.steps],
            ways=ways, papers=[_posted(paper) for paper in version.papers.all()], limit=limits,
            who=", ".join(version.who_may_apply) or "Cá nhân, tổ chức", agency=version.agency, result=version.result,
            conditions=version.requirements, fees=fees,
            legal_basis=[f"{row.get('code', '')} {row.get('name', '')}".strip() for row in version.legal_basis],
            decision=version.decision.number if version.decision else "", address=unit.one_stop_name, link=link,
            **_head(unit, now),
        )
    )  # fmt: skip


def _posted(paper: Any) -> facts.PostedPaper:
    counts = [(paper.originals, "bản chính"), (paper.copies, "bản sao")]
    return facts.PostedPaper(name=paper.name, count=", ".join(f"{n:02d} {kind}" for n, kind in counts if n))


def _head(unit: Unit, at: datetime) -> dict[str, Any]:
    return {
        "unit": unit.name, "one_stop": unit.one_stop_name, "place": unit.place, "issued_at": at,
        "telephone_unit": unit.telephone, "sample": organisations.is_demo(),
    }  # fmt: skip


def _to_applicant(dossier: Dossier, issuer: Unit, at: datetime) -> dict[str, Any]:
    organisation = dossier.applicant_kind == "organisation"
    name = dossier.applicant_name if organisation else addressed(dossier.applicant_name, dossier.applicant_sex)
    return {
        **_head(issuer, at), "one_stop": dossier.desk.one_stop_name, "applicant": name,
        "procedure": f"{dossier.procedure.name} ({dossier.procedure.procedure.code})", "code": dossier.ref,
        "address": dossier.applicant_address, "telephone": dossier.applicant_telephone,
        "email": dossier.applicant_email, "organisation": organisation,
    }  # fmt: skip

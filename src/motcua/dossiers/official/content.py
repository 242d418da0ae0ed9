"""What a paper says, field by field in the order of the law (TT 01/2018/TT-VPCP, Mẫu 01–03). Vietnamese only."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from motcua.dossiers.models import Dossier, PaperHandedIn, ReturnChannel
from motcua.dossiers.official.words import addressed, day_in_words, in_words, limit_in_words
from motcua.organisations import queries as organisations

__all__ = ["day_in_words", "guidance", "in_words", "limit_in_words", "receipt", "refusal"]

RETURN_AT: Final = {
    ReturnChannel.POSTAL: "địa chỉ của người nộp, qua dịch vụ bưu chính công ích",
    ReturnChannel.ONLINE: "Cổng dịch vụ công, bản điện tử",
}


def receipt(dossier: Dossier, papers: Iterable[PaperHandedIn], by: Any) -> dict[str, object]:
    """Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả."""
    if not dossier.limit_unit or dossier.accepted_at is None or dossier.appointment is None:
        raise ValueError("a receipt is issued after acceptance")
    return head_of(dossier, dossier.accepted_at) | {
        "code": dossier.code,
        "papers": [_paper(paper.name, paper.originals, paper.copies) for paper in papers],
        "sets": "01",
        "limit": limit_in_words(dossier.limit_quantity, dossier.limit_unit),
        "received": in_words(dossier.accepted_at),
        "appointment": in_words(dossier.appointment),
        "provisional": dossier.provisional,
        "return_at": RETURN_AT.get(ReturnChannel(dossier.return_channel), dossier.desk.one_stop_name),
        "register_number": f"{dossier.register_number:04d}",
        "register_year": str(dossier.register_year),
        "receiver": by.record_name(),
    }


def guidance(dossier: Dossier, missing: Iterable[Any], reason: str, by: Any) -> dict[str, object]:
    """Mẫu 02: Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ. `missing`: papers with name, originals, copies."""
    return head_of(dossier, dossier.submitted_at) | {
        "missing": [_paper(paper.name, paper.originals, paper.copies) for paper in missing],
        "reason": reason.strip() or "Thành phần hồ sơ chưa đầy đủ theo quy định của thủ tục.",
        "contact": by.record_name(),
    }


def refusal(dossier: Dossier, reason: str, by: Any) -> dict[str, object]:
    """Mẫu 03: Phiếu từ chối tiếp nhận giải quyết hồ sơ."""
    return head_of(dossier, dossier.submitted_at) | {"reason": reason.strip(), "receiver": by.record_name()}


def head_of(dossier: Dossier, at: datetime) -> dict[str, object]:
    """The head all slips share: who issues it, when, for whom and about what."""
    unit = dossier.desk
    return {
        "unit": unit.name.upper(),
        "one_stop": unit.one_stop_name.upper(),
        "place": unit.place,
        "date": day_in_words(at),
        "telephone_unit": unit.telephone,
        "applicant": addressed(dossier.applicant_name, dossier.applicant_sex),
        "address": dossier.applicant_address,
        "telephone": dossier.applicant_telephone,
        "email": dossier.applicant_email,
        "procedure": f"{dossier.procedure.name} ({dossier.procedure.procedure.code})",
        "sample": organisations.is_demo(),
    }


def _paper(name: str, originals: int, copies: int) -> dict[str, str]:
    counts = [f"{number:02d} {kind}" for number, kind in ((originals, "bản chính"), (copies, "bản sao")) if number]
    return {"name": name, "count": ", ".join(counts) or "theo thực tế"}

"""Invented content of every kind of paper, for checks, measurements and pictures; marked as a sample (MẪU)."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.dossiers.official import facts as told
from motcua.dossiers.official import papers
from motcua.dossiers.official.words import day_in_words, in_words

RECEIVED: Final = datetime(2025, 10, 6, 15, 20, tzinfo=VIETNAM)
CODE: Final = "H23.15.02-251006-0001"
UNIT, ONE_STOP = "Ủy ban nhân dân phường Mẫu", "Trung tâm Phục vụ hành chính công phường Mẫu"
DESK, CIVIL = "Trung tâm Phục vụ hành chính công", "Công chức Tư pháp – hộ tịch"
LOOK_UP: Final = "http://127.0.0.1:8000/lookup"
SIGNER, TITLE = "Phạm Văn Ví Dụ", "Chủ tịch"
OFFICE: Final[dict[str, Any]] = {
    "unit": UNIT, "one_stop": ONE_STOP, "place": "Phường Mẫu", "telephone_unit": "0220 000 001", "sample": True,
    "issued_at": RECEIVED,
}  # fmt: skip
PERSON: Final[dict[str, Any]] = OFFICE | {
    "applicant": "Bà Trần Thị Mẫu", "address": "Số 1, phố Mẫu, phường Mẫu", "telephone": "0900 000 000",
    "procedure": "Đăng ký lại khai sinh (1.004884)", "code": CODE,
}  # fmt: skip


def sample(kind: str, turn: int = 0) -> Mapping[str, object]:
    """Content of that kind; another `turn` names another dossier, so that nothing is set from a cache."""
    content = dict(_samples()[kind])
    if "applicant" in content:
        content["applicant"] = f"Bà Trần Thị Mẫu {turn}".removesuffix(" 0")
    if "code" in content:
        content["code"] = f"{CODE[:-4]}{turn + 1:04d}"
    return content | {"date": day_in_words(RECEIVED + timedelta(days=turn % 300))}


@cache
def _samples() -> dict[str, papers.Content]:
    makers: tuple[Callable[[], dict[str, papers.Content]], ...] = (_slips, _to_applicant, _books, _posting)
    return {kind: content for maker in makers for kind, content in maker().items()}


def _slips() -> dict[str, papers.Content]:
    """Mẫu 01–03, whose builders take a dossier of the database: the same keys and no more, with the sample's mark."""
    head = {
        "unit": UNIT.upper(), "one_stop": ONE_STOP.upper(), "place": "Phường Mẫu", "date": day_in_words(RECEIVED),
        "telephone_unit": "0220 000 001", "applicant": "Bà Trần Thị Mẫu", "address": PERSON["address"],
        "telephone": PERSON["telephone"], "email": "", "procedure": PERSON["procedure"], "sample": True,
    }  # fmt: skip
    listed = [{"name": "Tờ khai", "count": "01 bản chính"}, {"name": "Giấy chứng sinh", "count": "01 bản sao"}]
    receipt = head | {
        "code": CODE, "papers": listed, "sets": "01", "limit": "05 ngày làm việc", "received": in_words(RECEIVED),
        "appointment": in_words(_at(7)), "provisional": False, "return_at": DESK,
        "register_number": "0001", "register_year": "2025", "receiver": "Nguyễn Văn Thử",
    }  # fmt: skip
    supplement = head | {"missing": listed, "reason": "Thiếu tờ khai theo mẫu.", "contact": "Nguyễn Văn Thử"}
    refusal = head | {"reason": "Không thuộc thẩm quyền giải quyết.", "receiver": "Nguyễn Văn Thử"}
    return {"receipt": receipt, "supplement": supplement, "refusal": refusal}


def _to_applicant() -> dict[str, papers.Content]:
    apology = told.ApologyFacts(
        **PERSON, accepted_at=RECEIVED, appointment=_at(7), new_appointment=_at(11), signer=SIGNER,
        signer_title=TITLE, receipt_number="0001/TTPVHCC",
        reason="Chưa có kết quả xác minh của Ủy ban nhân dân xã Giả Định, nơi đăng ký khai sinh trước đây",
    )  # fmt: skip
    stop = told.StopFacts(
        **PERSON, accepted_at=RECEIVED, requested_at=_at(1), stopped_at=_at(2), stage="Thẩm định hồ sơ",
        reason="Người nộp hồ sơ không còn nhu cầu", money="Chưa thu", returned=("Tờ khai: 01 bản chính",),
        signer=SIGNER, signer_title="Giám đốc",
    )  # fmt: skip
    fee = told.FeeFacts(
        **PERSON, way="Tiền mặt", cashier="Nguyễn Văn Thử",
        lines=(
            told.FeeLine(name="đăng ký lại khai sinh", kind="lệ phí", price_vnd=8000, exempt_vnd=8000,
                         ground="giấy chứng nhận hộ nghèo (ví dụ)"),
            told.FeeLine(name="cấp bản sao trích lục hộ tịch", kind="phí", price_vnd=8000, quantity=3),
        ),
    )  # fmt: skip
    correction = told.CorrectionFacts(
        **PERSON, result="Giấy khai sinh số 123/2025", result_on=date(2025, 10, 13), ready_at=_at(10),
        corrections=(
            told.Correction(where="Ngày, tháng, năm sinh", was="02/9/1995", now="20/9/1995"),
            told.Correction(where="Nơi sinh", was="Trạm Y tế xã Giả", now="Trạm Y tế phường Mẫu"),
        ),
        cause="Lỗi nhập dữ liệu của cơ quan giải quyết", signer=SIGNER, signer_title=TITLE,
    )  # fmt: skip
    return {
        "apology": papers.apology(apology), "stop": papers.stop(stop), "fee_receipt": papers.fee_receipt(fee),
        "correction": papers.correction(correction),
    }  # fmt: skip


def _books() -> dict[str, papers.Content]:
    way = (
        (DESK, "Nguyễn Văn Thử"),
        (CIVIL, "Hoàng Thị Giả"),
        ("Lãnh đạo Ủy ban nhân dân", SIGNER),
        (DESK, "Lê Thị Thử"),
    )
    rows = [
        told.HandOver(from_unit=giver[0], from_person=giver[1], to_unit=taker[0], to_person=taker[1],
                      at=_at(day), outcome="before" if day < 3 else "on")
        for day, (giver, taker) in enumerate(pairwise(way))
    ]  # fmt: skip
    control = told.ControlFacts(
        **OFFICE, code=CODE, lead_unit=CIVIL, partner_units=("Ủy ban nhân dân xã Giả Định",), rows=rows
    )
    register = told.RegisterFacts(
        **OFFICE, volume="01", year=2025, opened_on=date(2025, 7, 1), closed_on=date(2025, 12, 31), head=SIGNER,
        head_title="Giám đốc", rows=[_row(number) for number in range(1, 41)],
    )  # fmt: skip
    return {"control": papers.control(control), "register": papers.register(register)}


def _row(number: int) -> told.RegisterRow:
    day = number // 8
    return told.RegisterRow(
        number=number, code=f"H23.15.02-251006-{number:04d}", procedure="Đăng ký lại khai sinh",
        applicant="Trần Thị Mẫu", contact="Số 1, phố Mẫu, phường Mẫu; 0900 000 000", lead_unit=CIVIL,
        received=_at(day), appointment=_at(day + 7), forwarded=_at(day), came_back=_at(day + 6),
        returned=_at(day + 7), return_way="Trực tiếp", note="",
    )  # fmt: skip


def _posting() -> dict[str, papers.Content]:
    facts = told.PostingFacts(
        **OFFICE, name="Đăng ký lại khai sinh", code="1.004884",
        steps=(
            "Người có yêu cầu nộp hồ sơ tại Trung tâm Phục vụ hành chính công hoặc trên Cổng Dịch vụ công quốc gia.",
            "Cán bộ kiểm tra hồ sơ, cấp Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
            "Công chức hộ tịch thẩm định, trình Chủ tịch ký; trả kết quả theo giấy hẹn.",
        ),
        ways=("Trực tiếp", "Trực tuyến", "Qua dịch vụ bưu chính công ích"),
        papers=(told.PostedPaper(name="Tờ khai theo mẫu", count="01 bản chính"),
                told.PostedPaper(name="Giấy tờ có thông tin về việc sinh", count="01 bản sao")),
        limit="05 ngày làm việc", who="Cá nhân", agency=UNIT, forms=("Tờ khai đăng ký lại khai sinh",),
        result="Giấy khai sinh", fees="8.000 đồng (ví dụ); miễn theo quy định",
        conditions="Việc sinh đã được đăng ký nhưng sổ và bản chính đều bị mất.", legal_basis=("Luật Hộ tịch 2014",),
        decision="Quyết định số 01/QĐ-UBND (ví dụ)", address="Số 1, phố Mẫu", complaints="0220 000 002",
        link="http://127.0.0.1:8000/procedures/1.004884",
    )  # fmt: skip
    return {"posting": papers.posting(facts)}


def _at(day: int) -> datetime:
    """That many days after the reception, at 17:00."""
    return RECEIVED.replace(hour=17, minute=0) + timedelta(days=day)

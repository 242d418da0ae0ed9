"""What the builders of papers are told: plain values, no database. Moments are aware; texts are Vietnamese.

`sample`: a sample dossier, "MẪU" stands in the top right corner of each page (TT 01/2018/TT-VPCP Điều 5 khoản 2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Outcome = Literal["", "before", "on", "after"]  # trước hạn, đúng hạn, quá hạn; empty: not known yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The head of every paper. unit, one_stop: names as written in a sentence, set in capitals by the builder."""

    unit: str
    one_stop: str
    place: str
    issued_at: datetime
    telephone_unit: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ToApplicant(Paper):
    """A paper to the applicant about one dossier.

    applicant: with the form of address, `Bà Trần Thị Mẫu`. procedure: name and code as printed.
    organisation: the applicant is one: the text says `Quý cơ quan, tổ chức` in place of `Ông/Bà`.
    """

    applicant: str
    procedure: str
    code: str
    address: str = ""
    telephone: str = ""
    email: str = ""
    organisation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ApologyFacts(ToApplicant):
    """Phiếu xin lỗi và hẹn lại ngày trả kết quả (NĐ 61/2018/NĐ-CP Điều 19 khoản 9)."""

    accepted_at: datetime
    appointment: datetime
    reason: str
    new_appointment: datetime
    signer: str
    signer_title: str = ""
    receipt_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StopFacts(ToApplicant):
    """Thông báo dừng giải quyết hồ sơ (NĐ 118/2025/NĐ-CP Điều 21; Điều 19 khoản 5 after 15 days).

    requested_at: when the applicant asked for it; None where the one-stop closes the dossier by itself.
    stage: the step it had reached. money: what becomes of phí, lệ phí. returned: papers given back.
    """

    accepted_at: datetime
    stopped_at: datetime
    reason: str
    signer: str
    requested_at: datetime | None = None
    stage: str = ""
    money: str = ""
    returned: Sequence[str] = ()
    signer_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One sum. kind: phí (charge of a service) or lệ phí (fixed by law).

    price_vnd: đồng for one; exempt_vnd: đồng not asked of the whole line, its ground named.
    """

    name: str
    kind: Literal["phí", "lệ phí"]
    price_vnd: int
    quantity: int = 1
    exempt_vnd: int = 0
    ground: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeFacts(ToApplicant):
    """Phiếu thu phí, lệ phí tại quầy. payer: who pays if not the applicant. way: tiền mặt, chuyển khoản, …"""

    lines: Sequence[FeeLine]
    way: str
    cashier: str
    payer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One place of the result that was wrong."""

    where: str
    was: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFacts(ToApplicant):
    """Văn bản đính chính kết quả (NĐ 118/2025/NĐ-CP Điều 23 khoản 1; NĐ 61/2018/NĐ-CP Điều 21).

    result: the document, with its number; result_on: its date. ready_at: when the corrected one is handed over.
    """

    result: str
    result_on: date
    corrections: Sequence[Correction]
    cause: str
    signer: str
    signer_title: str = ""
    ready_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """One hand-over of the dossier. outcome: of the giver's step against its limit."""

    from_unit: str
    to_unit: str
    from_person: str = ""
    to_person: str = ""
    at: datetime | None = None
    outcome: Outcome = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlFacts(Paper):
    """Phiếu kiểm soát quá trình giải quyết hồ sơ. blank_rows: empty rows after the last, to be filled by hand."""

    code: str
    lead_unit: str
    partner_units: Sequence[str] = ()
    rows: Sequence[HandOver] = ()
    blank_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One dossier in the register. contact: address and telephone. return_way: phương thức nhận."""

    number: int
    code: str
    procedure: str
    applicant: str
    received: datetime
    sets: int = 1
    contact: str = ""
    lead_unit: str = ""
    appointment: datetime | None = None
    forwarded: datetime | None = None
    came_back: datetime | None = None
    returned: datetime | None = None
    return_way: str = ""
    signed_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterFacts(Paper):
    """Sổ theo dõi hồ sơ of a year (TT 01/2018/TT-VPCP Điều 10 khoản 2), one volume of it.

    closed_on: None while the year runs: then no closing statement. head: who signs it.
    """

    volume: str
    year: int
    opened_on: date
    rows: Sequence[RegisterRow]
    closed_on: date | None = None
    head: str = ""
    head_title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedPaper:
    """One paper of a dossier; count: `01 bản chính`."""

    name: str
    count: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingFacts(Paper):
    """A procedure on the wall: the parts of NĐ 63/2010/NĐ-CP Điều 8 khoản 2, the last four where they exist.

    link: address of the procedure's page, for the QR. decision: what published it. complaints: telephone of the
    office that takes petitions (phản ánh, kiến nghị). address: where to hand in.
    """

    name: str
    code: str
    steps: Sequence[str]
    ways: Sequence[str]
    papers: Sequence[PostedPaper]
    limit: str
    who: str
    agency: str
    sets: str = "01"
    forms: Sequence[str] = ()
    result: str = ""
    conditions: str = ""
    fees: str = ""
    legal_basis: Sequence[str] = ()
    decision: str = ""
    address: str = ""
    complaints: str = ""
    link: str = ""

"""A dossier in the field names of the national dossier service (facts: one_stop §10.3). Pure: rows in, values out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.dossiers import rules
from motcua.dossiers.models import Attachment, Dossier, PaperHandedIn, Payment, Supplement, Task

CHANNELS: Final = {"direct": 1, "online": 2, "postal": 3}  # KenhThucHien
APPLICANTS: Final = {"person": 1, "organisation": 2}  # LoaiDoiTuong
RETURNS: Final = {"desk": 1, "postal": 3, "online": 2}  # HinhThucTra, by the same numbers [C]
ORIGINAL, COPY, ELECTRONIC = 0, 1, 2  # LoaiBan


def dossier(
    one: Dossier, *, papers: Sequence[PaperHandedIn], payments: Sequence[Payment], supplements: Sequence[Supplement],
    results: Sequence[Attachment],
) -> dict[str, Any]:  # fmt: skip
    """DongBoHoSoMC: one dossier. Lists that OpenCPS sends empty (fees, supplements) are filled here."""
    procedure = one.procedure
    return {
        "MaHoSo": one.ref, "MaTTHC": procedure.procedure.code, "TenTTHC": procedure.name,
        "MaLinhVuc": procedure.field.code if procedure.field else "",
        "TenLinhVuc": procedure.field.name if procedure.field else "",
        "ChuHoSo": one.applicant_name, "LoaiDoiTuong": APPLICANTS[one.applicant_kind],
        "MaDoiTuong": one.applicant_number, "Email": one.applicant_email, "SoDienThoai": one.applicant_telephone,
        "Fax": "", "TrichYeuHoSo": one.note, "NgayTiepNhan": _day(one.accepted_at), "NgayHenTra": _day(one.appointment),
        "TrangThaiHoSo": rules.national_status(one.state), "NgayTra": _day(one.returned_at),
        "HinhThuc": CHANNELS[one.channel], "HinhThucTra": RETURNS[one.return_channel],
        "NgayKetThucXuLy": _day(one.resolved_at or one.ended_at), "DonViXuLy": one.unit.name,
        "KenhThucHien": CHANNELS[one.channel], "DuocThanhToanTrucTuyen": 0, "TaiKhoanDuocXacThucVoiVNeID": 0,
        "HoSoCoThanhPhanSoHoa": int(any(paper.attachments.all() for paper in papers)),
        "TaiLieuNop": [_paper(paper) for paper in papers],
        "DanhSachLePhi": [_fee(payment) for payment in payments if payment.cancelled_at is None],
        "DanhSachHoSoBoSung": [_supplement(row) for row in supplements],
        "DanhSachGiayToKetQua": [_result(row) for row in results],
    }  # fmt: skip


def progress(one: Dossier, tasks: Sequence[Task]) -> list[dict[str, Any]]:
    """CapNhatTienDoHoSoMC: a row for each step that was or is being done."""
    return [
        {
            "MaHoSo": one.ref, "NguoiXuLy": _who(task), "ChucDanh": str(task.get_role_display()),
            "ThoiDiemXuLy": _day(task.closed_at or task.opened_at), "PhongBanXuLy": task.unit.name,
            "NoiDungXuLy": task.name, "TrangThai": rules.national_status(rules.state_of({task.kind})),
            "NgayBatDau": _day(task.opened_at), "NgayKetThucTheoQuyDinh": _day(task.due),
        }
        for task in tasks
        if task.role and task.outcome != "skipped"
    ]  # fmt: skip


def _who(task: Task) -> str:
    person = task.closed_by or task.holder
    return person.full_name if person else ""


def _paper(paper: PaperHandedIn) -> dict[str, Any]:
    files = list(paper.attachments.all())
    kind = ORIGINAL if paper.originals else COPY if paper.copies else ELECTRONIC
    return {"TenGiayTo": paper.name, "SoLuong": paper.originals + paper.copies, "LoaiBan": kind,
            "DuocSoHoa": int(bool(files)), "DuocLayTuKhoDMQG": 0, "MaCSDL": ""}  # fmt: skip


def _fee(payment: Payment) -> dict[str, Any]:
    return {"TenPhiLePhi": str(payment.get_kind_display()), "Gia": payment.amount_vnd, "HinhThucThu": 1,
            "TrangThaiThanhToan": 1, "LyDoMien": payment.ground}  # fmt: skip


def _result(row: Attachment) -> dict[str, Any]:
    return {"TenGiayTo": row.name, "MaKetQua": "", "DuongDanTepTinKetQua": f"/api/v1/files/{row.pk}"}


def _supplement(row: Supplement) -> dict[str, Any]:
    return {"NgayYeuCau": _day(row.asked_at), "NoiDung": "; ".join(row.missing), "LyDo": row.reason,
            "NgayBoSung": _day(row.answered_at), "DaHuy": int(row.cancelled_at is not None)}  # fmt: skip


def _day(moment: datetime | None) -> str:
    """`20230315152000`: as the service writes moments [C]; empty where there is none."""
    return f"{moment.astimezone(VIETNAM):%Y%m%d%H%M%S}" if moment else ""

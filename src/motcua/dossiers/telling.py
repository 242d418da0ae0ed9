"""Who is told what of an event, in words. Pure but for the dossier it is about; no secret and no reason in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.dossiers.models import Dossier, State
from motcua.events.models import Event


@dataclass(frozen=True, slots=True)
class Letter:
    """To the applicant."""

    subject: str
    body: str


# Kinds that an applicant is told of (NĐ 61/2018 Điều 17 khoản 2, 19 khoản 9; NĐ 118/2025 Điều 19 khoản 4): what.
APPLICANT: Final[Mapping[str, str]] = {
    "dossier.received": "Hồ sơ đã được tiếp nhận. Hẹn trả kết quả: {appointment}.",
    "dossier.supplement_asked": "Hồ sơ cần bổ sung: {missing}. Nội dung đầy đủ ghi trên phiếu tại Bộ phận Một cửa.",
    "dossier.payment_asked": "Hồ sơ chờ Ông/Bà thực hiện nghĩa vụ tài chính theo {document}.",
    "dossier.apologised": "Chúng tôi xin lỗi vì chậm trả kết quả. Ngày hẹn mới: {appointment}.",
    "dossier.due_moved": "Lịch làm việc thay đổi; ngày hẹn trả kết quả mới: {after}.",
    "dossier.approved": "Đã có kết quả. Mời Ông/Bà đến nhận hoặc nhận theo cách đã đăng ký.",
    "dossier.told": "{message}",
    "dossier.closed": "Hồ sơ đã đóng vì không được bổ sung trong thời hạn. Ông/Bà có thể nộp hồ sơ mới.",
}
# Kinds that a member of staff is told of: whom (the key of the event's data that names him) and what.
STAFF: Final[Mapping[str, tuple[str, str]]] = {
    "dossier.assigned": ("holder", "Ông/Bà được phân công hồ sơ này."),
    "dossier.taken_over": ("holder_before", "{holder} đã nhận làm thay hồ sơ này: {reason}"),
    "dossier.passed_to_colleague": ("holder", "Hồ sơ này được chuyển cho Ông/Bà."),
    "dossier.sent_back": ("worked", "Hồ sơ này bị trả lại để làm tiếp: {reason}"),
    "dossier.answered": ("asked", "{unit} đã trả lời ý kiến về hồ sơ này."),
}
KINDS: Final = frozenset({*APPLICANT, *STAFF})


def letter(event: Event, dossier: Dossier) -> Letter | None:
    """What the applicant is told; None where this event is not his affair."""
    pattern = APPLICANT.get(event.kind)
    if pattern is None or (event.kind == "dossier.approved" and event.data.get("after") != State.RESOLVED):
        return None
    unit = dossier.desk
    lines = [
        f"Kính gửi Ông/Bà {dossier.applicant_name},", "", pattern.format_map(_Values(event.data)), "",
        f"Mã hồ sơ: {dossier.ref}", f"Thủ tục: {dossier.procedure.name}",
        f"{unit.one_stop_name}, {unit.name}" + (f", điện thoại {unit.telephone}" if unit.telephone else ""),
    ]  # fmt: skip
    return Letter(f"Hồ sơ {dossier.ref}", "\n".join(lines))


def note(event: Event) -> str:
    """What a member of staff is told; empty where nobody is."""
    row = STAFF.get(event.kind)
    return row[1].format_map(_Values(event.data)) if row else ""


class _Values(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "—"

    def __getitem__(self, key: str) -> Any:
        from datetime import datetime

        value = super().__getitem__(key)
        if isinstance(value, list):
            return "; ".join(map(str, value))
        if key == "appointment" and isinstance(value, str) and "T" in value:
            return f"{datetime.fromisoformat(value).astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"
        return value

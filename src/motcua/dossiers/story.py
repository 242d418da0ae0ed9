"""The record told to people: each event of a dossier as a sentence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.events.models import Event

SENTENCES: Final[Mapping[str, Text]] = {
    "dossier.received": Text("Tiếp nhận, số {register} trong sổ", "Accepted, number {register} in the register"),
    "dossier.returned_at_once": Text(
        "Tiếp nhận và trả ngay cho {taken_by}", "Received and returned at once to {taken_by}"
    ),
    "dossier.guided": Text("Yêu cầu bổ sung: {missing}", "Asked to complete: {missing}"),
    "dossier.not_accepted": Text("Không tiếp nhận: {reason}", "Not accepted: {reason}"),
    "dossier.forwarded": Text("Chuyển đến: {to}", "Forwarded to: {to}"),
    "dossier.assigned": Text("Phân công {holder}", "Assigned to {holder}"),
    "dossier.passed_on": Text("{from} nhận hộ, chuyển {unit} giải quyết", "Received by {from} for {unit}"),
    "dossier.taken_over": Text(
        "{holder} nhận thay {holder_before}: {reason}", "{holder} took over from {holder_before}: {reason}"
    ),
    "dossier.refusal_proposed": Text("Đề nghị từ chối giải quyết: {result}", "Refusal proposed: {result}"),
    "dossier.supplement_asked": Text("Yêu cầu bổ sung: {missing}. {reason}", "Asked to complete: {missing}. {reason}"),
    "dossier.supplement_completed": Text(
        "Đã bổ sung; thời hạn tính lại từ đầu, hẹn trả {appointment}",
        "Completed; the limit begins anew, due {appointment}",
    ),
    "dossier.supplement_cancelled": Text("Hủy yêu cầu bổ sung: {reason}", "Request taken back: {reason}"),
    "dossier.closed": Text(
        "Đóng hồ sơ: người nộp không bổ sung đến hết {last_day}", "Closed: not completed by {last_day}"
    ),
    "dossier.payment_asked": Text(
        "Chờ nộp tiền theo {document}; thời hạn tạm dừng", "To be paid by {document}; the limit pauses"
    ),
    "dossier.paused": Text("Tạm dừng: {ground} {document}", "Paused: {ground} {document}"),
    "dossier.resumed": Text("Tiếp tục tính thời hạn, hẹn trả {appointment}", "The limit goes on, due {appointment}"),
    "dossier.consulted": Text(
        "Lấy ý kiến {unit} trong {days} ngày: {question}", "{unit} asked, {days} days: {question}"
    ),
    "dossier.question_received": Text("{unit} đã nhận văn bản lấy ý kiến", "{unit} has the question"),
    "dossier.answered": Text("{unit} trả lời: {answer}", "{unit} answered: {answer}"),
    "dossier.verified_on_site": Text(
        "Kiểm tra tại {place}, có {participants}: {content}", "Checked at {place} with {participants}: {content}"
    ),
    "dossier.apologised": Text(
        "Xin lỗi, hẹn lại {appointment}: {reason}", "Apology, new appointment {appointment}: {reason}"
    ),
    "dossier.fee_taken": Text("Thu phí, lệ phí {amount} đồng", "Fee taken: {amount} dong"),
    "dossier.fee_cancelled": Text("Hủy khoản thu {amount} đồng: {reason}", "Fee of {amount} dong cancelled: {reason}"),
    "dossier.stopped": Text("Dừng giải quyết theo yêu cầu: {reason}", "Stopped at the applicant's wish: {reason}"),
    "dossier.correction_asked": Text(
        "Kết quả có sai sót: {error}; đính chính tại {correction}",
        "Error in the result: {error}; corrected by {correction}",
    ),
    "dossier.correction_begun": Text(
        "Đính chính kết quả của hồ sơ {corrects}: {error}", "Corrects the result of {corrects}: {error}"
    ),
    "dossier.undone": Text("Rút lại thao tác vừa làm", "The last act was taken back"),
    "dossier.passed_to_colleague": Text(
        "Chuyển việc của {holder_before} cho {holder}", "Passed from {holder_before} to {holder}"
    ),
    "dossier.succeeded": Text("{from} kết thúc; {unit} tiếp nhận", "{from} ended; {unit} took over"),
    "dossier.deadline_passed": Text("Hết hạn chờ, đi tiếp: {to}", "The wait is over, on to: {to}"),
    "dossier.process_moved": Text(
        "Chuyển sang quy trình phiên bản {to}: {reason}", "Moved to version {to} of the process: {reason}"
    ),
    "file.removed": Text("Hủy tệp hết thời hạn bảo quản: {file}", "File destroyed after its time: {file}"),
    "dossier.told": Text("Báo người nộp: {message}", "The applicant is told: {message}"),
    "dossier.taken": Text("{holder} nhận xử lý", "{holder} took it"),
    "dossier.resolved": Text("Giải quyết xong, trình: {result}", "Worked out and submitted: {result}"),
    "dossier.approved": Text("Phê duyệt", "Approved"),
    "dossier.sent_back": Text("Trả lại để làm tiếp: {reason}", "Sent back: {reason}"),
    "dossier.returned": Text("Trả kết quả cho {taken_by} ({proof})", "Returned to {taken_by} ({proof})"),
    "dossier.withdrawn": Text("Người nộp rút hồ sơ: {reason}", "Withdrawn: {reason}"),
    "dossier.files_added": Text("Thêm tệp: {files}", "Files added: {files}"),
    "dossier.due_moved": Text("Lịch thay đổi, hẹn trả dời đến {after}", "Calendar changed, now due {after}"),
    "slip.printed": Text(
        "In Mẫu {form}, số {number}, lần {print}", "Form {form} printed, number {number}, time {print}"
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the timeline."""

    at: datetime
    who: str
    what: Text
    ground: str


def told(events: Iterable[Event]) -> Iterator[Told]:
    """Events as sentences, in the order given."""
    for event in events:
        yield Told(event.at, event.actor_name, sentence(event.kind, event.data), event.ground)


def sentence(kind: str, data: Mapping[str, Any]) -> Text:
    """What an event of this kind says; an unknown kind tells its name rather than nothing."""
    words = SENTENCES.get(kind, Text(kind, kind))
    values = _Values({key: _told(key, value) for key, value in data.items()})
    return Text(words.vi.format_map(values), words.en.format_map(values))


def _told(key: str, value: Any) -> Any:
    """Lists in a row, moments as people write them, money with its points."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if key.startswith("appointment") and isinstance(value, str) and "T" in value:
        return f"{datetime.fromisoformat(value).astimezone(VIETNAM):%H:%M %d/%m/%Y}"
    if key == "amount" and isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return "—" if value is None or value == "" else value


class _Values(dict[str, Any]):
    """Fields that an older event lacks are told as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"

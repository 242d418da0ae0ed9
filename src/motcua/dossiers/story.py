"""The record told to people: each event of a dossier as a sentence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

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
    values = _Values({key: ", ".join(value) if isinstance(value, list) else value for key, value in data.items()})
    return Text(words.vi.format_map(values), words.en.format_map(values))


class _Values(dict[str, Any]):
    """Fields that an older event lacks are told as a dash."""

    def __missing__(self, key: str) -> str:
        return "—"

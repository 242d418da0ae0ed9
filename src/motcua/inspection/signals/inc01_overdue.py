"""An incoming document was not dealt with by its day."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Incoming
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of, end_of


def find(document: Incoming, thresholds: Thresholds) -> Iterator[Found]:
    """From the end of that day on."""
    if document.due_on is None or document.done_on is not None:
        return
    since = end_of(document.due_on) + timedelta(days=thresholds["days"])
    if since < document.at:
        evidence = [
            act("Đến", begin_of(document.received_on), document.ref),
            act("Hạn xử lý", begin_of(document.due_on), document.ref),
        ]
        yield Found(document.unit_id, since, SIGNAL.ground, {"ref": document.ref}, evidence)


SIGNAL = Signal(
    code="INC01",
    title=Text("Văn bản đến quá hạn xử lý", "Incoming document overdue"),
    sentence=Text("Văn bản đến số {ref} quá hạn xử lý.", "Incoming document {ref} is past its day."),
    remedy=Text("Giao người xử lý dứt điểm; báo cáo lý do với nơi giao.",
                "Name who finishes it; tell whoever asked."),
    ground="NĐ 30/2020/NĐ-CP Điều 24",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="direction.tasks",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(0, Text("ngày sau hạn", "days after it was due")),
    },
    looks_at="incoming",
)  # fmt: skip

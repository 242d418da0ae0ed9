"""The answer to a petition was not published within its days."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.voices import Voice
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(petition: Voice, thresholds: Thresholds) -> Iterator[Found]:
    """Two working days after the answer."""
    if petition.publish_by is None or petition.published_at is not None:
        return
    since = petition.publish_by + timedelta(hours=thresholds["hours"])
    if since < petition.at:
        evidence = [
            act("Trả lời", petition.answered_at, petition.ref),
            act("Hạn công khai", petition.publish_by, petition.ref),
        ]
        yield Found(petition.unit_id, since, SIGNAL.ground, {"ref": petition.ref}, evidence)


SIGNAL = Signal(
    code="PET03",
    title=Text("Chưa công khai trả lời", "Answer not published"),
    sentence=Text("Trả lời phản ánh, kiến nghị {ref} chưa được công khai.",
                  "The answer to petition {ref} is not published."),
    remedy=Text("Công khai câu trả lời, bỏ thông tin cá nhân.", "Publish the answer without personal data."),
    ground="QĐ 766/QĐ-TTg (công khai trong 02 ngày làm việc)",
    mark="S",
    severity=Severity.LOW,
    criterion="satisfaction.petitions",
    waits=Waits(),
    find=find,
    thresholds={
        "hours": Threshold(0, Text("giờ quá hạn trước khi báo", "hours over before it is told")),
    },
    looks_at="petition",
)  # fmt: skip

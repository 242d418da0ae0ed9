"""A petition is unanswered past its working days (R22)."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.voices import Voice
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(petition: Voice, thresholds: Thresholds) -> Iterator[Found]:
    """From the closing of the last day on, until it is answered or refused."""
    since = petition.handle_by + timedelta(hours=thresholds["hours"])
    if petition.answered_at is None and petition.refused_at is None and since < petition.at:
        evidence = [
            act("Tiếp nhận", petition.began_at, petition.ref),
            act("Hạn trả lời", petition.handle_by, petition.ref),
        ]
        yield Found(petition.unit_id, since, SIGNAL.ground, {"ref": petition.ref}, evidence)


SIGNAL = Signal(
    code="PET01",
    title=Text("Phản ánh, kiến nghị quá hạn", "Petition over its clock"),
    sentence=Text("Phản ánh, kiến nghị {ref} quá thời hạn trả lời.",
                  "Petition {ref} is past the day by which it is answered."),
    remedy=Text("Trả lời ngay; xin lỗi vì chậm.", "Answer at once, and apologise."),
    ground="NĐ 20/2008/NĐ-CP; QĐ 766/QĐ-TTg (15 ngày làm việc)",
    mark="S",
    severity=Severity.HIGH,
    criterion="satisfaction.petitions",
    waits=Waits(),
    find=find,
    thresholds={
        "hours": Threshold(0, Text("giờ quá hạn trước khi báo", "hours over before it is told")),
    },
    looks_at="petition",
)  # fmt: skip

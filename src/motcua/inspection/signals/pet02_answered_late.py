"""A petition was answered after its working days (R22)."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.voices import Voice
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(petition: Voice, thresholds: Thresholds) -> Iterator[Found]:
    """That day does not go away."""
    answered = petition.answered_at
    if answered is not None and answered > petition.handle_by + timedelta(hours=thresholds["hours"]):
        evidence = [act("Hạn trả lời", petition.handle_by, petition.ref), act("Trả lời", answered, petition.ref)]
        yield Found(petition.unit_id, answered, SIGNAL.ground, {"ref": petition.ref}, evidence)


SIGNAL = Signal(
    code="PET02",
    title=Text("Phản ánh, kiến nghị trả lời muộn", "Petition answered late"),
    sentence=Text("Phản ánh, kiến nghị {ref} được trả lời sau thời hạn.",
                  "Petition {ref} was answered after its day."),
    remedy=Text("Phân công ngay khi nhận; theo dõi hạn mỗi tuần.",
                "Name who answers on the day it comes; look at what falls due each week."),
    ground="NĐ 20/2008/NĐ-CP; QĐ 766/QĐ-TTg (15 ngày làm việc)",
    mark="S",
    severity=Severity.LOW,
    criterion="satisfaction.petitions",
    waits=FOREVER,
    find=find,
    thresholds={
        "hours": Threshold(0, Text("giờ được bỏ qua", "hours passed over")),
    },
    looks_at="petition",
)  # fmt: skip

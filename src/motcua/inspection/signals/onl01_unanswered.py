"""A dossier sent online is unanswered after 8 working hours."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.voices import Sent
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(sent: Sent, thresholds: Thresholds) -> Iterator[Found]:
    """Office hours of the unit's calendar; answered late stays a fact of ONL02."""
    if sent.answered_at is None and sent.minutes > thresholds["minutes"]:
        evidence = [act("Nộp trực tuyến", sent.submitted_at, sent.ref)]
        values = {"ref": sent.ref, "hours": sent.minutes // 60}
        yield Found(sent.unit_id, min(sent.late_from, sent.at), SIGNAL.ground, values, evidence)


SIGNAL = Signal(
    code="ONL01",
    title=Text("Hồ sơ trực tuyến chưa phản hồi", "Online dossier unanswered"),
    sentence=Text("Hồ sơ trực tuyến {ref} chờ {hours} giờ làm việc mà chưa được phản hồi.",
                  "Online dossier {ref} has waited {hours} office hours unanswered."),
    remedy=Text("Tiếp nhận hoặc hướng dẫn bổ sung một lần cho đủ.",
                "Take it, or ask for all that is missing at once."),
    ground="NĐ 118/2025/NĐ-CP Điều 17 khoản 2; trước 01/7/2025: quy ước 8 giờ làm việc",
    mark="C",
    severity=Severity.HIGH,
    criterion="one_stop.online",
    waits=Waits(),
    find=find,
    thresholds={
        "minutes": Threshold(480, Text("phút làm việc chờ phản hồi", "office minutes it may wait")),
    },
    looks_at="online",
)  # fmt: skip

"""A dossier sent online was answered after more than 8 working hours."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.voices import Sent
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(sent: Sent, thresholds: Thresholds) -> Iterator[Found]:
    """That wait does not go away."""
    if sent.answered_at is not None and sent.minutes > thresholds["minutes"]:
        evidence = [act("Nộp trực tuyến", sent.submitted_at, sent.ref), act("Phản hồi", sent.answered_at, sent.ref)]
        values = {"ref": sent.ref, "hours": sent.minutes // 60}
        yield Found(sent.unit_id, sent.answered_at, SIGNAL.ground, values, evidence)


SIGNAL = Signal(
    code="ONL02",
    title=Text("Hồ sơ trực tuyến phản hồi muộn", "Online dossier answered late"),
    sentence=Text("Hồ sơ trực tuyến {ref} được phản hồi sau {hours} giờ làm việc.",
                  "Online dossier {ref} was answered after {hours} office hours."),
    remedy=Text("Phân công người trực hồ sơ trực tuyến mỗi buổi.",
                "Name who looks at the online dossiers each half day."),
    ground="NĐ 118/2025/NĐ-CP Điều 17 khoản 2; trước 01/7/2025: quy ước 8 giờ làm việc",
    mark="C",
    severity=Severity.LOW,
    criterion="one_stop.online",
    waits=FOREVER,
    find=find,
    thresholds={
        "minutes": Threshold(480, Text("phút làm việc chờ phản hồi", "office minutes it may wait")),
    },
    looks_at="online",
)  # fmt: skip

"""A remedy was not reported by its day."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.followed import Ordered
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(ordered: Ordered, thresholds: Thresholds) -> Iterator[Found]:
    """Until it is reported; whoever verifies it is not its owner's fault."""
    since = ordered.due_at + timedelta(days=thresholds["days"])
    if ordered.done_at is None and since < ordered.at:
        evidence = [act("Giao khắc phục", ordered.given_at, ordered.ref), act("Hạn", ordered.due_at, ordered.ref)]
        values = {"ref": ordered.ref, "day": f"{ordered.due_at.astimezone(VIETNAM):%d/%m/%Y}"}
        yield Found(ordered.unit_id, since, SIGNAL.ground, values, evidence)


SIGNAL = Signal(
    code="FUP02",
    title=Text("Khắc phục quá hạn", "Remedy overdue"),
    sentence=Text("Việc khắc phục {ref} hạn {day} chưa có báo cáo.",
                  "The remedy {ref}, due on {day}, was not reported."),
    remedy=Text("Báo cáo kết quả kèm bằng chứng; thủ trưởng đôn đốc.",
                "Report it with evidence; the head presses for it."),
    ground="Thời hạn trong công văn chỉ đạo khắc phục; kết luận kiểm tra (thực hành chung)",
    mark="C",
    severity=Severity.HIGH,
    criterion="direction.follow_up",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(0, Text("ngày sau hạn", "days after it was due")),
    },
    looks_at="remedy",
)  # fmt: skip

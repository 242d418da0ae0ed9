"""A task of the reform plan is not done by its day."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.voices import Planned
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of, end_of


def find(planned: Planned, thresholds: Thresholds) -> Iterator[Found]:
    """Until it is done."""
    since = end_of(planned.due_on) + timedelta(days=thresholds["days"])
    if planned.what == "task" and planned.done_on is None and since < planned.at:
        evidence = [act("Hạn", begin_of(planned.due_on), planned.ref)]
        yield Found(
            planned.unit_id, since, SIGNAL.ground, {"ref": planned.ref, "day": f"{planned.due_on:%d/%m/%Y}"}, evidence
        )


SIGNAL = Signal(
    code="PLN03",
    title=Text("Nhiệm vụ CCHC quá hạn", "Reform task overdue"),
    sentence=Text("Nhiệm vụ “{ref}” hạn {day} chưa hoàn thành.", "The task “{ref}”, due on {day}, is not done."),
    remedy=Text("Chốt người và ngày hoàn thành; báo cáo khó khăn.",
                "Settle who and by when; report what stands in the way."),
    ground="Kế hoạch CCHC năm của đơn vị",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="direction.tasks",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(0, Text("ngày sau hạn", "days after it was due")),
    },
    looks_at="reform",
)  # fmt: skip

"""A report of the reform plan is missing or came late."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.voices import Planned
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of, end_of


def find(planned: Planned, thresholds: Thresholds) -> Iterator[Found]:
    """Missing: until it comes; late: of that one the day does not go away, and a person closes it."""
    line = end_of(planned.due_on) + timedelta(days=thresholds["days"])
    end = planned.at if planned.done_on is None else begin_of(planned.done_on)
    if planned.what == "report" and end >= line:
        evidence = [act("Hạn", begin_of(planned.due_on), planned.ref)]
        if planned.done_on is not None:
            evidence.append(act("Gửi", begin_of(planned.done_on), planned.ref))
        yield Found(
            planned.unit_id, line, SIGNAL.ground, {"ref": planned.ref, "day": f"{planned.due_on:%d/%m/%Y}"}, evidence
        )


SIGNAL = Signal(
    code="PLN02",
    title=Text("Báo cáo CCHC thiếu hoặc muộn", "Reform report missing or late"),
    sentence=Text("Báo cáo “{ref}” hạn {day} chưa gửi hoặc gửi muộn.",
                  "The report “{ref}”, due on {day}, is missing or came late."),
    remedy=Text("Gửi báo cáo kèm biểu; đặt lịch nhắc trước hạn.", "Send it with its tables; set a reminder."),
    ground="Kế hoạch CCHC năm; TT 01/2020/TT-VPCP",
    mark="M",
    severity=Severity.MEDIUM,
    criterion="direction.reports",
    waits=FOREVER,
    find=find,
    thresholds={
        "days": Threshold(0, Text("ngày sau hạn", "days after it was due")),
    },
    looks_at="reform",
)  # fmt: skip

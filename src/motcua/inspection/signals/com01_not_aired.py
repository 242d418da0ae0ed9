"""A planned broadcast or meeting did not take place."""

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
    """Some days after the planned one; what is done later closes it."""
    since = end_of(planned.due_on) + timedelta(days=thresholds["days"])
    if planned.done_on is None and since < planned.at:
        evidence = [act("Kế hoạch", begin_of(planned.due_on), planned.ref)]
        yield Found(
            planned.unit_id, since, SIGNAL.ground, {"ref": planned.ref, "day": f"{planned.due_on:%d/%m/%Y}"}, evidence
        )


SIGNAL = Signal(
    code="COM01",
    title=Text("Kế hoạch tuyên truyền chưa thực hiện", "Communication plan not done"),
    sentence=Text("“{ref}” theo kế hoạch ngày {day} chưa được thực hiện.",
                  "“{ref}”, planned for {day}, did not take place."),
    remedy=Text("Phát bù và ghi ngày phát; xếp lại lịch tuyên truyền.", "Do it and enter the day; plan anew."),
    ground="Kế hoạch tuyên truyền CCHC năm của đơn vị",
    mark="C",
    severity=Severity.LOW,
    criterion="direction.communication",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(7, Text("ngày sau ngày kế hoạch", "days after the planned one")),
    },
    looks_at="broadcast",
)  # fmt: skip

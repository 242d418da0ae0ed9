"""A dossier was passed on to who resolves it after the time the law gives (R13)."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """Also while it still lies at the desk."""
    for step in case.work:
        end = step.closed_at or case.at
        if (
            step.kind == "forward"
            and step.due is not None
            and end > step.due + timedelta(minutes=thresholds["minutes"])
        ):
            evidence = [act("Phải chuyển trước", step.due, case.ref), act(step.name, step.closed_at, case.ref)]
            yield Found(case.desk_id, step.due, case.law.forward.ground, {"ref": case.ref}, evidence, str(step.id))


SIGNAL = Signal(
    code="FWD01",
    title=Text("Chuyển hồ sơ muộn", "Passed on late"),
    sentence=Text("Hồ sơ {ref} được chuyển đến nơi giải quyết sau thời hạn.", "Dossier {ref} was passed on too late."),
    remedy=Text("Chuyển hồ sơ ngay trong ngày; nhận sau 15 giờ thì đầu giờ ngày làm việc sau.",
                "Pass on the same day; what came after 15:00 at the opening of the next."),
    ground="NĐ 61/2018/NĐ-CP Điều 18; NĐ 118/2025/NĐ-CP Điều 18",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="one_stop.on_time",
    waits=FOREVER,
    find=find,
    thresholds={"minutes": Threshold(0, Text("phút sau thời hạn trước khi báo", "minutes late before it is told"))},
)  # fmt: skip

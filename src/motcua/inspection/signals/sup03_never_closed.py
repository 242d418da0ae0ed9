"""The applicant brought nothing, and the dossier was not closed when the law says so (R19)."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """Only where the law of the dossier's day has a day for it."""
    for one in case.requests:
        if one.closes_from is None or one.answered_at is not None or case.resolved_at is not None:
            continue
        since = datetime.combine(one.closes_from, time.min, VIETNAM) + timedelta(days=thresholds["days"])
        if since < case.at and not case.over:
            evidence = [act(f"Yêu cầu bổ sung lần {one.number}", one.asked_at, one.slip)]
            yield Found(case.unit_id, since, case.law.close_days.ground, {"ref": case.ref}, evidence, str(one.number))


SIGNAL = Signal(
    code="SUP03",
    title=Text("Quá hạn bổ sung mà chưa đóng hồ sơ", "Not closed though nothing was brought"),
    sentence=Text("Hồ sơ {ref} đã quá hạn bổ sung mà chưa được đóng.",
                  "Dossier {ref} is past the day for its papers and still open."),
    remedy=Text("Liên hệ người nộp; đóng hồ sơ theo quy định hoặc tiếp tục nếu đã đủ.",
                "Ask the applicant; close it as the law says, or go on where all is there."),
    ground="NĐ 118/2025/NĐ-CP Điều 19 khoản 5",
    mark="S",
    severity=Severity.LOW,
    criterion="one_stop.supplements",
    waits=Waits(),
    find=find,
    thresholds={"days": Threshold(2, Text("ngày sau khi được phép đóng", "days after it may be closed"))},
)  # fmt: skip

"""A result lies at the one-stop for many days: perhaps nobody told its applicant."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """From the decision on; it closes when the result is handed over."""
    if case.resolved_at is None or case.over:
        return
    since = case.resolved_at + timedelta(days=thresholds["days"])
    if since < case.at:
        evidence = [act("Có kết quả", case.resolved_at, case.ref)]
        yield Found(case.desk_id, since, case.law.return_result.ground, {"ref": case.ref}, evidence)


SIGNAL = Signal(
    code="RET01",
    title=Text("Kết quả chưa trả", "Result not handed over"),
    sentence=Text("Kết quả của hồ sơ {ref} đã có nhiều ngày mà chưa trả.",
                  "The result of dossier {ref} has been ready for days and was not handed over."),
    remedy=Text("Gọi hoặc nhắn người nộp; đề nghị trả qua bưu chính công ích.",
                "Call or write to the applicant; offer the postal service."),
    ground="NĐ 61/2018/NĐ-CP Điều 20; NĐ 118/2025/NĐ-CP Điều 22",
    mark="S",
    severity=Severity.LOW,
    criterion="one_stop.returned",
    waits=Waits(),
    find=find,
    thresholds={"days": Threshold(15, Text("ngày sau khi có kết quả", "days after the result"))},
)  # fmt: skip

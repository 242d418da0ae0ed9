"""A result is overdue and nobody apologised (NĐ 61/2018 Điều 19 khoản 9; NĐ 118/2025 Điều 19 khoản 6)."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """Past the promised moment, undecided, the clock with the office, and no apology so far."""
    late_from = case.promised
    if late_from is None or case.stopped or case.resolved_at is not None or case.apology_at is not None:
        return
    since = late_from + timedelta(hours=thresholds["hours"])
    if since < case.at:
        evidence = [act("Hẹn trả", case.promised, case.ref)]
        yield Found(case.unit_id, since, case.law.apologise.ground, {"ref": case.ref}, evidence)


SIGNAL = Signal(
    code="OVD01",
    title=Text("Quá hạn, chưa xin lỗi", "Overdue without apology"),
    sentence=Text("Hồ sơ {ref} đã quá hạn mà chưa có phiếu xin lỗi.",
                  "Dossier {ref} is overdue and nobody apologised."),
    remedy=Text("Phát hành phiếu xin lỗi và hẹn lại ngày trả; giao người xử lý dứt điểm.",
                "Issue the apology with a new day; name who finishes it."),
    ground="NĐ 61/2018/NĐ-CP Điều 19 khoản 9; NĐ 118/2025/NĐ-CP Điều 19 khoản 6",
    mark="S",
    severity=Severity.HIGH,
    criterion="one_stop.late_with_apology",
    waits=Waits(),
    find=find,
    thresholds={"hours": Threshold(0, Text("giờ quá hạn trước khi báo", "hours overdue before it is told"))},
)  # fmt: skip

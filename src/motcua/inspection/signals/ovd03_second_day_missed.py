"""The one new day that was promised with the apology has passed too."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """The law gives one re-appointment; there is no third day."""
    if case.apology_until is None or case.stopped or case.resolved_at is not None:
        return
    since = case.apology_until + timedelta(hours=thresholds["hours"])
    if since < case.at:
        evidence = [act("Phiếu xin lỗi", case.apology_at, case.ref), act("Hẹn lại", case.apology_until, case.ref)]
        yield Found(case.unit_id, since, case.law.apologise.ground, {"ref": case.ref}, evidence)


SIGNAL = Signal(
    code="OVD03",
    title=Text("Lỡ cả ngày hẹn lại", "The second day missed too"),
    sentence=Text("Hồ sơ {ref} đã xin lỗi, hẹn lại một lần mà vẫn quá hẹn.",
                  "Dossier {ref} is past the new day that was promised with the apology."),
    remedy=Text("Lãnh đạo trực tiếp chỉ đạo giải quyết ngay; luật chỉ cho hẹn lại một lần.",
                "The head takes it in hand; the law gives one new day only."),
    ground="NĐ 61/2018/NĐ-CP Điều 19 khoản 9; NĐ 118/2025/NĐ-CP Điều 19 khoản 6",
    mark="S",
    severity=Severity.HIGH,
    criterion="one_stop.late",
    waits=Waits(),
    find=find,
    thresholds={"hours": Threshold(0, Text("giờ quá ngày hẹn lại trước khi báo", "hours past the new day"))},
)  # fmt: skip

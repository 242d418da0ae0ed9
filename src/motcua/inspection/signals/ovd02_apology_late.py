"""An apology came after the day the law gives for it (R21)."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """The apology itself says that it came late; that day does not go away."""
    if case.apology_at is not None and case.apology_late:
        evidence = [act("Phiếu xin lỗi", case.apology_at, case.ref), act("Hẹn trả", case.promised, case.ref)]
        yield Found(case.unit_id, case.apology_at, case.law.apologise.ground, {"ref": case.ref}, evidence)


SIGNAL = Signal(
    code="OVD02",
    title=Text("Xin lỗi muộn", "Apology too late"),
    sentence=Text("Phiếu xin lỗi của hồ sơ {ref} được phát hành sau thời điểm luật cho phép.",
                  "The apology for dossier {ref} was issued after the last moment the law gives."),
    remedy=Text("Theo dõi hồ sơ sắp đến hạn mỗi sáng; xin lỗi chậm nhất một ngày trước khi hết hạn.",
                "Look at what falls due each morning; apologise a day before at the latest."),
    ground="NĐ 61/2018/NĐ-CP Điều 19 khoản 9; NĐ 118/2025/NĐ-CP Điều 19 khoản 6",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="one_stop.late_with_apology",
    waits=FOREVER,
    find=find,
)  # fmt: skip

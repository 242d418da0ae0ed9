"""More papers were asked for after the days the law gives."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """Each request after its last moment is a finding of its own."""
    for one in case.requests:
        if one.last is not None and one.asked_at > one.last:
            evidence = [act(f"Yêu cầu bổ sung lần {one.number}", one.asked_at, one.slip),
                        act("Muộn nhất", one.last, case.ref)]  # fmt: skip
            values = {"ref": case.ref, "days": case.law.supplement_days.value}
            yield Found(case.unit_id, one.asked_at, case.law.supplement_days.ground, values, evidence, str(one.number))


SIGNAL = Signal(
    code="SUP02",
    title=Text("Yêu cầu bổ sung quá thời hạn", "Papers asked too late"),
    sentence=Text("Hồ sơ {ref} bị yêu cầu bổ sung sau {days} ngày làm việc kể từ khi tiếp nhận.",
                  "More papers of dossier {ref} were asked for after {days} working days."),
    remedy=Text("Thẩm định ngay khi nhận; quá thời hạn thì không được trả lại để bổ sung.",
                "Appraise at once; after the limit nothing may be asked for."),
    ground="NĐ 61/2018/NĐ-CP Điều 19 khoản 4; NĐ 118/2025/NĐ-CP Điều 19 khoản 5",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="one_stop.supplements",
    waits=FOREVER,
    find=find,
)  # fmt: skip

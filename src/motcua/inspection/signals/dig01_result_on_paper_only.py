"""A result was decided and no electronic copy of it is kept."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """After some days of grace; a refusal has its slip instead."""
    if case.resolved_at is None or case.refused or case.digitised_at is not None:
        return
    since = case.resolved_at + timedelta(days=thresholds["days"])
    if since < case.at:
        evidence = [act("Có kết quả", case.resolved_at, case.ref)]
        yield Found(case.unit_id, since, SIGNAL.ground, {"ref": case.ref}, evidence)


SIGNAL = Signal(
    code="DIG01",
    title=Text("Kết quả chưa số hóa", "Result not digitised"),
    sentence=Text("Kết quả của hồ sơ {ref} chưa có bản điện tử trong phần mềm.",
                  "The result of dossier {ref} has no electronic copy."),
    remedy=Text("Ký số hoặc quét kết quả và gắn vào hồ sơ.", "Sign or scan the result and attach it."),
    ground="NĐ 107/2021/NĐ-CP Điều 1 (NĐ 61/2018 Điều 21a); TT 01/2023/TT-VPCP",
    mark="M",
    severity=Severity.MEDIUM,
    criterion="one_stop.digitised_results",
    waits=Waits(),
    find=find,
    thresholds={"days": Threshold(3, Text("ngày sau khi có kết quả", "days after the result"))},
)  # fmt: skip

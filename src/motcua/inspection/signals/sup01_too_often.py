"""The applicant was sent for more papers oftener than the law allows."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """How often is the law of the dossier's day; evidence: the requests beyond."""
    most = case.law.supplement_at_most
    beyond = case.requests[most.value :]
    if beyond:
        evidence = [act(f"Yêu cầu bổ sung lần {one.number}", one.asked_at, one.slip) for one in beyond]
        values = {"ref": case.ref, "times": len(case.requests), "most": most.value}
        yield Found(case.unit_id, beyond[0].asked_at, most.ground, values, evidence, group=case.procedure)


SIGNAL = Signal(
    code="SUP01",
    title=Text("Yêu cầu bổ sung quá số lần", "Sent back too often"),
    sentence=Text("Hồ sơ {ref} bị yêu cầu bổ sung {times} lần; luật cho phép {most} lần.",
                  "Dossier {ref} was sent back {times} times; the law allows {most}."),
    remedy=Text("Xin lỗi người nộp; rà soát giấy tờ đã đòi và hướng dẫn một lần cho đủ.",
                "Apologise; review what was asked, and ask for everything at once."),
    ground="NĐ 61/2018/NĐ-CP Điều 11 khoản 2 điểm c; NĐ 118/2025/NĐ-CP Điều 11",
    mark="S",
    severity=Severity.HIGH,
    criterion="one_stop.supplements",
    waits=FOREVER,
    find=find,
)  # fmt: skip

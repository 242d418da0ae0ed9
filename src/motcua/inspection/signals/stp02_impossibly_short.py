"""Appraisal and approval within moments: entered afterwards, or nobody read the dossier."""

from collections.abc import Iterator
from typing import Final

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds

MEANT: Final = ("resolve", "approve")  # steps in which somebody has to read


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """Every such step done that fast; of procedures with several the sum would hide one."""
    done = [(step, step.closed_at) for step in case.work if step.kind in MEANT and step.outcome == "done"]
    fast = [(step, end) for step, end in done if end and (end - step.opened_at).total_seconds() < thresholds["seconds"]]
    if len(done) > 1 and len(fast) == len(done):
        evidence = [act(step.name, end, case.ref) for step, end in fast]
        last = max(end for _, end in fast)
        yield Found(case.unit_id, last, SIGNAL.ground, {"ref": case.ref, "steps": len(fast)}, evidence)


SIGNAL = Signal(
    code="STP02",
    title=Text("Các bước xong trong chốc lát", "Steps impossibly short"),
    sentence=Text("{steps} bước thẩm định, phê duyệt của hồ sơ {ref} xong trong chốc lát: "
                  "có thể nhập sau khi đã làm trên giấy.",
                  "{steps} steps of dossier {ref} were done within moments: perhaps entered after the fact."),
    remedy=Text("Xem nhật ký và người thao tác; nhắc xử lý trên phần mềm đúng lúc làm.",
                "Look at who did it; work in the software when it is done."),
    ground="NĐ 61/2018/NĐ-CP Điều 25; NĐ 118/2025/NĐ-CP Điều 19 (cập nhật kịp thời vào hệ thống)",
    mark="C",
    severity=Severity.LOW,
    criterion="one_stop.in_software",
    waits=FOREVER,
    find=find,
    thresholds={"seconds": Threshold(60, Text("giây, mỗi bước ít hơn thế", "seconds, each step less than that"))},
)  # fmt: skip

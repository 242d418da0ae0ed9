"""A step took longer than its own limit in the internal process."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a step; steps of one name and unit have one cause. Forwarding has a signal of its own (FWD01)."""
    for step in case.work:
        end = step.closed_at or case.at
        if step.kind == "forward" or step.due is None or end <= step.due + timedelta(minutes=thresholds["minutes"]):
            continue
        evidence = [act("Hạn của bước", step.due, case.ref), act(step.name, step.closed_at, case.ref)]
        yield Found(step.unit_id, step.due, SIGNAL.ground, {"ref": case.ref, "step": step.name}, evidence, str(step.id),
                    step.name[:100])  # fmt: skip


SIGNAL = Signal(
    code="STP01",
    title=Text("Bước xử lý quá hạn", "Step over its limit"),
    sentence=Text("Bước “{step}” của hồ sơ {ref} quá thời hạn của quy trình.",
                  "The step “{step}” of dossier {ref} is over the limit of its process."),
    remedy=Text("Hỏi người giữ bước; chia bớt việc hoặc sửa thời hạn của quy trình nếu không thực tế.",
                "Ask who holds it; share the work, or change a limit that is not real."),
    ground="Quy trình nội bộ đã phê duyệt (TT 01/2018/TT-VPCP Điều 8)",
    mark="S",
    severity=Severity.LOW,
    criterion="one_stop.on_time",
    waits=FOREVER,
    find=find,
    thresholds={"minutes": Threshold(0, Text("phút quá hạn trước khi báo", "minutes over before it is told"))},
)  # fmt: skip

"""A dossier left the process to which it is pinned: replayed step by step, one finding a deviation."""

from collections.abc import Iterator
from datetime import datetime

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, Work, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """A step of another version, or one that was opened though none of those it follows had been begun.

    Linear in the steps of the dossier; opinions asked outside the process have no step and are left alone.
    """
    first: dict[str, datetime] = {}  # when each step was begun; what was not needed is a step too, passed at once
    for step in case.work:
        if step.key:
            first[step.key] = min(first.get(step.key, step.opened_at), step.opened_at)
    for step in case.work:
        if not step.pinned and step.closed_at is None:  # what was done before a move keeps its own step
            yield _found(case, step, "là bước của quy trình khác")
        elif step.after and not any(first[key] <= step.opened_at for key in step.after if key in first):
            yield _found(case, step, "mở khi chưa qua bước nào trước nó")


def _found(case: Case, step: Work, why: str) -> Found:
    values = {"ref": case.ref, "step": step.name, "why": why}
    return Found(
        step.unit_id, step.opened_at, SIGNAL.ground, values, [act(step.name, step.opened_at, case.ref)], str(step.id)
    )


SIGNAL = Signal(
    code="PRC01",
    title=Text("Không theo quy trình nội bộ", "Left its process"),
    sentence=Text("Hồ sơ {ref}: bước “{step}” {why}.",
                  "Dossier {ref}: step “{step}” does not follow its process ({why})."),
    remedy=Text("Xem ai mở bước và vì sao; sửa quy trình nếu thực tế khác.",
                "See who opened it and why; change the process where life is otherwise."),
    ground="TT 01/2018/TT-VPCP Điều 8 (quy trình nội bộ, quy trình điện tử)",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="one_stop.process",
    waits=FOREVER,
    find=find,
)  # fmt: skip

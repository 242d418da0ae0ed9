"""A procedure in force has no internal process."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.catalogue import InForce
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(procedure: InForce, thresholds: Thresholds) -> Iterator[Found]:
    """From its first day in force, or the end of the process before."""
    since = procedure.since + timedelta(days=thresholds["days"])
    if not procedure.process and since < procedure.at:
        yield Found(
            procedure.unit_id,
            since,
            SIGNAL.ground,
            {"ref": procedure.procedure},
            [act("Có hiệu lực", procedure.since, procedure.procedure)],
        )


SIGNAL = Signal(
    code="PRC02",
    title=Text("Thiếu quy trình nội bộ", "No internal process"),
    sentence=Text("Thủ tục {ref} đang có hiệu lực mà chưa có quy trình nội bộ.",
                  "Procedure {ref} is in force and has no internal process."),
    remedy=Text("Phê duyệt quy trình nội bộ và đưa vào phần mềm.",
                "Approve the process and put it into the software."),
    ground="TT 01/2018/TT-VPCP Điều 8",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="procedures.process",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(15, Text("ngày sau khi có hiệu lực", "days after it is in force")),
    },
    looks_at="process",
)  # fmt: skip

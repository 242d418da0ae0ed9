"""A question of the checklist was not met when a team was at the unit."""

from collections.abc import Iterator

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.inspected import Inspected
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(inspected: Inspected, _thresholds: Thresholds) -> Iterator[Found]:
    """A fact of the past, signed by both sides: it goes away when its mending is verified."""
    if inspected.result != "fail":
        return
    told = "Chưa đạt" if inspected.missing is None else f"Chưa đạt, thiếu {inspected.missing}"
    told += f" trong mẫu {inspected.of}" if inspected.missing is not None and inspected.of else ""
    evidence = [act(told, inspected.said_at, f"câu {inspected.ref}")]
    evidence += [act(text, inspected.said_at) for text in inspected.defects]
    if inspected.photos:
        evidence.append(act("Ảnh", inspected.said_at, ", ".join(inspected.photos)))
    evidence.append(act("Biên bản kiểm tra hai bên đã ký", inspected.signed_at, inspected.minutes))
    values = {"ref": inspected.ref, "text": inspected.text, "day": f"{inspected.said_at.astimezone(VIETNAM):%d/%m/%Y}"}
    yield Found(inspected.unit_id, inspected.signed_at, inspected.ground or SIGNAL.ground, values, evidence,
                group=inspected.ref)  # fmt: skip


SIGNAL = Signal(
    code="VIS01",
    title=Text("Điểm chưa đạt khi kiểm tra tại đơn vị", "Not met at an inspection"),
    sentence=Text("Câu {ref} chưa đạt khi kiểm tra tại đơn vị ngày {day}: {text}",
                  "Question {ref} was not met at the inspection on {day}: {text}"),
    remedy=Text("Khắc phục theo biên bản kiểm tra, báo cáo kèm bằng chứng.",
                "Mend what the minutes say, report it with evidence."),
    ground="NĐ 63/2010/NĐ-CP Điều 35a (kiểm tra); biên bản kiểm tra",
    mark="M",
    severity=Severity.MEDIUM,
    criterion="direction.follow_up",
    waits=FOREVER,
    find=find,
    looks_at="inspected",
)  # fmt: skip

"""Nothing was done to an open dossier for many days, and nobody waits for its applicant."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """By the last act of the record, whoever did it."""
    if case.stopped or case.resolved_at is not None:
        return
    since = case.changed_at + timedelta(days=thresholds["days"])
    if since < case.at:
        yield Found(case.unit_id, since, SIGNAL.ground, {"ref": case.ref, "days": (case.at - case.changed_at).days},
                    [act("Thao tác gần nhất", case.changed_at, case.ref)])  # fmt: skip


SIGNAL = Signal(
    code="IDL01",
    title=Text("Hồ sơ nằm im", "Nothing happens"),
    sentence=Text("Hồ sơ {ref} không có thao tác nào trong {days} ngày.",
                  "Nothing was done to dossier {ref} for {days} days."),
    remedy=Text("Hỏi người đang giữ; chuyển người khác nếu vắng.", "Ask who holds it; pass it on where he is away."),
    ground="NĐ 61/2018/NĐ-CP Điều 19; quy ước của phần mềm về số ngày",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="one_stop.on_time",
    waits=Waits(),
    find=find,
    thresholds={"days": Threshold(10, Text("ngày không có thao tác", "days without an act"))},
)  # fmt: skip

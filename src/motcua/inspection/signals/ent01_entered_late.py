"""A dossier was put into the software on a later working day than it was received."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.reconciled import Entered
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of


def find(entered: Entered, thresholds: Thresholds) -> Iterator[Found]:
    """That day does not go away."""
    if entered.days > thresholds["days"]:
        evidence = [
            act(f"Nhận, theo {entered.kind}", begin_of(entered.received_on), entered.kind),
            act("Nhập vào phần mềm", begin_of(entered.entered_on), entered.ref),
        ]
        values = {"ref": entered.ref, "days": entered.days}
        since = begin_of(entered.entered_on)
        yield Found(entered.unit_id, since, SIGNAL.ground, values, evidence, group=entered.kind)


SIGNAL = Signal(
    code="ENT01",
    title=Text("Nhập vào phần mềm muộn", "Entered late"),
    sentence=Text("Hồ sơ {ref} được nhập vào phần mềm {days} ngày làm việc sau ngày nhận.",
                  "Dossier {ref} was entered {days} working days after it was received."),
    remedy=Text("Nhập hồ sơ ngay tại quầy; không dồn cuối tuần, cuối tháng.",
                "Enter at the desk, not at the end of the week or month."),
    ground="NĐ 61/2018/NĐ-CP Điều 17 khoản 1; số ngày là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="one_stop.in_software",
    waits=FOREVER,
    find=find,
    thresholds={
        "days": Threshold(1, Text("ngày làm việc sau ngày nhận", "working days after reception")),
    },
    looks_at="entered",
)  # fmt: skip

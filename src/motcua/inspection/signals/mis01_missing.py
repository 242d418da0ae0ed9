"""A dossier that other sources know is not in the software."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.reconciled import Missing
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of, end_of


def find(missing: Missing, thresholds: Thresholds) -> Iterator[Found]:
    """Some days after the day on which it arose; closes when it is entered, or somebody says that it is none."""
    since = end_of(missing.received_on) + timedelta(days=thresholds["days"])
    if missing.closed_at is None and since < missing.at:
        evidence = [act(missing.kind, begin_of(missing.received_on), missing.ref)]
        values = {"source": missing.kind, "number": missing.ref, "day": f"{missing.received_on:%d/%m/%Y}"}
        yield Found(missing.unit_id, since, SIGNAL.ground, values, evidence, group=missing.kind)


SIGNAL = Signal(
    code="MIS01",
    title=Text("Hồ sơ có trên giấy, thiếu trong phần mềm", "Dossier on paper, not in the software"),
    sentence=Text("{source} số {number}, nhận ngày {day}: không có hồ sơ trong phần mềm.",
                  "{source} no. {number}, received {day}: there is no dossier in the software."),
    remedy=Text("Mở trang Đối chiếu hồ sơ của tháng, nhập hồ sơ còn thiếu hoặc ghi vì sao không phải hồ sơ.",
                "Open the reconciliation of the month; enter what is missing, or say why it is no dossier."),
    ground="NĐ 61/2018/NĐ-CP Điều 17 khoản 1, 4",
    mark="S",
    severity=Severity.HIGH,
    criterion="one_stop.in_software",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(3, Text("ngày sau ngày nhận", "days after reception")),
    },
    looks_at="missing",
)  # fmt: skip

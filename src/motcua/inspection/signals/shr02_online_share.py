"""Few dossiers of a month came online."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.units import Month
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(month: Month, thresholds: Thresholds) -> Iterator[Found]:
    """Of those received at this desk."""
    share = 100 * month.online // month.received
    if share < thresholds["percent"]:
        values = {"ref": month.ref, "online": month.online, "received": month.received, "share": share}
        evidence = [act(f"{month.online}/{month.received} hồ sơ trực tuyến", month.over_at, month.ref)]
        yield Found(month.unit_id, month.over_at, SIGNAL.ground, values, evidence)


def knows(month: Month, thresholds: Thresholds) -> bool:
    """Enough dossiers to speak of a share."""
    return month.received >= max(1, thresholds["dossiers"])


SIGNAL = Signal(
    code="SHR02",
    title=Text("Ít hồ sơ trực tuyến", "Few online dossiers"),
    sentence=Text("Tháng {ref}: {online}/{received} hồ sơ nộp trực tuyến ({share} %).",
                  "{ref}: {online} of {received} dossiers came online ({share} %)."),
    remedy=Text("Hướng dẫn nộp trực tuyến tại quầy; tổ công nghệ số cộng đồng hỗ trợ.",
                "Show people at the desk how to send online."),
    ground="QĐ 766/QĐ-TTg (dịch vụ trực tuyến); ngưỡng là quy ước",
    mark="C",
    severity=Severity.LOW,
    criterion="digital.online",
    waits=Waits(),
    find=find,
    thresholds={
        "percent": Threshold(10, Text("% trực tuyến, ít nhất", "% online, at least")),
        "dossiers": Threshold(20, Text("hồ sơ để kết luận", "dossiers needed to say anything")),
    },
    looks_at="month",
    knows=knows,
)  # fmt: skip

"""A one-stop was without connection in office hours."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.premises import Line
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(line: Line, thresholds: Thresholds) -> Iterator[Found]:
    """Over the last seven days, as its own browsers measured it."""
    if line.minutes > thresholds["minutes"]:
        values = {"ref": line.ref, "minutes": line.minutes, "times": len(line.outages)}
        evidence = [act(f"Mất kết nối đến {end:%H:%M}", begin, line.ref) for begin, end in line.outages[:20]]
        yield Found(line.unit_id, line.outages[0][0], SIGNAL.ground, values, evidence)


SIGNAL = Signal(
    code="CON01",
    title=Text("Mất kết nối", "No connection"),
    sentence=Text("{ref}: mất kết nối {minutes} phút trong giờ làm việc, {times} lần trong 7 ngày qua.",
                  "{ref}: {minutes} minutes of office hours without connection, {times} times in the last 7 days."),
    remedy=Text("Báo nhà mạng; chuẩn bị đường dự phòng.", "Call the provider; have a second line."),
    ground="NĐ 61/2018/NĐ-CP Điều 13, Điều 25; số phút là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="digital.connection",
    waits=Waits(),
    find=find,
    thresholds={
        "minutes": Threshold(60, Text("phút mất kết nối trong 7 ngày", "minutes without connection in seven days")),
    },
    looks_at="connection",
)  # fmt: skip

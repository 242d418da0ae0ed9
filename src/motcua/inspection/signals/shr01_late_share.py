"""Too large a share of the results of a month was late."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.units import Month
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(month: Month, thresholds: Thresholds) -> Iterator[Found]:
    """Each late one has its own finding; this one is of the whole."""
    share = 100 * month.late // month.decided
    if share > thresholds["percent"]:
        values = {"ref": month.ref, "late": month.late, "decided": month.decided, "share": share}
        evidence = [act(f"{month.late}/{month.decided} hồ sơ quá hạn", month.over_at, month.ref)]
        yield Found(month.unit_id, month.over_at, SIGNAL.ground, values, evidence)


def knows(month: Month, thresholds: Thresholds) -> bool:
    """Enough results to speak of a share."""
    return month.decided >= max(1, thresholds["dossiers"])


SIGNAL = Signal(
    code="SHR01",
    title=Text("Tỷ lệ quá hạn cao", "Many late results"),
    sentence=Text("Tháng {ref}: {late}/{decided} hồ sơ giải quyết quá hạn ({share} %).",
                  "{ref}: {late} of {decided} results late ({share} %)."),
    remedy=Text("Xem bước nào giữ lâu nhất; thêm người hoặc sửa quy trình.",
                "See which step holds them; add people or change the process."),
    ground="QĐ 766/QĐ-TTg (tiến độ giải quyết); ngưỡng là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="one_stop.on_time",
    waits=Waits(),
    find=find,
    thresholds={
        "percent": Threshold(5, Text("% quá hạn được phép", "% that may be late")),
        "dossiers": Threshold(20, Text("hồ sơ để kết luận", "dossiers needed to say anything")),
    },
    looks_at="month",
    knows=knows,
)  # fmt: skip

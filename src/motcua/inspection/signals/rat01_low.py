"""Citizens rated a one-stop low over a month."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.units import Month
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(month: Month, thresholds: Thresholds) -> Iterator[Found]:
    """Share of 4 and 5 of 5; too few slips say nothing."""
    share = 100 * month.content // month.rated
    if share < thresholds["percent"]:
        values = {"ref": month.ref, "share": share, "rated": month.rated, "least": thresholds["percent"]}
        evidence = [act(f"{month.content}/{month.rated} phiếu hài lòng", month.over_at, month.ref)]
        yield Found(month.unit_id, month.over_at, SIGNAL.ground, values, evidence)


def knows(month: Month, thresholds: Thresholds) -> bool:
    """Enough slips to say anything."""
    return month.rated >= max(1, thresholds["slips"])


SIGNAL = Signal(
    code="RAT01",
    title=Text("Mức hài lòng thấp", "Low rating"),
    sentence=Text("Tháng {ref}: {share} % trong {rated} phiếu hài lòng, dưới mức {least} %.",
                  "{ref}: {share} % of {rated} slips content, below {least} %."),
    remedy=Text("Đọc các phiếu thấp, gọi người dân; sửa điều họ nói trước.",
                "Read the low ones, call the people; mend what they name first."),
    ground="QĐ 766/QĐ-TTg (mức độ hài lòng); ngưỡng là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="satisfaction.rating",
    waits=Waits(),
    find=find,
    thresholds={
        "percent": Threshold(90, Text("% phiếu hài lòng, ít nhất", "% content, at least")),
        "slips": Threshold(5, Text("phiếu để kết luận", "slips needed to say anything")),
    },
    looks_at="month",
    knows=knows,
)  # fmt: skip

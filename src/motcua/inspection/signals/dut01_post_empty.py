"""A post of the one-stop stood empty in the last seven days."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.premises import BRANCHES, Duty
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(duty: Duty, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a branch; a recorded ground does not fill the post, it explains it."""
    for branch in sorted({one.branch for one in duty.empty if one.rostered}):
        days = [
            one for one in duty.empty if one.branch == branch and one.minutes >= thresholds["minutes"] and one.rostered
        ]
        if len(days) >= thresholds["days"]:
            values = {
                "ref": duty.ref,
                "branch": BRANCHES[branch],
                "days": len(days),
                "minutes": sum(one.minutes for one in days),
            }
            evidence = [
                act(
                    f"Trống {one.minutes} phút" + (f" ({one.ground})" if one.ground else ""),
                    one.since,
                    BRANCHES[branch],
                )
                for one in days
            ]
            yield Found(duty.unit_id, days[0].since, SIGNAL.ground, values, evidence, branch or "own", branch or "own")


SIGNAL = Signal(
    code="DUT01",
    title=Text("Vị trí trực trống", "Duty post empty"),
    sentence=Text("{ref}: vị trí {branch} không có người trực {days} ngày trong 7 ngày qua, tổng {minutes} phút.",
                  "{ref}: the post of {branch} stood empty on {days} of the last 7 days, {minutes} minutes in all."),
    remedy=Text("Gọi người trực thay; thống nhất lịch trực với cơ quan cử người.",
                "Call a stand-in; settle the roster with the agency that sends people."),
    ground="NĐ 61/2018/NĐ-CP Điều 8, Điều 12 khoản 8; NĐ 118/2025/NĐ-CP Điều 12",
    mark="M",
    severity=Severity.HIGH,
    criterion="staff.duty",
    waits=Waits(),
    find=find,
    thresholds={
        "minutes": Threshold(60, Text("phút trống trong ngày, ít nhất", "minutes empty on a day, at least")),
        "days": Threshold(1, Text("ngày trống trong 7 ngày, ít nhất", "days empty of seven, at least")),
    },
    looks_at="duty",
)  # fmt: skip

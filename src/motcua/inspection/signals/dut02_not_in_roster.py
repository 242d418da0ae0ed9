"""The law asks for a post that the roster of the one-stop lacks."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.premises import BRANCHES, Duty
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(duty: Duty, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a branch."""
    for branch in duty.missing:
        first = next(one for one in duty.empty if one.branch == branch and not one.rostered)
        values = {"ref": duty.ref, "branch": BRANCHES[branch]}
        yield Found(
            duty.unit_id,
            first.since,
            SIGNAL.ground,
            values,
            [act("Lịch trực không có", first.since, BRANCHES[branch])],
            branch,
            branch,
        )


SIGNAL = Signal(
    code="DUT02",
    title=Text("Lịch trực thiếu vị trí", "Post missing in the roster"),
    sentence=Text("{ref}: lịch trực không có vị trí {branch}.", "{ref}: the roster has no post of {branch}."),
    remedy=Text("Đề nghị cơ quan ngành dọc cử người; bổ sung lịch trực.",
                "Ask the agency to send somebody; add the post."),
    ground="NĐ 61/2018/NĐ-CP Điều 8; NĐ 118/2025/NĐ-CP Điều 8; ngày trực là quy ước",
    mark="C",
    severity=Severity.HIGH,
    criterion="staff.duty",
    waits=Waits(),
    find=find,
    looks_at="duty",
)  # fmt: skip

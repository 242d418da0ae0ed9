"""Nothing new on a unit's site for many days."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.units import Portal
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of


def find(portal: Portal, thresholds: Thresholds) -> Iterator[Found]:
    """By the day of its newest article."""
    begun = portal.since if portal.last_on is None else max(portal.since, begin_of(portal.last_on))
    since = begun + timedelta(days=thresholds["days"])
    if since < portal.at:
        values = {"ref": portal.ref, "days": (portal.at - begun).days}
        yield Found(portal.unit_id, since, SIGNAL.ground, values, [act("Bài mới nhất", begun, portal.ref)])


SIGNAL = Signal(
    code="POR02",
    title=Text("Trang thông tin im lặng", "Silent portal"),
    sentence=Text("Trang của {ref} không có bài mới trong {days} ngày.",
                  "Nothing new on the site of {ref} for {days} days."),
    remedy=Text("Đăng ngay tin của đơn vị; phân công người cập nhật.", "Publish what is new; name who keeps it."),
    ground="NĐ 42/2022/NĐ-CP (cập nhật thông tin); ngưỡng là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="digital.portal",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(45, Text("ngày không có bài mới", "days without a new article")),
    },
    looks_at="portal",
)  # fmt: skip

"""Most articles of a unit's site are another unit's."""

from collections.abc import Iterator

from motcua.base.clock import VIETNAM
from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.units import Portal
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of


def find(portal: Portal, thresholds: Thresholds) -> Iterator[Found]:
    """An article is copied when more than half of it stands in an earlier one of another unit."""
    share = 100 * portal.copied // portal.articles
    if share > thresholds["percent"]:
        values = {"ref": portal.ref, "copied": portal.copied, "articles": portal.articles}
        evidence = [
            act(f"{portal.copied}/{portal.articles} bài trùng bài của đơn vị khác", portal.looked_at, portal.ref)
        ]
        yield Found(
            portal.unit_id,
            max(portal.since, begin_of(portal.at.astimezone(VIETNAM).date().replace(day=1))),
            SIGNAL.ground,
            values,
            evidence,
        )


def knows(portal: Portal, thresholds: Thresholds) -> bool:
    """Enough articles to speak of a share."""
    return portal.articles >= max(1, thresholds["articles"])


SIGNAL = Signal(
    code="POR04",
    title=Text("Tin bài sao chép", "Copied articles"),
    sentence=Text("Trang của {ref}: {copied}/{articles} bài trong 3 tháng trùng bài của đơn vị khác.",
                  "Site of {ref}: {copied} of {articles} articles in 3 months are another unit's."),
    remedy=Text("Viết tin của chính đơn vị; tin chung thì dẫn nguồn.",
                "Write of the unit itself; link what is common."),
    ground="NĐ 42/2022/NĐ-CP; ngưỡng là quy ước",
    mark="C",
    severity=Severity.LOW,
    criterion="digital.portal",
    waits=Waits(),
    find=find,
    thresholds={
        "percent": Threshold(50, Text("% bài sao chép được phép", "% that may be copied")),
        "articles": Threshold(4, Text("bài để kết luận", "articles needed to say anything")),
    },
    looks_at="portal",
    knows=knows,
)  # fmt: skip

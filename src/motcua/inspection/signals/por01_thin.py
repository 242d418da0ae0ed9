"""A thin portal: few or short articles beside the other units' sites."""

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
    """Over three whole months, against the median of the others."""
    few = 100 * portal.articles < thresholds["percent"] * portal.others_articles
    short = portal.articles > 0 and 100 * portal.words < thresholds["percent"] * portal.others_words
    if few or short:
        values = {
            "ref": portal.ref,
            "articles": portal.articles,
            "others": portal.others_articles,
            "words": portal.words,
            "others_words": portal.others_words,
        }
        evidence = [
            act(
                f"{portal.articles} bài trong 3 tháng; trung vị {portal.others} đơn vị khác: {portal.others_articles}",
                portal.looked_at,
            ),
            act(f"{portal.words} từ mỗi bài; trung vị đơn vị khác: {portal.others_words}", portal.looked_at),
        ]
        yield Found(
            portal.unit_id,
            max(portal.since, begin_of(portal.at.astimezone(VIETNAM).date().replace(day=1))),
            SIGNAL.ground,
            values,
            evidence,
        )


def knows(portal: Portal, thresholds: Thresholds) -> bool:
    """Enough other sites for a median."""
    return portal.others >= thresholds["units"]


SIGNAL = Signal(
    code="POR01",
    title=Text("Trang thông tin nghèo nàn", "Thin portal"),
    sentence=Text("Trang của {ref}: {articles} bài trong 3 tháng, mỗi bài {words} từ; trung vị các đơn vị khác "
                  "{others} bài, {others_words} từ.",
                  "Site of {ref}: {articles} articles in 3 months, {words} words each; median of the others {others} "
                  "articles, {others_words} words."),
    remedy=Text("Phân công người viết, mỗi tuần ít nhất một bài về việc của đơn vị.",
                "Name who writes; an article a week on the unit's own work."),
    ground="NĐ 42/2022/NĐ-CP (thông tin trên cổng); ngưỡng là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="digital.portal",
    waits=Waits(),
    find=find,
    thresholds={
        "percent": Threshold(50, Text("% của trung vị các đơn vị khác", "% of the others' median")),
        "units": Threshold(3, Text("đơn vị khác để so sánh", "other units to compare with")),
    },
    looks_at="portal",
    knows=knows,
)  # fmt: skip

"""A procedure was posted after the days its decision allows."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.catalogue import Posted
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of


def find(posted: Posted, thresholds: Thresholds) -> Iterator[Found]:
    """That day does not go away."""
    if posted.posted_on is None:
        return
    line = posted.post_by + timedelta(days=thresholds["days"])
    if begin_of(posted.posted_on) > line:
        evidence = [
            act("Phải niêm yết trước", posted.post_by, posted.decision),
            act("Niêm yết", begin_of(posted.posted_on), posted.procedure),
        ]
        yield Found(posted.unit_id, begin_of(posted.posted_on), SIGNAL.ground, {"ref": posted.procedure}, evidence)


SIGNAL = Signal(
    code="PUB03",
    title=Text("Niêm yết muộn", "Posted late"),
    sentence=Text("Thủ tục {ref} được niêm yết sau thời hạn kể từ quyết định công bố.",
                  "Procedure {ref} was posted after the days its decision allows."),
    remedy=Text("Theo dõi quyết định công bố mới mỗi tuần.", "Look for new decisions each week."),
    ground="NĐ 63/2010/NĐ-CP Điều 15, 17; số ngày là quy ước",
    mark="C",
    severity=Severity.LOW,
    criterion="procedures.posted",
    waits=FOREVER,
    find=find,
    thresholds={
        "days": Threshold(0, Text("ngày sau hạn niêm yết", "days after it should hang there")),
    },
    looks_at="posted",
)  # fmt: skip

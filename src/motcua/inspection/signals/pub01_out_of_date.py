"""A procedure hangs posted in a version that has ended."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.catalogue import Posted
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of, end_of


def find(posted: Posted, thresholds: Thresholds) -> Iterator[Found]:
    """Until it is taken down; some days of grace after the end."""
    if posted.old_on is None or posted.ended_on is None:
        return
    since = end_of(posted.ended_on) + timedelta(days=thresholds["days"])
    if since < posted.at:
        evidence = [
            act("Niêm yết bản cũ", begin_of(posted.old_on), posted.procedure),
            act("Hết hiệu lực", begin_of(posted.ended_on), posted.decision),
        ]
        yield Found(posted.unit_id, since, SIGNAL.ground, {"ref": posted.procedure}, evidence)


SIGNAL = Signal(
    code="PUB01",
    title=Text("Niêm yết bản hết hiệu lực", "Posted out of date"),
    sentence=Text("Thủ tục {ref} đang niêm yết bản đã hết hiệu lực.",
                  "Procedure {ref} hangs in a version that has ended."),
    remedy=Text("Thay bản niêm yết theo quyết định công bố đang có hiệu lực.", "Post the version in force."),
    ground="NĐ 63/2010/NĐ-CP Điều 17; TT 02/2017/TT-VPCP",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="procedures.posted",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(5, Text("ngày sau khi hết hiệu lực", "days after it ended")),
    },
    looks_at="posted",
)  # fmt: skip

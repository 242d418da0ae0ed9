"""A procedure in force is not posted, or was posted after its days."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.catalogue import Posted
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(posted: Posted, thresholds: Thresholds) -> Iterator[Found]:
    """Missing until it hangs there; late posting closes with it [C]."""
    if posted.posted_on is None and posted.post_by + timedelta(days=thresholds["days"]) < posted.at:
        evidence = [act("Phải niêm yết trước", posted.post_by, posted.decision)]
        yield Found(
            posted.unit_id,
            posted.post_by + timedelta(days=thresholds["days"]),
            SIGNAL.ground,
            {"ref": posted.procedure, "name": posted.name[:120]},
            evidence,
        )


SIGNAL = Signal(
    code="PUB02",
    title=Text("Chưa niêm yết thủ tục", "Procedure not posted"),
    sentence=Text("Thủ tục {ref} “{name}” chưa được niêm yết.", "Procedure {ref} “{name}” is not posted."),
    remedy=Text("In và niêm yết, đưa lên trang thông tin trong ngày.",
                "Post it at the office and on the site today."),
    ground="NĐ 63/2010/NĐ-CP Điều 15, 17; số ngày là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="procedures.posted",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(0, Text("ngày sau hạn niêm yết", "days after it should hang there")),
    },
    looks_at="posted",
)  # fmt: skip

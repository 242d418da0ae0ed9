"""A posted procedure does not show all of its parts."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.catalogue import Posted
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds
from motcua.inspection.sources.days import begin_of


def find(posted: Posted, thresholds: Thresholds) -> Iterator[Found]:
    """Of the eight of NĐ 63/2010 Điều 8; one finding a procedure."""
    if posted.lacking and posted.posted_on is not None:
        values = {"ref": posted.procedure, "parts": ", ".join(posted.lacking)}
        yield Found(
            posted.unit_id,
            begin_of(posted.posted_on),
            SIGNAL.ground,
            values,
            [act("Niêm yết", begin_of(posted.posted_on), posted.procedure)],
        )


SIGNAL = Signal(
    code="PUB04",
    title=Text("Niêm yết thiếu nội dung", "Posted incomplete"),
    sentence=Text("Thủ tục {ref} niêm yết thiếu: {parts}.", "Procedure {ref} is posted without: {parts}."),
    remedy=Text("Bổ sung đủ các bộ phận của thủ tục theo quyết định công bố.",
                "Show every part that the decision has."),
    ground="NĐ 63/2010/NĐ-CP Điều 8 khoản 2, Điều 17",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="procedures.posted",
    waits=Waits(),
    find=find,
    looks_at="posted",
)  # fmt: skip

"""How every change of a conclusion begins and ends."""

from datetime import datetime
from typing import Any, Final

from motcua.conclusions import policy, queries
from motcua.conclusions.errors import AlreadyIssued, ConclusionChanged
from motcua.conclusions.models import Conclusion
from motcua.conclusions.policy import Action
from motcua.events.commands import record

GROUND: Final = (
    "Kết luận kiểm tra cải cách hành chính: NĐ 63/2010/NĐ-CP Điều 35a (sửa đổi) [S]; trình tự là quy ước [C]"
)


def begun(pk: int, action: Action, by: Any, now: datetime, seen: int) -> Conclusion:
    """The conclusion, locked, as the person saw it. Raises NotFound, NotPermitted, AlreadyIssued, ConclusionChanged."""
    found = queries.conclusion(pk, user=by, now=now, lock=True)
    policy.require(action, by, found.unit, now)
    if found.issued:
        raise AlreadyIssued
    if found.version != seen:
        raise ConclusionChanged
    return found


def done(found: Conclusion, kind: str, by: Any, now: datetime, data: dict[str, Any]) -> Conclusion:
    """Save and record it."""
    found.version += 1
    found.save()
    record(kind, found.stream, by=by, at=now, ground=GROUND, data={"conclusion": found.pk, **data})
    return found

"""A finding is open, and nobody mends or explains it."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.followed import Followed
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of


def find(followed: Followed, thresholds: Thresholds) -> Iterator[Found]:
    """After so many working days without a remedy under way and without an explanation.

    Of a unit that never began to follow up nothing is known (the fact is silent); of one that began, days count from
    then at the earliest.
    """
    days = thresholds["days"]
    if followed.told and not followed.followed and len(followed.days) > days:
        evidence = [act("Phát hiện mở", followed.opened_at, followed.ref)]
        values = {"ref": followed.ref, "days": days}
        yield Found(followed.unit_id, begin_of(followed.days[days]), SIGNAL.ground, values, evidence)


SIGNAL = Signal(
    code="FUP01",
    title=Text("Phát hiện chưa ai khắc phục, chưa giải trình", "Finding neither mended nor explained"),
    sentence=Text("Phát hiện {ref} mở quá {days} ngày làm việc mà chưa giao khắc phục, chưa giải trình.",
                  "Finding {ref} is open for more than {days} working days, neither being mended nor explained."),
    remedy=Text("Mở phát hiện: giao người khắc phục có thời hạn, hoặc giải trình.",
                "Open the finding: name who mends it by when, or explain it."),
    ground="Theo dõi 100 % kiến nghị sau kiểm tra (thực hành chung); số ngày là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="direction.follow_up",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(5, Text("ngày làm việc chưa ai theo dõi", "working days without anybody")),
    },
    looks_at="followed",
)  # fmt: skip

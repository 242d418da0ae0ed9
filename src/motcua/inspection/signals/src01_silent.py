"""A source of a unit has told nothing for many days: what it feeds is unknown, not good."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.units import Source
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(source: Source, thresholds: Thresholds) -> Iterator[Found]:
    """Only sources that half of the one-stops feed."""
    begun = source.last_at or source.since
    since = begun + timedelta(days=thresholds["days"])
    if since < source.at:
        values = {"ref": source.ref, "days": (source.at - begun).days}
        yield Found(
            source.unit_id,
            since,
            SIGNAL.ground,
            values,
            [act("Số liệu gần nhất", source.last_at, source.ref)],
            group=source.name,
        )


SIGNAL = Signal(
    code="SRC01",
    title=Text("Nguồn số liệu im lặng", "Source silent"),
    sentence=Text("Nguồn “{ref}” không có số liệu mới trong {days} ngày: chưa thể nói là tốt.",
                  "The source “{ref}” told nothing for {days} days: it cannot be called good."),
    remedy=Text("Hỏi người giữ nguồn; nhập hoặc kết nối lại.",
                "Ask who keeps it; enter what is missing or connect it again."),
    ground="Quy ước của phần mềm: không có số liệu không phải là tốt",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="one_stop.in_software",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(45, Text("ngày không có số liệu", "days without data")),
    },
    looks_at="silence",
)  # fmt: skip

"""A thing at a one-stop has not worked for many days."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.premises import Premises
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(premises: Premises, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a thing."""
    for thing in premises.broken:
        since = thing.since + timedelta(days=thresholds["days"])
        if since < premises.at:
            values = {
                "ref": premises.ref,
                "thing": f"{thing.name} ({thing.label})",
                "days": (premises.at - thing.since).days,
            }
            yield Found(
                premises.unit_id, since, SIGNAL.ground, values, [act("Hỏng", thing.since, thing.label)], thing.label
            )


SIGNAL = Signal(
    code="EQP02",
    title=Text("Thiết bị hỏng lâu", "Equipment broken for days"),
    sentence=Text("{ref}: {thing} hỏng {days} ngày.", "{ref}: {thing} has not worked for {days} days."),
    remedy=Text("Sửa hoặc thay; ghi ngày hoạt động lại.", "Repair or replace it; enter the day it works again."),
    ground="NĐ 61/2018/NĐ-CP Điều 13; NĐ 118/2025/NĐ-CP Điều 13; số ngày là quy ước",
    mark="C",
    severity=Severity.LOW,
    criterion="one_stop.equipment",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(5, Text("ngày hỏng trước khi báo", "days broken before it is told")),
    },
    looks_at="equipment",
)  # fmt: skip

"""A one-stop has less working equipment than the norm asks for."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.premises import Premises
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds

KINDS = {
    "computer": "máy tính", "printer": "máy in", "scanner": "máy quét", "counter": "quầy", "seat": "ghế chờ",
    "queue_machine": "máy lấy số", "camera": "camera", "network": "đường mạng", "screen": "màn hình tra cứu",
}  # fmt: skip


def find(premises: Premises, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a kind."""
    for short in premises.short:
        since = short.since + timedelta(days=thresholds["days"])
        if since < premises.at:
            values = {"ref": premises.ref, "kind": KINDS[short.kind], "wanted": short.wanted, "working": short.working}
            evidence = [act(f"{KINDS[short.kind]}: {short.working}/{short.wanted}", short.since)]
            yield Found(premises.unit_id, since, SIGNAL.ground, values, evidence, short.kind, short.kind)


SIGNAL = Signal(
    code="EQP01",
    title=Text("Thiết bị dưới định mức", "Equipment under norm"),
    sentence=Text("{ref}: {kind} hoạt động {working}, định mức {wanted}.",
                  "{ref}: {kind}: {working} work, the norm is {wanted}."),
    remedy=Text("Điều chuyển hoặc mua bổ sung; sửa máy hỏng.", "Move or buy what is missing; repair what is broken."),
    ground="NĐ 61/2018/NĐ-CP Điều 13; NĐ 118/2025/NĐ-CP Điều 13; số lượng là quy ước",
    mark="C",
    severity=Severity.MEDIUM,
    criterion="one_stop.equipment",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(7, Text("ngày thiếu trước khi báo", "days short before it is told")),
    },
    looks_at="equipment",
)  # fmt: skip

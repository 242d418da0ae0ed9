"""Dossiers were entered in a burst, long after they were handed in."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.units import DeskDay, Entry
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds

SHOWN = 20  # so many are evidence


def bursts(day: DeskDay, gap: timedelta, held_back: timedelta) -> Iterator[list[Entry]]:
    """Runs of late entries: each handed in at least `held_back` before, each within `gap` of the one before."""
    run: list[Entry] = []
    for entry in day.entries:
        if entry.accepted_at - entry.submitted_at < held_back:
            continue
        if run and entry.accepted_at - run[-1].accepted_at > gap:
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def find(day: DeskDay, thresholds: Thresholds) -> Iterator[Found]:
    """A run of entries, each soon after the one before, of dossiers handed in well before."""
    for burst in bursts(day, timedelta(minutes=thresholds["minutes"]), timedelta(hours=thresholds["hours"])):
        if len(burst) >= thresholds["dossiers"]:
            first, last = burst[0], burst[-1]
            waited = max(one.accepted_at - one.submitted_at for one in burst)
            values = {"ref": day.ref, "count": len(burst), "days": waited.days}
            evidence = [act("Nhập vào phần mềm", one.accepted_at, one.ref) for one in burst[:SHOWN]]
            yield Found(day.unit_id, last.accepted_at, SIGNAL.ground, values, evidence, first.ref)


SIGNAL = Signal(
    code="BUR01",
    title=Text("Nhập hồ sơ dồn, muộn", "Entered in a burst, late"),
    sentence=Text("Ngày {ref} nhập liền {count} hồ sơ đã nhận từ trước, lâu nhất {days} ngày.",
                  "{ref}: {count} one_stop.in_software in a row that had been handed in up to {days} days before."),
    remedy=Text("Nhập hồ sơ ngay khi nhận; thêm máy hoặc người ở giờ đông.",
                "Enter each dossier when it is handed in; add people at busy hours."),
    ground="NĐ 61/2018/NĐ-CP Điều 17; TT 01/2018/TT-VPCP Điều 17 (cập nhật kịp thời)",
    mark="S",
    severity=Severity.HIGH,
    criterion="one_stop.in_software",
    waits=FOREVER,
    find=find,
    thresholds={
        "dossiers": Threshold(5, Text("hồ sơ nhập liền nhau", "dossiers in a row")),
        "minutes": Threshold(5, Text("phút giữa hai lần nhập, nhiều nhất", "minutes between two entries, at most")),
        "hours": Threshold(24, Text("giờ từ khi nhận đến khi nhập, ít nhất",
                                  "hours from handing in to entry, at least")),
    },
    looks_at="desk",
)  # fmt: skip

"""A compulsory section is missing on a unit's site."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.units import Portal
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds

SECTIONS = {
    "procedures": "thủ tục hành chính",
    "officers": "danh sách công chức",
    "contacts": "liên hệ, đường dây nóng",
}


def find(portal: Portal, thresholds: Thresholds) -> Iterator[Found]:
    """As the last good look saw it; one finding a section."""
    for name in portal.lacking or ():
        values = {"ref": portal.ref, "section": SECTIONS[name]}
        yield Found(
            portal.unit_id,
            portal.looked_at or portal.since,
            SIGNAL.ground,
            values,
            [act("Xem trang", portal.looked_at, portal.ref)],
            name,
        )


def knows(portal: Portal, thresholds: Thresholds) -> bool:
    """Only after somebody looked."""
    return portal.lacking is not None


SIGNAL = Signal(
    code="POR03",
    title=Text("Thiếu chuyên mục bắt buộc", "Compulsory section missing"),
    sentence=Text("Trang của {ref} thiếu chuyên mục: {section}.", "The site of {ref} lacks the section: {section}."),
    remedy=Text("Mở chuyên mục và đưa đủ nội dung.", "Open the section and fill it."),
    ground="NĐ 63/2010/NĐ-CP Điều 17; NĐ 61/2018/NĐ-CP Điều 9 khoản 7; NĐ 42/2022/NĐ-CP",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="procedures.posted",
    waits=Waits(),
    find=find,
    looks_at="portal",
    knows=knows,
)  # fmt: skip

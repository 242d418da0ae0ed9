"""A document was issued on paper only."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Issued
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of, end_of


def find(document: Issued, thresholds: Thresholds) -> Iterator[Found]:
    """Until an electronic copy is registered."""
    since = end_of(document.issued_on) + timedelta(days=thresholds["days"])
    if document.form == "paper" and since < document.at:
        evidence = [act("Ban hành bản giấy", begin_of(document.issued_on), document.ref)]
        yield Found(
            document.unit_id, since, SIGNAL.ground, {"ref": document.ref}, evidence, group=document.document_type
        )


SIGNAL = Signal(
    code="SIG03",
    title=Text("Chỉ phát hành bản giấy", "Issued on paper only"),
    sentence=Text("Văn bản {ref} chỉ phát hành bản giấy, không có bản điện tử.",
                  "Document {ref} was issued on paper only."),
    remedy=Text("Phát hành bản điện tử ký số qua trục liên thông, trừ văn bản mật.",
                "Issue it electronically, but for what is secret."),
    ground="QĐ 28/2018/QĐ-TTg Điều 5; NĐ 30/2020/NĐ-CP Điều 5",
    mark="M",
    severity=Severity.MEDIUM,
    criterion="digital.electronic",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(3, Text("ngày sau ngày ban hành", "days after its day")),
    },
    looks_at="document",
)  # fmt: skip

"""The digital signature came after the day of the document."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Issued
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of, end_of


def find(document: Issued, thresholds: Thresholds) -> Iterator[Found]:
    """That day does not go away."""
    line = end_of(document.issued_on) + timedelta(days=thresholds["days"])
    if document.form != "paper" and document.signed_at is not None and document.signed_at >= line:
        evidence = [
            act("Ngày văn bản", begin_of(document.issued_on), document.ref),
            act("Ký số", document.signed_at, document.ref),
        ]
        values = {"ref": document.ref, "days": (document.signed_at - line).days + thresholds["days"] + 1}
        yield Found(document.unit_id, document.signed_at, SIGNAL.ground, values, evidence)


SIGNAL = Signal(
    code="SIG02",
    title=Text("Ký số muộn", "Signed late"),
    sentence=Text("Văn bản {ref} được ký số sau ngày ban hành {days} ngày.",
                  "Document {ref} was signed {days} days after its day."),
    remedy=Text("Ký số trước khi đóng số, phát hành; xem lại quy trình trình ký.",
                "Sign before the number is given; look at how papers are put up for signature."),
    ground="NĐ 30/2020/NĐ-CP Điều 5, Điều 18",
    mark="S",
    severity=Severity.LOW,
    criterion="digital.signed",
    waits=FOREVER,
    find=find,
    thresholds={
        "days": Threshold(1, Text("ngày sau ngày ban hành", "days after its day")),
    },
    looks_at="document",
)  # fmt: skip

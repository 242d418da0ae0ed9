"""An electronic document was issued and bears no digital signature of the agency."""

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
    """After some days of grace; what was issued on paper only is SIG03."""
    since = end_of(document.issued_on) + timedelta(days=thresholds["days"])
    if document.form != "paper" and document.signed_at is None and since < document.at:
        evidence = [act("Ban hành", begin_of(document.issued_on), document.ref)]
        yield Found(document.unit_id, since, SIGNAL.ground, {"ref": document.ref}, evidence)


SIGNAL = Signal(
    code="SIG01",
    title=Text("Văn bản điện tử chưa ký số", "Electronic document without signature"),
    sentence=Text("Văn bản điện tử {ref} đã ban hành nhưng chưa ký số.",
                  "The electronic document {ref} was issued without a digital signature."),
    remedy=Text("Ký số của người có thẩm quyền và của cơ quan, phát hành lại trên trục.",
                "Sign it digitally and send it again."),
    ground="NĐ 30/2020/NĐ-CP Điều 5, Điều 13",
    mark="S",
    severity=Severity.HIGH,
    criterion="digital.signed",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(1, Text("ngày sau ngày ban hành", "days after its day")),
    },
    looks_at="document",
)  # fmt: skip

"""A document cites a legal text that had ended before its day."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Issued
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds
from motcua.inspection.sources.days import begin_of


def find(document: Issued, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a text; all documents that cite it have one cause."""
    for symbol, last in document.expired:
        since = begin_of(document.issued_on)
        evidence = [act("Ban hành", since, document.ref), act("Hết hiệu lực sau ngày", begin_of(last), symbol)]
        values = {"ref": document.ref, "text": symbol, "until": f"{last:%d/%m/%Y}"}
        yield Found(document.unit_id, since, SIGNAL.ground, values, evidence, symbol, symbol)


SIGNAL = Signal(
    code="LEG01",
    title=Text("Căn cứ pháp lý hết hiệu lực", "Expired legal basis"),
    sentence=Text("Văn bản {ref} viện dẫn {text}, hết hiệu lực sau ngày {until}.",
                  "Document {ref} cites {text}, which ended on {until}."),
    remedy=Text("Đính chính hoặc ban hành văn bản thay thế; cập nhật mẫu văn bản.",
                "Correct it or issue another; mend the template."),
    ground="NĐ 30/2020/NĐ-CP Phụ lục I (căn cứ ban hành); Luật Ban hành VBQPPL",
    mark="M",
    severity=Severity.HIGH,
    criterion="texts.basis",
    waits=FOREVER,
    find=find,
    looks_at="document",
)  # fmt: skip

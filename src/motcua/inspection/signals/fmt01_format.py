"""An issued document breaks a rule of form (NĐ 30/2020/NĐ-CP Phụ lục I): by unit and rule."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Issued
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds
from motcua.inspection.sources.days import begin_of


def find(document: Issued, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a rule; all documents of a unit that break one rule have one cause."""
    for rule in document.rules or ():
        since = begin_of(document.issued_on)
        evidence = [
            act("Ban hành", since, document.ref),
            act(f"Kiểm tra thể thức: {rule}", document.checked_at, document.ref),
        ]
        yield Found(document.unit_id, since, SIGNAL.ground, {"ref": document.ref, "rule": rule}, evidence, rule, rule)


def knows(document: Issued, thresholds: Thresholds) -> bool:
    """Only what was checked."""
    return document.rules is not None


SIGNAL = Signal(
    code="FMT01",
    title=Text("Văn bản sai thể thức", "Document in the wrong format"),
    sentence=Text("Văn bản {ref} sai thể thức, kỹ thuật trình bày: {rule}.",
                  "Document {ref} breaks a rule of form: {rule}."),
    remedy=Text("Mở kết quả kiểm tra, sửa tự động những lỗi an toàn; dùng mẫu của phần mềm cho văn bản sau.",
                "Open the check, mend what is safe; use the templates for the next ones."),
    ground="NĐ 30/2020/NĐ-CP Phụ lục I",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="texts.format",
    waits=Waits(),
    find=find,
    looks_at="document",
    knows=knows,
)  # fmt: skip

"""A signed document was not sent over the network."""

from collections.abc import Iterator
from datetime import timedelta

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Issued
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds


def find(document: Issued, thresholds: Thresholds) -> Iterator[Found]:
    """The law gives the day of signing, or the next working day; some days are passed over [C]."""
    if document.form == "paper" or document.signed_at is None or document.sent_at is not None:
        return
    since = document.signed_at + timedelta(days=thresholds["days"])
    if since < document.at:
        evidence = [act("Ký số", document.signed_at, document.ref)]
        yield Found(document.unit_id, since, SIGNAL.ground, {"ref": document.ref}, evidence)


SIGNAL = Signal(
    code="SND01",
    title=Text("Ký rồi chưa gửi", "Signed and not sent"),
    sentence=Text("Văn bản {ref} đã ký số nhưng chưa gửi qua trục liên thông.",
                  "Document {ref} is signed and was not sent over the network."),
    remedy=Text("Gửi ngay trong ngày ký, chậm nhất ngày làm việc tiếp theo.",
                "Send it on the day it is signed, or the next working day."),
    ground="NĐ 30/2020/NĐ-CP Điều 18 khoản 1",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="digital.exchange",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(3, Text("ngày sau khi ký số", "days after it is signed")),
    },
    looks_at="document",
)  # fmt: skip

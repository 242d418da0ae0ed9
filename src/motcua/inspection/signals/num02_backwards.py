"""A number was given to a document of an earlier day than that of a lower number."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Book
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds
from motcua.inspection.sources.days import begin_of


def find(book: Book, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a number."""
    for number, day, later in book.backwards:
        if (later - day).days > thresholds["days"]:
            values = {"ref": f"{number}/{book.symbol}", "day": f"{day:%d/%m/%Y}", "later": f"{later:%d/%m/%Y}"}
            evidence = [
                act("Ngày văn bản", begin_of(day), f"{number}/{book.symbol}"),
                act("Số nhỏ hơn có ngày", begin_of(later), book.ref),
            ]
            yield Found(book.unit_id, begin_of(later), SIGNAL.ground, values, evidence, str(number))


SIGNAL = Signal(
    code="NUM02",
    title=Text("Số văn bản lùi ngày", "Number out of order"),
    sentence=Text("Văn bản {ref} đề ngày {day}, trong khi số nhỏ hơn đã đề ngày {later}.",
                  "Document {ref} bears {day}, while a lower number bears {later}."),
    remedy=Text("Kiểm tra ngày ký và ngày lấy số; không để trống số để ghi lùi ngày.",
                "Compare signing and numbering; keep no numbers back."),
    ground="NĐ 30/2020/NĐ-CP Điều 15 (số theo thứ tự đăng ký)",
    mark="S",
    severity=Severity.LOW,
    criterion="digital.register",
    waits=Waits(),
    find=find,
    thresholds={
        "days": Threshold(1, Text("ngày chênh lệch được bỏ qua", "days of difference passed over")),
    },
    looks_at="book",
)  # fmt: skip

"""Numbers are missing in an outgoing register."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import act
from motcua.inspection.facts.documents import Book
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Threshold, Thresholds

SHOWN = 10  # so many are named


def find(book: Book, thresholds: Thresholds) -> Iterator[Found]:
    """One finding a register; it closes when the last gap is filled."""
    if len(book.missing) > thresholds["numbers"]:
        shown = ", ".join(str(number) for number in book.missing[:SHOWN])
        values = {"ref": book.ref, "count": len(book.missing), "numbers": shown, "highest": book.highest}
        evidence = [act(f"Thiếu số {number}", None, f"{number}/{book.symbol}") for number in book.missing[:SHOWN]]
        yield Found(book.unit_id, book.changed_at, SIGNAL.ground, values, evidence)


SIGNAL = Signal(
    code="NUM01",
    title=Text("Sổ văn bản đi thiếu số", "Numbers missing in the register"),
    sentence=Text("Sổ {ref} thiếu {count} số dưới số {highest}: {numbers}.",
                  "Register {ref} lacks {count} numbers below {highest}: {numbers}."),
    remedy=Text("Tìm văn bản của các số thiếu và nhập vào sổ; số bỏ trống thì lập biên bản.",
                "Find those documents and enter them; of empty numbers make a note."),
    ground="NĐ 30/2020/NĐ-CP Điều 15",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="digital.register",
    waits=Waits(),
    find=find,
    thresholds={
        "numbers": Threshold(0, Text("số được phép thiếu", "numbers that may be missing")),
    },
    looks_at="book",
)  # fmt: skip

"""A dossier was received for a procedure that was not in force on its day."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """By the dates of the pinned version."""
    if not case.in_force:
        evidence = [act("Tiếp nhận", case.accepted_at, case.ref)]
        values = {"ref": case.ref, "procedure": case.procedure}
        yield Found(case.desk_id, case.accepted_at, SIGNAL.ground, values, evidence, group=case.procedure)


SIGNAL = Signal(
    code="CAT01",
    title=Text("Hồ sơ ngoài danh mục đang có hiệu lực", "Outside the catalogue in force"),
    sentence=Text("Hồ sơ {ref} được tiếp nhận theo thủ tục {procedure} không còn (hoặc chưa) có hiệu lực.",
                  "Dossier {ref} was received for procedure {procedure}, which was not in force."),
    remedy=Text("Cập nhật danh mục theo quyết định công bố; chuyển hồ sơ sang thủ tục đúng.",
                "Bring the catalogue up to date; move the dossier to the right procedure."),
    ground="NĐ 63/2010/NĐ-CP Điều 13–15 (công bố); TT 02/2017/TT-VPCP",
    mark="M",
    severity=Severity.HIGH,
    criterion="procedures.published",
    waits=FOREVER,
    find=find,
)  # fmt: skip

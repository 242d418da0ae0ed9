"""A refusal without its reason or without its slip (Mẫu 03)."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import Waits
from motcua.inspection.facts import Case, act
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """A refusal after appraisal is decided with a reason, and the applicant gets the slip."""
    if case.resolved_at is None or not case.refused or (case.reason.strip() and case.refusal_slip):
        return
    missing = "lý do" if not case.reason.strip() else "phiếu từ chối"
    evidence = [act("Từ chối giải quyết", case.resolved_at, case.ref)]
    yield Found(case.unit_id, case.resolved_at, case.law.refuse.ground, {"ref": case.ref, "missing": missing}, evidence)


SIGNAL = Signal(
    code="REF01",
    title=Text("Từ chối không lý do hoặc không phiếu", "Refused without reason or slip"),
    sentence=Text("Hồ sơ {ref} bị từ chối mà thiếu {missing}.", "Dossier {ref} was refused; missing: {missing}."),
    remedy=Text("Phát hành phiếu từ chối có lý do, căn cứ; gửi người nộp.", "Issue the slip with reason and ground."),
    ground="NĐ 61/2018/NĐ-CP Điều 19 khoản 8; NĐ 118/2025/NĐ-CP Điều 19 khoản 3",
    mark="S",
    severity=Severity.HIGH,
    criterion="one_stop.refusals",
    waits=Waits(),
    find=find,
)  # fmt: skip

"""Papers were asked for that the office already holds as files."""

from collections.abc import Iterator

from motcua.base.text import Text
from motcua.engines.signals import FOREVER
from motcua.inspection.facts import act
from motcua.inspection.facts.dossiers import Case
from motcua.inspection.models import Severity
from motcua.inspection.signals.signal import Found, Signal, Thresholds


def find(case: Case, thresholds: Thresholds) -> Iterator[Found]:
    """By the plain name of the paper, in dossiers of the same applicant; each request is a finding of its own."""
    for one in case.requests:
        if one.held:
            names = "; ".join(f"{name} ({code})" for name, code in one.held)
            evidence = [act(f"Yêu cầu bổ sung lần {one.number}", one.asked_at, one.slip)]
            evidence += [act(f"Đã có bản điện tử: {name}", None, code) for name, code in one.held]
            values = {"ref": case.ref, "papers": names}
            yield Found(case.unit_id, one.asked_at, SIGNAL.ground, values, evidence, str(one.number), case.procedure)


SIGNAL = Signal(
    code="PAP01",
    title=Text("Đòi giấy tờ cơ quan đã có", "Papers asked that the office holds"),
    sentence=Text("Hồ sơ {ref} bị yêu cầu nộp giấy tờ mà cơ quan đã có: {papers}.",
                  "Dossier {ref} was asked for papers that the office holds: {papers}."),
    remedy=Text("Khai thác bản điện tử đã có; thông báo cho người nộp không phải nộp lại.",
                "Use the file that is there; tell the applicant that nothing more is needed."),
    ground="NĐ 61/2018/NĐ-CP Điều 5; NĐ 118/2025/NĐ-CP Điều 5 khoản 1 điểm i",
    mark="S",
    severity=Severity.MEDIUM,
    criterion="one_stop.reuse",
    waits=FOREVER,
    find=find,
    looks_at="dossier",
)  # fmt: skip

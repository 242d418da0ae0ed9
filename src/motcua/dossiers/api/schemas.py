"""What goes out: plain values of a dossier the caller may see. Moments are ISO 8601 in Vietnam time."""

from datetime import datetime
from typing import Any

from ninja import Schema

from motcua.base.clock import VIETNAM
from motcua.dossiers import rules
from motcua.dossiers.models import Attachment, Dossier, Task
from motcua.dossiers.standing import outcome_of


class Problem(Schema):
    """RFC 9457. type: a short stable word; detail: for a person, in Vietnamese or by Accept-Language in English."""

    type: str
    title: str
    status: int
    detail: str


class DossierRow(Schema):
    """One line of a list. national_status: TrangThaiHoSo, 1–10. version: name it as `seen` with an act."""

    code: str
    state: str
    national_status: int
    version: int
    procedure: str
    procedure_name: str
    applicant: str
    unit: str
    desk: str
    received: str | None
    appointment: str | None
    outcome: str | None


class StepOut(Schema):
    """A step; holder and due where it is open."""

    id: int
    kind: str
    name: str
    unit: str
    role: str
    holder: str | None
    opened: str
    due: str | None
    closed: str | None
    outcome: str


class PaperOut(Schema):
    """A paper of the dossier."""

    name: str
    originals: int
    copies: int
    present: bool


class PauseOut(Schema):
    """An interval in which the limit does not run."""

    kind: str
    since: str
    until: str | None
    ground: str
    document: str


class SupplementOut(Schema):
    """A request to complete the dossier."""

    number: int
    asked: str
    missing: list[str]
    reason: str
    answered: str | None
    cancelled: str | None


class DossierOut(DossierRow):
    """A whole dossier."""

    result: str
    result_kind: str
    steps: list[StepOut]
    papers: list[PaperOut]
    pauses: list[PauseOut]
    supplements: list[SupplementOut]


class PageOut(Schema):
    """A page of a list; next: cursor of the page after it, null on the last."""

    items: list[DossierRow]
    next: str | None


class EventOut(Schema):
    """One thing that happened, with its legal ground."""

    at: str
    kind: str
    who: str
    what: str
    ground: str


class FileOut(Schema):
    """A file of a dossier."""

    id: int
    name: str
    size: int
    media_type: str
    sha256: str
    removed: bool


class HandleOut(Schema):
    """A stored file; handle: names it in an act within a day."""

    handle: str
    sha256: str


def when(moment: datetime | None) -> str | None:
    """`2023-03-15T15:20:00+07:00`"""
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds") if moment else None


def row(dossier: Dossier) -> dict[str, Any]:
    """A line of a list."""
    outcome = outcome_of(dossier)
    return {
        "code": dossier.ref, "state": str(dossier.state), "national_status": rules.national_status(dossier.state),
        "version": dossier.version, "procedure": dossier.procedure.procedure.code,
        "procedure_name": dossier.procedure.name, "applicant": dossier.applicant_name, "unit": dossier.unit.code,
        "desk": dossier.desk.code, "received": when(dossier.accepted_at or dossier.submitted_at),
        "appointment": when(dossier.appointment), "outcome": outcome.value if outcome else None,
    }  # fmt: skip


def step(task: Task) -> dict[str, Any]:
    """A step."""
    return {
        "id": task.pk, "kind": task.kind, "name": task.name, "unit": task.unit.code, "role": task.role,
        "holder": task.holder.full_name if task.holder else None, "opened": when(task.opened_at),
        "due": when(task.due), "closed": when(task.closed_at), "outcome": task.outcome,
    }  # fmt: skip


def file(attachment: Attachment) -> dict[str, Any]:
    """A file."""
    blob = attachment.blob
    return {"id": attachment.pk, "name": attachment.name, "size": blob.size, "media_type": blob.media_type,
            "sha256": blob.pk, "removed": blob.removed_at is not None}  # fmt: skip

"""Acts on dossiers: one operation for each command, with its own body; the same command as the page."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Final, Literal

from ninja import File, Schema
from ninja.files import UploadedFile
from pydantic import Field

from motcua.dossiers import commands, queries
from motcua.dossiers.api.doors import WRITE, door
from motcua.dossiers.api.reads import ERRORS, Code, router, whole
from motcua.dossiers.api.schemas import DossierOut, HandleOut, Problem
from motcua.dossiers.errors import FileGone
from motcua.dossiers.forms import seal, unseal
from motcua.dossiers.models import Dossier
from motcua.dossiers.policy import Action
from motcua.web.api_types import Amount, Key, Line, Moment, Text
from motcua.web.door import StaffRequest
from motcua.web.idempotency import idempotent

WRITES = {400: Problem, 409: Problem, 413: Problem, 415: Problem, **ERRORS}
KEY_HEADER: Final = {
    "parameters": [
        {"in": "header", "name": "Idempotency-Key", "required": True,
         "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{8,64}$"}}
    ]
}  # fmt: skip


class Seen(Schema):
    """Every act names the version it saw; an older one is a conflict (409)."""

    seen: Annotated[int, Field(ge=0, le=2**31 - 1)]


class Step(Seen):
    """step_id: which of several open steps; left out, the caller's own before a free one."""

    task_id: Key | None = None


class HolderIn(Seen):
    holder_id: Key | None = None


class AssignIn(Step):
    holder_id: Key


class ReasonIn(Seen):
    reason: Text


class StepReasonIn(Step):
    reason: Text


class ResolveIn(Step):
    """file: a handle of POST /files."""

    result: Text
    file: Text | None = None


class RefusalIn(Step):
    reason: Text
    file: Text | None = None


class AnswerIn(Step):
    answer: Text
    file: Text | None = None


class SendBackIn(Step):
    reason: Text
    to: Annotated[str, Field(max_length=40, pattern=r"^[a-z0-9_]*$")] = ""


class SupplementIn(Seen):
    missing: Annotated[list[Text], Field(max_length=50)]
    reason: Text
    forced: Text = ""


class NoteIn(Seen):
    note: Text = ""


class PaymentIn(Seen):
    document: Line
    amount_vnd: Annotated[int, Field(ge=1, le=10**15)] | None = None


class PauseIn(Seen):
    ground: Line
    document: Line = ""


class DocumentIn(Seen):
    document: Line = ""


class ConsultIn(Seen):
    unit_id: Key
    question: Text
    days: Annotated[int, Field(ge=1, le=30)]


class VerifyIn(Seen):
    at: Moment
    place: Line
    participants: Text
    content: Text


class ApologyIn(Seen):
    reason: Text
    new_appointment: Moment


class FeeIn(Seen):
    amount_vnd: Amount
    method: Literal["cash", "transfer", "exempt"]
    kind: Literal["fee", "charge"] = "charge"
    payer: Annotated[Line, Field(max_length=200)] = ""
    ground: Line = ""


class ReturnIn(Seen):
    taken_by: Annotated[Line, Field(max_length=200)]
    proof: Annotated[Line, Field(max_length=200)]
    way: Literal["desk", "postal", "online", "authorised"] = "desk"
    without_receipt: bool = False


class CorrectIn(Seen):
    error: Text


BODIES: Final[dict[Action, tuple[type[Seen], Callable[..., Dossier]]]] = {
    Action.FORWARD: (HolderIn, commands.forward),
    Action.ASSIGN: (AssignIn, commands.assign),
    Action.TAKE: (Step, commands.take),
    Action.TAKE_OVER: (StepReasonIn, commands.take_over),
    Action.RESOLVE: (ResolveIn, commands.resolve),
    Action.PROPOSE_REFUSAL: (RefusalIn, commands.propose_refusal),
    Action.APPROVE: (Step, commands.approve),
    Action.SEND_BACK: (SendBackIn, commands.send_back),
    Action.ASK_SUPPLEMENT: (SupplementIn, commands.ask_supplement),
    Action.COMPLETE_SUPPLEMENT: (NoteIn, commands.complete_supplement),
    Action.CANCEL_SUPPLEMENT: (ReasonIn, commands.cancel_supplement),
    Action.CLOSE: (Seen, commands.close),
    Action.ASK_PAYMENT: (PaymentIn, commands.ask_payment),
    Action.PAUSE: (PauseIn, commands.pause),
    Action.RESUME: (DocumentIn, commands.resume),
    Action.CONSULT: (ConsultIn, commands.consult),
    Action.ACKNOWLEDGE: (Step, commands.acknowledge),
    Action.ANSWER: (AnswerIn, commands.answer),
    Action.VERIFY: (VerifyIn, commands.verify_on_site),
    Action.APOLOGISE: (ApologyIn, commands.apologise),
    Action.TAKE_FEE: (FeeIn, commands.take_fee),
    Action.RETURN: (ReturnIn, commands.return_result),
    Action.WITHDRAW: (ReasonIn, commands.withdraw),
    Action.STOP: (ReasonIn, commands.stop),
    Action.CORRECT: (CorrectIn, commands.correct),
    Action.UNDO: (Seen, commands.undo),
}


def _operation(action: Action, body_type: type[Seen], command: Callable[..., Dossier]) -> Any:
    """The operation of one act."""

    def act(request: StaffRequest, code: str, body: Seen) -> Any:
        given = body.model_dump()
        if "file" in given:
            given["file"] = _kept(given["file"])
        done = command(code, by=request.user, now=request.now, **given)
        found = queries.by_ref(done.ref, user=request.user, now=request.now)
        return DossierOut(**whole(found))

    act.__annotations__ |= {"body": body_type, "code": Code}
    act.__doc__ = command.__doc__
    return door(action, scope=WRITE)(idempotent(act))


def _kept(handle: str | None) -> commands.KeptFile | None:
    """The stored file of a handle. Raises FileGone for one that is not ours or older than a day."""
    if not handle:
        return None
    found = unseal([handle])
    if not found:
        raise FileGone
    return found[0]


for _action, (_body, _command) in BODIES.items():
    _slug = _action.value.replace(" ", "-")
    router.post(
        f"/dossiers/{{code}}/acts/{_slug}", response={200: DossierOut, **WRITES},
        operation_id=_slug.replace("-", "_"), summary=_action.value, openapi_extra=KEY_HEADER,
    )(_operation(_action, _body, _command))  # fmt: skip


class PersonIn(Schema):
    """Who applies, as on the card. number: 12 digits or empty."""

    name: Annotated[Line, Field(min_length=1, max_length=200)]
    number: Annotated[str, Field(pattern=r"^(\d{12})?$")] = ""
    born_on: Annotated[date, Field(ge=date(1900, 1, 1), le=date(2199, 12, 31))] | None = None
    sex: Literal["male", "female", ""] = ""
    address: Line = ""
    telephone: Annotated[str, Field(pattern=r"^(\+?\d{9,12})?$")] = ""
    email: Annotated[str, Field(max_length=200, pattern=r"^([^@\s\x00]+@[^@\s\x00]+\.[A-Za-z]+)?$")] = ""
    kind: Literal["person", "organisation"] = "person"


class SubmitterIn(Schema):
    """Who hands in, as what."""

    capacity: Literal["self", "representative", "authorised"] = "self"
    name: Annotated[Line, Field(max_length=200)] = ""
    number: Annotated[str, Field(pattern=r"^(\d{12})?$")] = ""
    proof: Annotated[Line, Field(max_length=200)] = ""


class PaperIn(Schema):
    """A paper that is here; files: handles of POST /files."""

    name: Text
    originals: Annotated[int, Field(ge=0, le=1000)] = 0
    copies: Annotated[int, Field(ge=0, le=1000)] = 0
    present: bool = True
    files: Annotated[list[Text], Field(max_length=20)] = []


class ReceiveIn(Schema):
    """A complete dossier as it is handed in. key: a UUID of the caller's own, the same for the same dossier.

    unit_id: the receiving desk; version_id, terms_id: of GET /procedures/{code}.
    """

    key: Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    unit_id: Key
    version_id: Key
    terms_id: Key
    applicant: PersonIn
    papers: Annotated[list[PaperIn], Field(max_length=100)]
    return_channel: Literal["desk", "postal", "online"] = "desk"
    note: Text = ""
    for_unit_id: Key | None = None
    submitter: SubmitterIn = SubmitterIn()


@router.post("/dossiers", response={200: DossierOut, **WRITES}, operation_id="receive", openapi_extra=KEY_HEADER)
@door(Action.RECEIVE, scope=WRITE)
@idempotent
def receive(request: StaffRequest, body: ReceiveIn) -> Any:
    """Accept a complete dossier: code, number in the register, due moment, receipt, first step."""
    given = body.model_dump()
    papers = [
        commands.PaperIn(**{**paper, "files": tuple(f for h in paper["files"] if (f := _kept(h)))})
        for paper in given.pop("papers")
    ]
    intake = commands.Intake(
        **{**given, "applicant": commands.Applicant(**given["applicant"]), "papers": papers,
           "submitter": commands.Submitter(**given["submitter"])}
    )  # fmt: skip
    done = commands.receive(intake, by=request.user, now=request.now)
    return DossierOut(**whole(queries.by_ref(done.ref, user=request.user, now=request.now)))


@router.post("/files", response={200: HandleOut, **WRITES}, operation_id="store_file")
@door(Action.ATTACH, scope=WRITE)
def store_file(request: StaffRequest, file: File[UploadedFile]) -> Any:
    """Store a file (PDF, JPEG, PNG) and get a handle for an act; the same content gives the same file."""
    kept = commands.keep(file)
    return {"handle": seal(kept), "sha256": kept.sha256}

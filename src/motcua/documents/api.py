"""The format checker for programs: hand files in, read what was found. The same commands as the pages."""

from typing import Annotated, Any, Literal

from ninja import File, Form, Path, Query, Router, Schema
from ninja.files import UploadedFile

from motcua.accounts.api_auth import door_for
from motcua.accounts.models import ApiToken
from motcua.base.clock import VIETNAM
from motcua.documents import commands, judging, queries
from motcua.documents.models import FormatCheck
from motcua.documents.policy import Action, may_enter
from motcua.web.api_types import Key
from motcua.web.door import StaffRequest

router = Router(tags=["documents"])
door = door_for(may_enter)
SCOPE = ApiToken.Scope.DOCUMENTS.value
PROFILE_MOST = 65_536


class FindingOut(Schema):
    """What one rule says, all its places together. paragraphs: from 0, in the order of the file."""

    code: str
    verdict: Literal["violation", "warning", "not_filled", "needs_human"]
    severity: str
    clause: str
    role: str | None
    paragraph: int | None
    paragraphs: list[int]
    page_hint: int | None
    message: str
    measured: str
    allowed: str
    fix: Literal["safe", "safe_text", "guarded", "none"]


class RoleOut(Schema):
    """What a paragraph is, and how sure that is (0 to 1)."""

    paragraph: int
    role: str
    confidence: float


class NotEvaluatedOut(Schema):
    """A rule that could not be judged, and why."""

    code: str
    reason: str


class FileErrorOut(Schema):
    """Why a file could not be read; then all else is empty."""

    code: str
    message: str
    message_en: str


class CheckedOut(Schema):
    """One file, as `motcua check --format json` gives it (docs/decree30.md). place: its number in the check, from 0."""

    version: int
    place: int
    path: str
    sha256: str
    document_type: str
    findings: list[FindingOut]
    roles: list[RoleOut]
    not_evaluated: list[NotEvaluatedOut]
    notes: list[str]
    error: FileErrorOut | None = None


class CheckOut(Schema):
    """A check; files: a page of those that are judged; next: `after` of the next page, null on the last."""

    id: int
    state: Literal["queued", "running", "done", "stopped"]
    asked: str
    profile: str
    total: int
    done: int
    passing: int
    failing: int
    unreadable: int
    files: list[CheckedOut]
    next: int | None


def _whole(found: FormatCheck, after: int | None, limit: int) -> dict[str, Any]:
    rows = queries.judged(found, after=after, most=limit)
    shown = rows[:limit]
    return {
        "id": found.pk, "state": found.state, "asked": found.asked_at.astimezone(VIETNAM).isoformat(),
        "profile": found.profile_name, "total": found.total, "done": found.done, "passing": found.passing,
        "failing": found.failing, "unreadable": found.unreadable,
        "files": [judging.as_object(row) | {"place": row.place} for row in shown],
        "next": shown[-1].place if len(rows) > limit else None,
    }  # fmt: skip


@router.post("/documents/checks", response=CheckOut, operation_id="check_documents")
@door(Action.CHECK, scope=SCOPE)
def check_documents(
    request: StaffRequest,
    files: File[list[UploadedFile]],
    profile: Annotated[str, Form(max_length=PROFILE_MOST)] = "",
) -> Any:
    """Have documents checked: .docx, or .zip of them; profile: a house style as TOML.

    One small document is answered with its findings at once; for more the state is `queued`: ask again.
    """
    made = commands.ask(files, profile_text=profile, by=request.user, now=request.now)
    return _whole(made, None, 50)


@router.get("/documents/checks/{check_id}", response=CheckOut, operation_id="read_check")
@door(Action.SEE, scope=SCOPE)
def read_check(
    request: StaffRequest,
    check_id: Annotated[Key, Path()],
    after: Annotated[int | None, Query(ge=0, le=2**31 - 1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Any:
    """A check with a page of its judged files, in the order given."""
    return _whole(queries.check(check_id, user=request.user, now=request.now), after, limit)

"""Reading dossiers. A dossier that is absent and one that is another unit's give the same answer."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from django.http import FileResponse
from ninja import Path, Query, Router, Schema

from motcua.base.errors import NotFound, UserError
from motcua.dossiers import national, queries, queue
from motcua.dossiers.api import schemas
from motcua.dossiers.api.doors import CODE, READ, door
from motcua.dossiers.api.schemas import DossierOut, EventOut, FileOut, PageOut, Problem
from motcua.dossiers.commands.files import content_of
from motcua.dossiers.commands.readings import note_reading, note_search
from motcua.dossiers.models import Dossier
from motcua.dossiers.policy import Action
from motcua.dossiers.selection import TABS, Selection
from motcua.dossiers.story import told
from motcua.web.api_types import Day, Key, Line
from motcua.web.door import StaffRequest

router = Router(tags=["dossiers"])
ERRORS = {401: Problem, 403: Problem, 404: Problem, 422: Problem, 429: Problem}
Code = Annotated[str, Path(pattern=CODE)]
Cursor = Annotated[str, Query(pattern=r"^(\d{1,10}\.\d{1,6}:\d{1,18})?$")]


Tab = Literal["mine", "unit", "near", "overdue", "free", "applicant", "other", "apology", "collect", "returned", "all"]


class CursorSpoiled(UserError):
    """The cursor is not one this API gave."""

    vi = "Con trỏ trang không đúng. Lấy lại trang đầu."
    en = "The cursor is not one of ours. Begin with the first page again."


class Asked(Schema):
    """What a list is narrowed to. tab: of the queue, or `returned`, `all`."""

    tab: Annotated[
        str, Query(pattern="^(mine|unit|near|overdue|free|applicant|other|apology|collect|returned|all)$")
    ] = "all"
    procedure: Annotated[str, Query(pattern=r"^[0-9.A-Z]{0,20}$")] = ""
    since: Day | None = None
    until: Day | None = None
    after: Cursor = ""
    limit: Annotated[int, Query(ge=1, le=100)] = 50


@router.get("/dossiers", response={200: PageOut, **ERRORS}, operation_id="list_dossiers")
@door(Action.SEE, scope=READ)
def list_dossiers(request: StaffRequest, asked: Query[Asked]) -> Any:
    """A page of dossiers the caller may see, newest first; pages by key."""
    chosen = Selection(asked.tab, procedure=asked.procedure, since=asked.since, until=asked.until)
    rows = queue.listed(chosen, request.user, request.now, _after(asked.after))[: asked.limit + 1]
    shown = rows[: asked.limit]
    more = queue.key_of(shown[-1], chosen) if len(rows) > asked.limit else None
    return {"items": [schemas.row(dossier) for dossier in shown], "next": more}


@router.get("/queue", response={200: dict[str, int], **ERRORS}, operation_id="count_queue")
@door(Action.SEE, scope=READ)
def count_queue(request: StaffRequest) -> Any:
    """How many wait in each tab of the caller's queue."""
    return {tab.key: tab.count for tab in queue.tabs(request.user, request.now, "mine") if tab.key in TABS}


class SearchIn(Schema):
    """What is searched: code, name without marks, card number, telephone."""

    text: Annotated[Line, "2 letters at least"]
    procedure: Annotated[str, Query(pattern=r"^[0-9.A-Z]{0,20}$")] = ""
    since: Day | None = None
    until: Day | None = None


@router.post("/dossiers/search", response={200: list[schemas.DossierRow], **ERRORS}, operation_id="search_dossiers")
@door(Action.SEE, scope=READ)
def search_dossiers(request: StaffRequest, body: SearchIn) -> Any:
    """At most fifty; by POST, so that nothing personal stands in an address."""
    found = queries.find(
        body.text.strip(), user=request.user, now=request.now, procedure=body.procedure, since=body.since,
        until=body.until,
    ) if len(body.text.strip()) > 1 else []  # fmt: skip
    note_search(len(found), by=request.user, now=request.now)
    return [schemas.row(dossier) for dossier in found]


@router.get("/dossiers/{code}", response={200: DossierOut, **ERRORS}, operation_id="read_dossier")
@door(Action.SEE, scope=READ)
def read_dossier(request: StaffRequest, code: Code) -> Any:
    """One dossier with its steps, papers, pauses and requests."""
    return whole(_read(request, code, "api"))


@router.get("/dossiers/{code}/events", response={200: list[EventOut], **ERRORS}, operation_id="read_events")
@door(Action.SEE, scope=READ)
def read_events(request: StaffRequest, code: Code) -> Any:
    """Its timeline, newest first."""
    found = _read(request, code, "api events")
    events = list(queries.timeline(found))
    lines = zip(events, told(events), strict=True)
    return [
        {"at": schemas.when(event.at), "kind": event.kind, "who": line.who, "what": line.what.vi, "ground": line.ground}
        for event, line in lines
    ]


@router.get("/dossiers/{code}/national", response={200: dict[str, Any], **ERRORS}, operation_id="read_national")
@door(Action.SEE, scope=READ)
def read_national(request: StaffRequest, code: Code) -> Any:
    """The dossier and its progress in the field names of the national dossier service."""
    found = _read(request, code, "api national")
    one = national.dossier(
        found, papers=list(queries.with_papers(found)), payments=list(found.payments.order_by("pk")),
        supplements=list(queries.supplements_of(found)), results=list(found.attachments.filter(purpose="result")),
    )  # fmt: skip
    return {"HoSo": one, "TienTrinh": national.progress(found, queries.tasks_of(found))}


@router.get("/dossiers/{code}/files", response={200: list[FileOut], **ERRORS}, operation_id="list_files")
@door(Action.SEE, scope=READ)
def list_files(request: StaffRequest, code: Code) -> Any:
    """Its files."""
    found = queries.by_ref(code, user=request.user, now=request.now)
    return [schemas.file(row) for row in found.attachments.select_related("blob").order_by("pk")]


@router.get("/files/{file_id}", response={200: None, **ERRORS}, operation_id="read_file")
@door(Action.SEE, scope=READ)
def read_file(request: StaffRequest, file_id: Annotated[Key, Path()]) -> Any:
    """The content of a file; its door is that of its dossier."""
    found = queries.attachment(file_id, user=request.user, now=request.now)
    if found.blob.removed_at is not None:
        raise NotFound
    note_reading(found.dossier, what="api file", by=request.user, now=request.now)
    answer = FileResponse(content_of(found.blob_id), content_type="application/octet-stream", filename=found.name)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _read(request: StaffRequest, code: str, what: str) -> Dossier:
    found = queries.by_ref(code, user=request.user, now=request.now)
    note_reading(found, what=what, by=request.user, now=request.now)
    return found


def whole(found: Dossier) -> dict[str, Any]:
    """All of a dossier."""
    return {
        **schemas.row(found), "result": found.result_summary, "result_kind": found.result_kind,
        "steps": [schemas.step(task) for task in queries.tasks_of(found)],
        "papers": [
            {"name": row.name, "originals": row.originals, "copies": row.copies, "present": row.present}
            for row in found.papers.order_by("place")
        ],
        "pauses": [
            {"kind": row.kind, "since": schemas.when(row.since), "until": schemas.when(row.until),
             "ground": row.ground, "document": row.document}
            for row in found.pauses.order_by("since")
        ],
        "supplements": [
            {"number": row.number, "asked": schemas.when(row.asked_at), "missing": row.missing, "reason": row.reason,
             "answered": schemas.when(row.answered_at), "cancelled": schemas.when(row.cancelled_at)}
            for row in queries.supplements_of(found)
        ],
    }  # fmt: skip


def _after(cursor: str) -> tuple[datetime, int] | None:
    if not cursor:
        return None
    moment, pk = cursor.split(":")
    try:
        return datetime.fromtimestamp(float(moment), UTC), int(pk)
    except (ValueError, OverflowError, OSError):
        raise CursorSpoiled from None

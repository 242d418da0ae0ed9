"""What the tablet asks for and brings: JSON of the same session, under the same doors as the pages."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.base.errors import UserError
from motcua.engines.merging import digest
from motcua.visits import commands, queries
from motcua.visits.errors import BadBatch, BadPhoto
from motcua.visits.models import Entry, Visit
from motcua.visits.pages.doors import door
from motcua.visits.policy import Action
from motcua.visits.sayings import is_hash, read_batch
from motcua.web import rate
from motcua.web.door import StaffRequest, signed_in

CALLS: Final = 1200  # of one person at one address in an hour: every 30 seconds, photographs beside
CALL_SECONDS: Final = 3600
View = Callable[..., HttpResponse]


def _told(view: View) -> View:
    """A fault of the user's is told as JSON, with the moment, so that the tablet knows the clock."""

    @wraps(view)
    def told(request: Any, *args: object, **kwargs: object) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except RequestDataTooBig:
            error: UserError = BadPhoto(vi="lớn hơn 2 MB", en="larger than 2 MB")
        except UserError as fault:
            error = fault
        words = error.words(get_language() or "vi")
        return JsonResponse({"error": type(error).__name__, "words": words}, status=error.status)

    return told


@require_GET
@signed_in
@_told
def manifest(request: StaffRequest) -> HttpResponse:
    """All a tablet needs of the open visits of this person. Also the moment, and the word against forged calls."""
    user: Any = request.user
    visits = queries.on_tablet(user, request.now)
    for visit in visits:
        commands.note_reading(visit, what="tablet", by=request.user, now=request.now)
    return _json({
        "user": user.pk, "name": user.full_name, "now": request.now.isoformat(),
        "csrf": get_token(request), "visits": [_visit(visit) for visit in visits],
    })  # fmt: skip


def _visit(visit: Visit) -> dict[str, Any]:
    rows = list(queries.entries(visit))
    return {
        "id": visit.pk, "unit": visit.unit.short_name, "mode": visit.get_mode_display(),
        "begins_on": str(visit.begins_on), "ends_on": str(visit.ends_on), "period_from": str(visit.period_from),
        "period_to": str(visit.period_to), "decision": visit.decision_number,
        "checklist": [
            {"number": group["number"], "title": group["title"], "questions": group["questions"]}
            for group in visit.template_version.content
        ],
        "members": [{"user": row.user_id, "name": row.user.full_name, "role": row.get_role_display()}
                    for row in queries.members(visit)],
        "samples": {row.question: {"seed": row.seed, "size": len(row.keys), "count": row.count, "keys": row.keys,
                                   "description": row.description} for row in queries.samples(visit)},
        "prefills": {row.question: {"at": row.at.isoformat(), "suggested": row.suggested, "seen": row.seen,
                                    "of": row.of, "findings": row.findings} for row in queries.prefills(visit)},
        "entries": [_entry(row) for row in rows], "cursor": rows[-1].pk if rows else 0,
        "photos": sorted(queries.photos(visit)),
    }  # fmt: skip


def _entry(row: Entry) -> dict[str, Any]:
    """As every tablet keeps it: said_at is put right by what its author knew of his clock."""
    return {
        "uuid": str(row.uuid), "device": row.device_id, "seq": row.seq, "question": row.question, "kind": row.kind,
        "value": row.value, "seen": row.seen, "at": (row.said_at + timedelta(seconds=row.skew)).isoformat(),
        "by": row.by_id, "name": row.by.full_name,
    }  # fmt: skip


@require_POST
@door(Action.ANSWER)
@_told
def device(request: StaffRequest) -> HttpResponse:
    """Register this tablet; the token is told once."""
    rate.limit(request, f"device:{request.user.pk}", most=20, seconds=CALL_SECONDS, now=request.now)
    made, token = commands.register_device(request.POST.get("label", ""), by=request.user, now=request.now)
    return _json({"device": made.pk, "token": token})


@require_POST
@signed_in
@_told
def batch(request: StaffRequest, visit_id: int) -> HttpResponse:
    """{device, token, cursor, entries} → {have, gap, refused, others, cursor, missing photographs, now}."""
    rate.limit(request, f"sync:{request.user.pk}", most=CALLS, seconds=CALL_SECONDS, now=request.now)
    taken = commands.take(visit_id, read_batch(request.body), by=request.user, now=request.now)
    if taken.others:
        commands.note_reading(taken.visit, what="tablet", by=request.user, now=request.now)
    language = get_language() or "vi"
    return _json({
        "have": taken.have, "gap": taken.gap, "cursor": taken.cursor, "now": request.now.isoformat(),
        "refused": [{"seq": seq, "words": why.words(language)} for seq, why in taken.refused],
        "others": [_entry(row) for row in taken.others], "open": taken.visit.state == "open",
        "digest": digest(queries.as_said(queries.entries(taken.visit))),
    })  # fmt: skip


@require_http_methods(["PUT"])
@signed_in
@_told
def photo(request: StaffRequest, visit_id: int, sha256: str) -> HttpResponse:
    """Keep a photograph under its hash; the body is the JPEG."""
    rate.limit(request, f"photo:{request.user.pk}", most=CALLS, seconds=CALL_SECONDS, now=request.now)
    number = request.headers.get("X-Device", "")
    if not is_hash(sha256) or not number.isdigit():
        raise BadBatch
    commands.take_photo(
        visit_id, sha256, request.body, device_id=int(number), token=request.headers.get("X-Device-Token", ""),
        taken_at=_moment(request), by=request.user, now=request.now,
    )  # fmt: skip
    return HttpResponse(status=204)


def _moment(request: HttpRequest) -> datetime | None:
    """When the tablet says that it took the picture; none where that is no moment."""
    try:
        found = datetime.fromisoformat(request.headers.get("X-Taken-At", ""))
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _json(told: dict[str, Any]) -> JsonResponse:
    answer = JsonResponse(told)
    answer["Cache-Control"] = "no-store"
    return answer

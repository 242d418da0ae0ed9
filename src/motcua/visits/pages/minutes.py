"""The minutes of a visit: what is written by hand, the frozen text, both signatures, the paper."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.base.errors import NotFound, UserError
from motcua.documents.downloads import TYPES, attached
from motcua.engines.decree30.writing.draft import Block, Clause, Heading, Table
from motcua.visits import commands, photos, policy, queries, words
from motcua.visits.forms import MinutesForm
from motcua.visits.minutes import COUNTS, Given, compiled, conflicts, standing_marks
from motcua.visits.models import Minutes, SignatureMark, Visit
from motcua.visits.pages.doors import door
from motcua.visits.papers import minutes_paper, written
from motcua.visits.papers.common import named
from motcua.visits.papers.minutes import body, shortcoming
from motcua.visits.policy import Action
from motcua.web.door import StaffRequest

BLANK = Given("", (), (), "")


@require_http_methods(["GET", "POST"])
@door(Action.SEE)
def minutes(request: StaffRequest, visit_id: int) -> HttpResponse:
    """The frozen text; before it, for who may read the checklist, what is to be written by hand."""
    if request.method == "GET":
        return _page(request, visit_id)
    found = queries.readable(visit_id, user=request.user, now=request.now)
    form = MinutesForm(request.POST)
    if not form.is_valid():
        return _page(request, visit_id, form, status=422)
    return _act(request, visit_id, lambda: commands.freeze(
        found.pk, form.given(), by=request.user, now=request.now), form)  # fmt: skip


def _act(
    request: StaffRequest, visit_id: int, act: Callable[[], object], form: MinutesForm | None = None
) -> HttpResponse:
    try:
        act()
    except NotFound:
        raise
    except UserError as error:
        return _page(request, visit_id, form, error.words(words.language()), error.status)
    return redirect("visits:minutes", visit_id)


def _page(
    request: StaffRequest, visit_id: int, form: MinutesForm | None = None, fault: str = "", status: int = 200
) -> HttpResponse:
    visit, frozen = queries.with_minutes(visit_id, user=request.user, now=request.now)
    reads = queries.may_read(visit, request.user, request.now)
    if frozen is None and (not reads or visit.state not in ("open", "minutes")):
        raise NotFound
    commands.note_reading(visit, what="minutes", by=request.user, now=request.now)
    context: dict[str, Any] = {"visit": visit, "tone": words.TONES[visit.state], "fault": fault, "reads": reads,
                               "minutes": frozen, "may_decide": policy.allows(Action.DECIDE, request.user, visit,
                                                                              request.now)}  # fmt: skip
    if frozen is None:
        context |= _before(visit, form, request)
    else:
        context |= _frozen(visit, frozen)
    return render(request, "visits/minutes.html", context, status=status)


def _before(visit: Visit, form: MinutesForm | None, request: StaffRequest) -> dict[str, Any]:
    """The form, and what would stand in the minutes."""
    team = queries.members(visit).prefetch_related("user__posts")
    with override("vi"):
        present = "\n".join(named(row) for row in team)
    shown = form or MinutesForm(initial={"place": f"Trụ sở {visit.unit.name}", "present_team": present})
    told = compiled(visit, BLANK, request.now)
    names = {
        question["id"]: question["text"] for group in visit.template_version.content for question in group["questions"]
    }
    return {
        "form": shown, "conflicts": [(name, names[name]) for name in conflicts(visit)], "groups": told["groups"],
        "total": {name: sum(group[name] for group in told["groups"]) for name in COUNTS},
        "shortcomings": [(row["question"], shortcoming(row)) for row in told["shortcomings"]],
    }  # fmt: skip


def _frozen(visit: Visit, frozen: Minutes) -> dict[str, Any]:
    marks = standing_marks(visit, frozen.digest)
    sides = [{"side": side.value, "label": side.label, "mark": marks.get(side.value)}
             for side in (SignatureMark.Side.UNIT, SignatureMark.Side.TEAM)]  # fmt: skip
    return {
        "blocks": list(_shown(body(frozen.content, frozen.digest))), "sides": sides,
        "signs": frozen.signed_at is None and visit.state == "minutes",
        "script": f"{settings.STATIC_URL}minutes/sign.js",
    }  # fmt: skip


def _shown(blocks: Iterable[Block]) -> Iterable[dict[str, Any]]:
    """The very blocks of the paper, as the page shows them: what is read here is what is signed."""
    for block in blocks:
        if isinstance(block, Heading):
            yield {"kind": "heading", "text": f"{block.number}. {block.title}"}
        elif isinstance(block, Table):
            yield {"kind": "table", "head": block.header,
                   "rows": [list(zip(block.header, row, strict=True)) for row in block.rows]}  # fmt: skip
        elif isinstance(block, Clause):
            yield {"kind": "text", "text": f"{block.number}. {block.text}"}
        else:
            yield {"kind": "text", "text": getattr(block, "text", "")}


@require_POST
@door(Action.SEE)
def sign(request: StaffRequest, visit_id: int) -> HttpResponse:
    """One side signs the text that it has before it."""
    given = request.POST
    try:
        strokes = json.loads(given.get("strokes", ""))
    except (ValueError, RecursionError):
        strokes = []
    return _act(request, visit_id, lambda: commands.sign(
        visit_id, side=given.get("side", ""), name=given.get("name", ""), title=given.get("title", ""), strokes=strokes,
        digest=given.get("digest", ""), by=request.user, now=request.now))  # fmt: skip


@require_POST
@door(Action.SEE)
def thaw(request: StaffRequest, visit_id: int) -> HttpResponse:
    """Put something right: the text is no longer frozen, and both sides sign anew."""
    return _act(request, visit_id, lambda: commands.thaw(
        visit_id, digest=request.POST.get("digest", ""), by=request.user, now=request.now))  # fmt: skip


@require_GET
@door(Action.SEE)
def paper(request: StaffRequest, visit_id: int) -> HttpResponse:
    """The biên bản as .docx: the one that both signed, byte by byte; before that the text without signatures."""
    visit, frozen = queries.with_minutes(visit_id, user=request.user, now=request.now)
    if frozen is None:
        raise NotFound
    commands.note_reading(visit, what="minutes paper", by=request.user, now=request.now)
    if frozen.paper:
        data = photos.read(visit, frozen.paper)
    else:
        data = written(minutes_paper(visit.by_unit, frozen.content, frozen.digest))
    return attached(data, TYPES["docx"], f"bien-ban-kiem-tra-{visit.pk}.docx")


@require_GET
@door(Action.SEE)
def signature(request: StaffRequest, visit_id: int, side: str) -> HttpResponse:
    """A signature under the minutes, for who may read them."""
    visit, frozen = queries.with_minutes(visit_id, user=request.user, now=request.now)
    row = standing_marks(visit, frozen.digest).get(side) if frozen is not None else None
    if row is None:
        raise NotFound
    answer = HttpResponse(photos.read(visit, row.png), content_type="image/png")
    answer["Cache-Control"] = "private, no-store"
    return answer

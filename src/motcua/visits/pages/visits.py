"""The list of visits; one visit: its team, its samples, what was said; what is done with it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.base.errors import NotFound, UserError
from motcua.documents.downloads import TYPES, attached
from motcua.engines.merging import digest, state
from motcua.visits import commands, papers, photos, plan_queries, policy, populations, queries, sampling, words
from motcua.visits.forms import DecideForm, MemberForm, PrepareForm
from motcua.visits.models import Entry, Mode, Visit
from motcua.visits.pages.doors import door
from motcua.visits.policy import Action
from motcua.web.door import StaffRequest


@require_http_methods(["GET", "POST"])
@door(Action.SEE)
def visits(request: StaffRequest) -> HttpResponse:
    """Visits this person may know of, newest first; a form for the next one."""
    form = _prepare_form(request)
    if request.method == "POST":
        if form is None:
            raise NotFound
        if form.is_valid():
            try:
                made = commands.prepare(**form.asked(), by=request.user, now=request.now)
                return redirect("visits:visit", made.pk)
            except UserError as error:
                form.add_error(None, error.words(words.language()))
    before = request.GET.get("before", "")
    rows = queries.listed(request.user, request.now, before=int(before) if before.isdigit() else None)
    shown = rows[: queries.PAGE]
    context = {
        "visits": [(row, words.TONES[row.state]) for row in shown], "form": form,
        "next": shown[-1].pk if rows[queries.PAGE :] else "",
        "answers": policy.may_enter(Action.ANSWER, request.user, request.now),
        "plans": plan_queries.visible_to(request.user, request.now).exists() or form is not None,
        "templates": policy.may_enter(Action.TEMPLATES, request.user, request.now),
    }  # fmt: skip
    return render(request, "visits/visits.html", context, status=422 if form is not None and form.errors else 200)


def _prepare_form(request: StaffRequest) -> PrepareForm | None:
    if not policy.may_enter(Action.PREPARE, request.user, request.now):
        return None
    units = queries.units_to_inspect(request.user, request.now)
    return PrepareForm(request.POST or None, units, queries.newest_versions(), request.user, request.now)


@require_GET
@door(Action.SEE)
def visit(request: StaffRequest, visit_id: int) -> HttpResponse:
    """One visit."""
    return _page(request, queries.visit(visit_id, user=request.user, now=request.now))


def _page(
    request: StaffRequest, found: Visit, form: django_forms.Form | None = None, status: int = 200
) -> HttpResponse:
    reads = queries.may_read(found, request.user, request.now)
    may = {
        name: policy.allows(action, request.user, found, request.now)
        for name, action in (("prepare", Action.PREPARE), ("decide", Action.DECIDE), ("devices", Action.DEVICES))
    }
    context = {
        "visit": found, "tone": words.TONES[found.state], "members": queries.members(found), "may": may,
        "samples": _drawn_again(found), "reads": reads,
        "story": [(event, words.EVENTS.get(event.kind, event.kind)) for event in queries.story(found)[:30]],
        "member_form": form if isinstance(form, MemberForm) else MemberForm(),
        "decide_form": form if isinstance(form, DecideForm) else DecideForm(), "bad": form,
        "minutes": queries.minutes(found) if found.state in policy.AFTERWARDS else None,
        "reads_minutes": queries.minutes_readable_by(request.user, request.now).filter(pk=found.pk).exists(),
        "devices": queries.devices(found) if may["devices"] else [],
    }  # fmt: skip
    if reads:
        commands.note_reading(found, what="page", by=request.user, now=request.now)
        context |= _content(found)
    return render(request, "visits/visit.html", context, status=status)


def _drawn_again(visit: Visit) -> list[dict[str, Any]]:
    """Each sample drawn once more from the register as it stands: does it come out the same?

    Questions that look at the same draw are one row. One query a population.
    """
    units, shown = queries.subtree(visit.unit), dict[tuple[object, ...], dict[str, Any]]()
    for sample in queries.samples(visit):
        name = (sample.population, sample.seed, sample.size, sample.drawn_at)
        if name in shown:
            shown[name]["questions"].append(sample.question)
            continue
        keys = populations.POPULATIONS[sample.population](units, visit.period_from, visit.period_to, sample.drawn_at)
        again = sampling.drawn(keys, seed=sample.seed, size=sample.size)
        shown[name] = {
            "row": sample, "questions": [sample.question], "same": sampling.digest(again) == sample.digest,
            "register": sampling.digest(keys) == sample.source, "count": len(set(keys)),
        }  # fmt: skip
    return list(shown.values())


def _content(found: Visit) -> dict[str, Any]:
    """The checklist with what was said of each question."""
    rows = list(queries.entries(found))
    by_uuid = {str(row.uuid): row for row in rows}
    said, arrived = state(queries.as_said(rows)), queries.photos(found)  # type: ignore[arg-type]
    prefills = {row.question: row for row in queries.prefills(found)}
    groups = [
        {"group": group, "lines": [
            _line(question, said.get(question["id"]), by_uuid, arrived, prefills.get(question["id"]))
            for question in group["questions"]
        ]} for group in found.template_version.content
    ]  # fmt: skip
    lines = [line for group in groups for line in group["lines"]]
    now_digest = digest(queries.as_said(rows))  # type: ignore[arg-type]
    return {
        "groups": groups, "answered": sum(line["said"] in ("one", "merged") for line in lines), "number": len(lines),
        "conflicts": [line for line in lines if line["said"] == "conflict"],
        "twins": sum(len(line["twins"]) for line in lines), "refused": queries.refused(found),
        "signatures": [(row, row.of_digest == now_digest) for row in queries.signatures(found)],
    }  # fmt: skip


def _line(
    question: dict[str, Any], said: Any, by_uuid: dict[str, Entry], arrived: set[str], prefill: Any
) -> dict[str, Any]:
    """One question: how it stands, in words, with who said what."""

    def told(names: Any) -> list[dict[str, Any]]:
        return [_said(by_uuid[name], arrived) for name in names]

    english = words.language().startswith("en")
    return {
        "question": question, "said": said.said.value if said else "nothing", "prefill": prefill,
        "words": words.answer(said.value) if said and said.value else "",
        "answers": told(said.answers) if said else [], "notes": told(said.notes) if said else [],
        "photos": told(said.photos) if said else [], "defects": told(said.defects) if said else [],
        "twins": [told(pair) for pair in said.twins] if said else [],
        "findings": [row["en" if english else "vi"] for row in prefill.findings] if prefill else [],
    }  # fmt: skip


def _said(row: Entry, arrived: set[str]) -> dict[str, Any]:
    said = words.answer(row.value) if row.kind in {"answer", "resolve"} else ""
    at = row.said_at + timedelta(seconds=row.skew)
    return {"row": row, "at": at, "words": said, "arrived": row.value.get("sha256") in arrived}


def _act(
    request: StaffRequest, visit_id: int, act: Callable[[], object], form: django_forms.Form | None = None
) -> HttpResponse:
    """Carry out an act, or show the page again with what was wrong."""
    status = 422
    if form is None:
        act()
        return redirect("visits:visit", visit_id)
    if form.is_valid():
        try:
            act()
            return redirect("visits:visit", visit_id)
        except NotFound:
            raise
        except UserError as error:
            form.add_error(None, error.words(words.language()))
            status = error.status
    return _page(request, queries.visit(visit_id, user=request.user, now=request.now), form, status)


@require_POST
@door(Action.PREPARE)
def add_member(request: StaffRequest, visit_id: int) -> HttpResponse:
    """Name somebody for the team."""
    form = MemberForm(request.POST)

    def act() -> None:
        commands.add_member(visit_id, user=form.person(), role=form.cleaned_data["role"], by=request.user,
                            now=request.now)  # fmt: skip

    return _act(request, visit_id, act, form)


@require_POST
@door(Action.PREPARE)
def remove_member(request: StaffRequest, visit_id: int, user_id: int) -> HttpResponse:
    """Take somebody out of the team."""
    return _act(
        request, visit_id,
        lambda: commands.remove_member(visit_id, user_id=user_id, by=request.user, now=request.now),
    )  # fmt: skip


@require_POST
@door(Action.DECIDE)
def decide(request: StaffRequest, visit_id: int) -> HttpResponse:
    """Enter the decision."""
    form = DecideForm(request.POST)

    def act() -> None:
        given = form.cleaned_data
        commands.decide(visit_id, number=given["number"], on=given["on"], by=request.user, now=request.now)

    return _act(request, visit_id, act, form)


@require_GET
@door(Action.SEE)
def paper(request: StaffRequest, visit_id: int, name: str) -> HttpResponse:
    """The decision, or the letter that asks for a report (never of an unannounced visit), as .docx."""
    found = queries.visit(visit_id, user=request.user, now=request.now)
    policy.require(Action.DECIDE, request.user, found, request.now)
    with override("vi"):
        if name == "decision":
            draft = papers.decision_paper(found, list(queries.members(found).prefetch_related("user__posts")))
        elif name == "request" and found.mode == Mode.PLANNED:
            draft = papers.request_paper(found)
        else:
            raise NotFound
        data = papers.written(draft)
    return attached(data, TYPES["docx"], f"{PAPERS[name]}-{found.pk}.docx")


PAPERS = {"decision": "quyet-dinh-kiem-tra", "request": "cong-van-yeu-cau-bao-cao"}
STEPS = {"open": commands.open_visit, "minutes": commands.make_minutes, "close": commands.close_visit,
         "reopen": commands.reopen}  # fmt: skip


@require_POST
@door(Action.DECIDE)
def step(request: StaffRequest, visit_id: int, name: str) -> HttpResponse:
    """Open it, make the minutes, end it."""
    if name not in STEPS:
        raise NotFound
    return _act(request, visit_id, lambda: STEPS[name](visit_id, by=request.user, now=request.now))


@require_POST
@door(Action.SEE)
def revoke(request: StaffRequest, visit_id: int, device_id: int) -> HttpResponse:
    """Stop a lost tablet."""
    return _act(request, visit_id, lambda: commands.revoke_device(device_id, by=request.user, now=request.now))


@require_GET
@door(Action.SEE)
def photo(request: StaffRequest, visit_id: int, sha256: str) -> HttpResponse:
    """A photograph, for who may read the checklist."""
    found = queries.readable(visit_id, user=request.user, now=request.now)
    row = queries.photo(found, sha256)
    commands.note_reading(found, what="photo", by=request.user, now=request.now)
    return _picture(photos.read(found, row.sha256), "image/jpeg")


@require_GET
@door(Action.SEE)
def signature(request: StaffRequest, visit_id: int, mark_id: int) -> HttpResponse:
    """A drawn signature, for who may read the checklist."""
    found = queries.readable(visit_id, user=request.user, now=request.now)
    row = queries.signatures(found).filter(pk=mark_id).first()
    if row is None:
        raise NotFound
    return _picture(photos.read(found, row.png), "image/png")


def _picture(data: bytes, media_type: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=media_type)
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Disposition"] = "inline"
    return answer

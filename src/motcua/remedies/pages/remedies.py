"""One remedy: where it is mended, what was done, what shows it; begun and reported by its owner, judged by another."""

from collections.abc import Callable
from typing import Any

from django import forms as django_forms
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.dossiers.commands.files import content_of, keep
from motcua.engines.mending import Step, steps_from
from motcua.inspection import words as told
from motcua.remedies import commands, leads, policy, queries, words
from motcua.remedies.commands import Shown
from motcua.remedies.forms import EndForm, LetterForm, ReportForm
from motcua.remedies.models import Remedy
from motcua.remedies.pages.doors import door
from motcua.remedies.pages.shared import seen, today, tried
from motcua.remedies.policy import Action
from motcua.web.door import StaffRequest

Bad = tuple[str, django_forms.Form]


@require_GET
@door(Action.SEE)
def remedy(request: StaffRequest, remedy_id: int) -> HttpResponse:
    """One remedy."""
    found = queries.remedy(remedy_id, user=request.user, now=request.now)
    commands.note_reading(found.case, what=f"remedy {found.pk}", by=request.user, now=request.now)
    return _page(request, found)


def _page(request: StaffRequest, row: Remedy, bad: Bad | None = None, status: int = 200) -> HttpResponse:
    steps, unit = steps_from(row.stands) if not row.case.closed else frozenset(), row.case.unit
    mine = policy.owns(request.user, row, request.now)
    judges = not mine and row.ordered_by_id != request.user.pk
    judges = judges and policy.allows(Action.VERIFY, request.user, unit, request.now)
    orders = policy.allows(Action.ORDER, request.user, unit, request.now)
    forms: dict[str, django_forms.Form] = {
        "report": ReportForm(prefix="report", initial={"text": row.report}), "return": EndForm(prefix="return"),
        "letter": LetterForm(prefix="letter"),
    }  # fmt: skip
    if bad and bad[0] in forms:
        forms[bad[0]] = bad[1]
    given = row.given_at.astimezone(VIETNAM)
    context = {
        "row": row, "case": row.case, "sentence": told.sentence(row.case.finding),
        "badge": words.badge(row, request.now), "track": words.track(row), "forms": forms,
        "bad": bad[1] if bad else None, "mine": mine,
        "lead": leads.address(row.template, row.case.finding, today(request)),
        "evidence": list(row.evidence.select_related("by").order_by("pk")),
        "level": words.LEVELS.get(min(row.level, max(words.LEVELS)), ""),
        "may": {
            "begin": mine and Step.BEGIN in steps, "report": mine and Step.REPORT in steps,
            "verify": judges and Step.VERIFY in steps, "order": orders,
            "letter": orders or policy.allows(Action.VERIFY, request.user, unit, request.now),
        },
        "own": mine and Step.VERIFY in steps, "late": row.ended_at is None and row.due_at < request.now,
        "why": f"received={given:%Y-%m-%dT%H:%M}&limit={row.working_days}&unit=working_day",
    }  # fmt: skip
    return render(request, "remedies/remedy.html", context, status=status)


def _decide(
    request: StaffRequest, remedy_id: int, name: str, form: django_forms.Form, act: Callable[[dict[str, Any]], object]
) -> HttpResponse:
    status = tried(form, act)
    if not status:
        return redirect("remedies:remedy", remedy_id)
    row = queries.remedy(remedy_id, user=request.user, now=request.now)
    return _page(request, row, (name, form), status)


def _common(request: StaffRequest) -> dict[str, Any]:
    return {"by": request.user, "now": request.now, "seen": seen(request)}


@require_POST
@door(Action.WORK)
def begin(request: StaffRequest, remedy_id: int) -> HttpResponse:
    """Its owner begins."""
    form = django_forms.Form(request.POST)
    return _decide(request, remedy_id, "begin", form, lambda _given: commands.begin(remedy_id, **_common(request)))


@require_POST
@door(Action.WORK)
def report(request: StaffRequest, remedy_id: int) -> HttpResponse:
    """Its owner reports, with evidence."""
    queries.remedy(remedy_id, user=request.user, now=request.now)
    form = ReportForm(request.POST, request.FILES, prefix="report")

    def act(given: dict[str, Any]) -> None:
        file = keep(given["file"]) if given["file"] else None
        shown = [Shown(given["note"], given["link"], file)]
        commands.report(remedy_id, text=given["text"], shown=shown, **_common(request))

    return _decide(request, remedy_id, "report", form, act)


@require_POST
@door(Action.VERIFY)
def verify(request: StaffRequest, remedy_id: int) -> HttpResponse:
    """Somebody else saw that it is done."""
    form = django_forms.Form(request.POST)
    return _decide(request, remedy_id, "verify", form, lambda _given: commands.verify(remedy_id, **_common(request)))


@require_POST
@door(Action.VERIFY)
def return_(request: StaffRequest, remedy_id: int) -> HttpResponse:
    """The report does not show it."""
    form = EndForm(request.POST, prefix="return")
    return _decide(request, remedy_id, "return", form,
                   lambda given: commands.return_(remedy_id, reason=given["reason"], **_common(request)))  # fmt: skip


@require_POST
@door(Action.ORDER)
def note_letter(request: StaffRequest, remedy_id: int) -> HttpResponse:
    """Number and day of the letter."""
    form = LetterForm(request.POST, prefix="letter")

    def act(given: dict[str, Any]) -> None:
        commands.note_letter(remedy_id, number=given["number"], on=given["on"], **_common(request))

    return _decide(request, remedy_id, "letter", form, act)


@require_GET
@door(Action.SEE)
def evidence(request: StaffRequest, evidence_id: int) -> HttpResponse:
    """The file of a piece of evidence, to be saved."""
    found = queries.evidence(evidence_id, user=request.user, now=request.now)
    if found.blob is None or found.blob.removed_at is not None:
        raise NotFound
    try:
        content = content_of(found.blob.pk)
    except OSError:
        raise NotFound from None
    commands.note_reading(found.remedy.case, what=f"evidence {found.pk}", by=request.user, now=request.now)
    answer = FileResponse(content, content_type=found.blob.media_type, as_attachment=True, filename=found.name)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]

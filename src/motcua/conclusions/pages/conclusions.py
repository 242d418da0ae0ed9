"""Conclusions there are; one as it reads, each figure a link; reckoning anew; issuing."""

from typing import Any

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, override
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound, UserError
from motcua.conclusions import commands, policy, queries, words
from motcua.conclusions.composing.paper import DRAFT, issuer, subject
from motcua.conclusions.composing.paper import conclusion as paper_of
from motcua.conclusions.composing.report import TITLES, Report, Sentence
from motcua.conclusions.forms import DraftForm, IssueForm
from motcua.conclusions.models import Conclusion
from motcua.conclusions.pages.doors import door
from motcua.conclusions.policy import Action
from motcua.documents.drafting import faults, written
from motcua.engines.concluding import Shown
from motcua.web.door import StaffRequest

ROWS = 40  # demands shown on the page; the rest is in the annex and the workbook


@door(Action.SEE)
def conclusions(request: StaffRequest) -> HttpResponse:
    """Newest year first; above them the form that drafts one."""
    units = {unit.pk: unit for unit in queries.units_to_draft(request.user, request.now)}
    form = DraftForm([(pk, unit.name) for pk, unit in units.items()], posted(request),
                     initial={"year": request.now.year})  # fmt: skip
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            try:
                made = commands.draft(units[given["unit"]], given["year"], by=request.user, now=request.now)
                return redirect("conclusions:conclusion", made.pk)
            except UserError as error:
                form.add_error(None, error.words(language()))
                status = error.status
    context = {"form": form, "may_draft": bool(units), "conclusions": queries.listed(request.user, request.now)}
    return render(request, "conclusions/conclusions.html", context, status=status)


def posted(request: HttpRequest) -> Any:
    """What was sent, where something was."""
    return request.POST if request.method == "POST" else None


def language() -> str:
    """The reader's."""
    return get_language() or "vi"


def seen(request: HttpRequest) -> int:
    """The version that the page showed."""
    given = request.POST.get("seen", "")
    return int(given) if given.isdigit() else 0


@require_GET
@door(Action.SEE)
def conclusion(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """One conclusion."""
    return page(request, read(request, conclusion_id, "page"))


def read(request: StaffRequest, conclusion_id: int, what: str) -> Conclusion:
    """The conclusion, with its reading in the record. Raises NotFound."""
    found = queries.conclusion(conclusion_id, user=request.user, now=request.now)
    commands.note_reading(found, what=what, by=request.user, now=request.now)
    return found


def page(
    request: StaffRequest, found: Conclusion, form: django_forms.Form | None = None, status: int = 200
) -> HttpResponse:
    """The conclusion as it reads."""
    report = queries.report_of(found)
    may = policy.of(found, request.user, request.now)
    with override("vi"):
        bad = [] if found.issued else faults(written(paper_of(report, queries.issue_of(found))))
    context = {
        "conclusion": found, "title": subject(found.year), "parts": _parts(report, drafting=may["draft"]), "may": may,
        "bad_rules": bad, "hand": sum(one.by_hand and not one.out for one in report.sentences),
        "demands": report.demands[:ROWS], "more": max(0, len(report.demands) - ROWS), "lacking": len(report.demands),
        "form": form or IssueForm(initial={"issued_on": request.now.date(), "signer": _name(request.user)}),
        "bad": form, "symbol": f"{found.number}/TB-{issuer(found.unit, DRAFT)['symbol']}",
        "story": [(event, words.EVENTS.get(event.kind, event.kind)) for event in queries.story(found)[:30]],
    }  # fmt: skip
    return render(request, "conclusions/conclusion.html", context, status=status)


def _name(user: Any) -> str:
    return str(user.full_name)


def _parts(report: Report, *, drafting: bool) -> list[dict[str, Any]]:
    """Part by part and topic by topic; whoever drafts sees what was taken out too."""
    found: list[dict[str, Any]] = []
    for part, title in TITLES.items():
        topics: dict[str, list[dict[str, Any]]] = {}
        for one in report.sentences:
            if one.part == part and (drafting or not one.out):
                topics.setdefault(one.title, []).append(_sentence(one))
        if topics:
            found.append({"number": part, "title": title, "topics": list(topics.items())})
    return found


def _sentence(one: Sentence) -> dict[str, Any]:
    """pieces: words, and figures to link."""
    pieces = [{"figure": piece, "hand": piece.by_hand} if isinstance(piece, Shown) else {"words": piece}
              for piece in one.pieces]  # fmt: skip
    return {"code": one.code, "pieces": pieces, "edited": one.edited, "out": one.out}


@require_POST
@door(Action.DRAFT)
def anew(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """Reckon all figures again."""
    commands.reckon_anew(conclusion_id, by=request.user, now=request.now, seen=seen(request))
    return redirect("conclusions:conclusion", conclusion_id)


@require_POST
@door(Action.ISSUE)
def issue(request: StaffRequest, conclusion_id: int) -> HttpResponse:
    """Give it number, day and signer: final."""
    form, status = IssueForm(request.POST), 422
    if form.is_valid():
        try:
            commands.issue(conclusion_id, **form.cleaned_data, by=request.user, now=request.now, seen=seen(request))
            return redirect("conclusions:conclusion", conclusion_id)
        except NotFound:
            raise
        except UserError as error:
            form.add_error(None, error.words(language()))
            status = error.status
    return page(request, queries.conclusion(conclusion_id, user=request.user, now=request.now), form, status)

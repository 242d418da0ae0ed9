"""Documents of a campaign: the list with its filters, one with what was found in it, what a person says of it."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound, UserError
from motcua.documents import downloads, issued, judging, reading
from motcua.documents.words import OUTCOMES
from motcua.engines.decree30.batch import Task, check_source
from motcua.inspection import campaign_policy as policy
from motcua.inspection import campaign_queries as queries
from motcua.inspection import commands, words
from motcua.inspection.campaign_forms import HandledForm, ReviewForm
from motcua.inspection.campaigns import papers
from motcua.inspection.models import Reviewed
from motcua.inspection.pages.doors import door
from motcua.inspection.policy import Action
from motcua.web.door import StaffRequest


def _filter(given: QueryDict) -> queries.Filter:
    """What the address narrows the list to; nonsense narrows nothing."""
    unit, outcome, verdict = given.get("unit", ""), given.get("outcome", ""), given.get("verdict", "")
    return queries.Filter(
        rule=given.get("rule", "")[:60], unit=int(unit) if unit.isdigit() and len(unit) < 10 else None,
        outcome=outcome if outcome in Reviewed.Outcome.values else "",
        verdict=verdict if verdict in {"none", *Reviewed.Verdict.values} else "", sampled=given.get("sampled") == "on",
    )  # fmt: skip


@require_GET
@door(Action.CAMPAIGN_SEE)
def documents(request: StaffRequest, campaign_id: int) -> HttpResponse:
    """Its documents in their order, narrowed by rule, unit, outcome, verdict, or to those drawn."""
    found = queries.campaign(campaign_id, user=request.user, now=request.now)
    narrowed, after = _filter(request.GET), request.GET.get("after", "")
    rows = queries.documents(found, narrowed, after=int(after) if after.isdigit() and len(after) < 10 else None)
    shown, picture = rows[: queries.PAGE], queries.picture(found)
    said = {name: value for name, value in request.GET.items() if name != "after" and value}
    context = {
        "campaign": found, "rows": [(row, *OUTCOMES[row.outcome]) for row in shown], "chosen": narrowed,
        "number": queries.number(found, narrowed), "next": shown[-1].place if rows[queries.PAGE :] else "",
        "units": [(pk, name) for pk, name, _n, _bad in picture.by_unit], "query": urlencode(said),
        "rules": [(code, papers.rule_words(code, words.language()), n) for code, n in picture.rules],
        "outcomes": Reviewed.Outcome.choices, "verdicts": Reviewed.Verdict.choices,
    }  # fmt: skip
    return render(request, "inspection/campaign_documents.html", context)


@door(Action.CAMPAIGN_SEE)
def document(request: StaffRequest, reviewed_id: int) -> HttpResponse:
    """One document; a post is its review."""
    row = queries.reviewed(reviewed_id, user=request.user, now=request.now)
    form = ReviewForm(request.POST if request.method == "POST" else None, row)
    if request.method != "POST":
        return _page(request, row, form=form)
    status = 422
    if form.is_valid():
        try:
            commands.review(row.pk, form.review(), by=request.user, now=request.now, seen=_seen(request))
            return redirect("inspection:campaign_document", row.pk)
        except NotFound:
            raise
        except UserError as error:
            form.add_error(None, error.words(words.language()))
            status = error.status
    return _page(request, row, form=form, bad=form, status=status)


def _seen(request: StaffRequest) -> int:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdigit() else 0


@require_POST
@door(Action.CAMPAIGN_REVIEW)
def handled(request: StaffRequest, reviewed_id: int) -> HttpResponse:
    """The unit has put it right."""
    row = queries.reviewed(reviewed_id, user=request.user, now=request.now)
    form, status = HandledForm(request.POST, prefix="handled"), 422
    if form.is_valid():
        try:
            on = form.cleaned_data["on"]
            commands.mark_handled(row.pk, on=on, by=request.user, now=request.now, seen=_seen(request))
            return redirect("inspection:campaign_document", row.pk)
        except NotFound:
            raise
        except UserError as error:
            form.add_error(None, error.words(words.language()))
            status = error.status
    return _page(request, row, handling=form, bad=form, status=status)


def _page(
    request: StaffRequest, row: Reviewed, *, form: ReviewForm | None = None, handling: HandledForm | None = None,
    bad: Any = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    form = form or ReviewForm(None, row)
    fields = list(form)
    context = {
        "row": row, "document": row.document, "campaign": row.campaign, "outcome": OUTCOMES[row.outcome],
        "groups": _groups(row), "content": [papers.rule_words(code, words.language()) for code in row.content],
        "form": form, "points": fields[: len(Reviewed.Point)], "rest": fields[len(Reviewed.Point) :], "bad": bad,
        "handling": handling or HandledForm(prefix="handled"),
        "said": [(point.label, row.points.get(point.value)) for point in Reviewed.Point] if row.points else [],
        "late": row.due_on is not None and row.done_on is None and row.due_on < request.now.date(),
        "may_review": policy.allows_at(Action.CAMPAIGN_REVIEW, request.user, row.campaign.unit.path, request.now)
        and row.outcome != Reviewed.Outcome.WAITING,
    }  # fmt: skip
    return render(request, "inspection/campaign_document.html", context, status=status)


def _groups(row: Reviewed) -> list[reading.Group]:
    """What the checker of today says of the kept file, in words; nothing where there is none."""
    if row.error or not row.sha256:
        return []
    try:
        data = issued.read(row.sha256)
    except OSError:
        return []
    name = row.file or "van-ban.docx"
    outcome = check_source(judging.Given(Path(), name, judging.readable(name, data)), Task(roles=False))
    return reading.groups(outcome.held["findings"], words.language())


@require_GET
@door(Action.CAMPAIGN_SEE)
def file(request: StaffRequest, reviewed_id: int) -> HttpResponse:
    """The document itself, as it was inspected."""
    row = queries.reviewed(reviewed_id, user=request.user, now=request.now)
    try:
        data = issued.read(row.sha256) if row.sha256 else b""
    except OSError:
        raise NotFound from None
    if not data:
        raise NotFound
    suffix = Path(row.file).suffix or ".docx"
    return downloads.attached(data, "application/octet-stream", f"van-ban-{row.pk}{suffix}")


@require_GET
@door(Action.CAMPAIGN_SEE)
def letter(request: StaffRequest, reviewed_id: int) -> HttpResponse:
    """The letter that asks the unit to act, to be numbered and signed; only where something is to be done."""
    row = queries.reviewed(reviewed_id, user=request.user, now=request.now)
    if row.due_on is None:
        raise NotFound
    return downloads.attached(papers.letter(row), downloads.TYPES["docx"], f"cong-van-{row.pk}.docx")

"""Campaigns of self-inspection: those there are, one with its picture, its papers."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound, UserError
from motcua.documents import downloads
from motcua.inspection import campaign_policy as policy
from motcua.inspection import campaign_queries as queries
from motcua.inspection import commands, words
from motcua.inspection.campaign_forms import CampaignForm
from motcua.inspection.campaigns import papers, sheet
from motcua.inspection.models import Campaign
from motcua.inspection.pages.doors import door
from motcua.inspection.policy import Action
from motcua.web.door import StaffRequest

RULES: Final = 12  # in the picture
HEATS: Final = 4  # shades of a tile


@door(Action.CAMPAIGN_SEE)
def campaigns(request: StaffRequest) -> HttpResponse:
    """Those this person may see, newest first; above them the form that opens one."""
    units = {unit.pk: unit for unit in queries.units_to_open(request.user, request.now)}
    form = CampaignForm(_posted(request), [(pk, unit.name) for pk, unit in units.items()])
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            given = form.cleaned_data
            try:
                made = commands.ask_campaign(
                    units[int(given["unit"])], since=given["since"], until=given["until"], percent=given["percent"],
                    by=request.user, now=request.now,
                )  # fmt: skip
                return redirect("inspection:campaign", made.pk)
            except UserError as error:
                form.add_error(None, error.words(words.language()))
                status = error.status
    before = request.GET.get("before", "")
    found = queries.listed(request.user, request.now, before=int(before) if before.isdigit() else None)
    context = {
        "form": form, "campaigns": found[: queries.PAGE], "may_open": bool(units),
        "next": found[queries.PAGE - 1].pk if found[queries.PAGE :] else "",
    }  # fmt: skip
    return render(request, "inspection/campaigns.html", context, status=status)


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


@require_GET
@door(Action.CAMPAIGN_SEE)
def campaign(request: StaffRequest, campaign_id: int) -> HttpResponse:
    """How far it is; what it found by rule, unit and month. The page asks again by itself while it runs."""
    found = queries.campaign(campaign_id, user=request.user, now=request.now)
    may_go_on = not found.folder and policy.allows_at(Action.CAMPAIGN_OPEN, request.user, found.unit.path, request.now)
    if request.headers.get("HX-Request") and not found.over:
        return render(request, "inspection/_campaign_progress.html", {"campaign": found, "may_go_on": may_go_on})
    counts, shown = queries.outcomes(found), queries.picture(found)
    context = {
        "campaign": found, "counts": counts, "overdue": queries.overdue(found, request.now),
        "rows": _tiles(shown), "units": shown.by_unit,
        "months": [(f"{month[5:]}/{month[:4]}", number, bad) for month, number, bad in shown.by_month],
        "told": _told(shown), "hidden": max(0, len(shown.rules) - RULES), "may_go_on": may_go_on,
        "story": [(event, words.EVENTS.get(event.kind, event.kind)) for event in queries.story(found)[:20]],
    }  # fmt: skip
    answer = render(request, "inspection/campaign.html", context)
    if request.headers.get("HX-Request"):
        answer["HX-Refresh"] = "true"
    return answer


@require_POST
@door(Action.CAMPAIGN_OPEN)
def go_on(request: StaffRequest, campaign_id: int) -> HttpResponse:
    """Have a campaign that stopped carried on."""
    commands.go_on(campaign_id, by=request.user, now=request.now)
    return redirect("inspection:campaign", campaign_id)


def _tiles(shown: queries.Picture) -> list[dict[str, Any]]:
    """A row a rule: a tile a unit, with its number and its shade."""
    most = max(shown.tiles.values(), default=1)
    return [
        {
            "code": code, "asks": papers.rule_words(code, words.language()), "number": number,
            "tiles": [
                {"unit": pk, "name": name, "number": n, "heat": -(-n * HEATS // most)}
                for pk, name, _number, _bad in shown.by_unit for n in (shown.tiles.get((code, pk), 0),)
            ],
        }
        for code, number in shown.rules[:RULES]
    ]  # fmt: skip


def _told(shown: queries.Picture) -> dict[str, Any]:
    """The picture in words: the rule broken most, and the unit with the largest share; empty where all is well."""
    if not shown.rules:
        return {}
    _pk, unit, number, bad = max(shown.by_unit, key=lambda row: (row[3] / row[2], row[3]))
    code, times = shown.rules[0]
    return {
        "rule": papers.rule_words(code, words.language()).rstrip(" ."),
        "times": times,
        "unit": unit,
        "bad": bad,
        "of": number,
    }


def _over(campaign_id: int, request: StaffRequest) -> Campaign:
    found = queries.campaign(campaign_id, user=request.user, now=request.now)
    if not found.over:
        raise NotFound
    return found


@require_GET
@door(Action.CAMPAIGN_SEE)
def list_xlsx(request: StaffRequest, campaign_id: int) -> HttpResponse:
    """The list of inspected documents."""
    found = _over(campaign_id, request)
    data = sheet.workbook(found, words.language())
    return downloads.attached(data, downloads.TYPES["xlsx"], f"danh-muc-tu-kiem-tra-{found.pk}.xlsx")


@require_GET
@door(Action.CAMPAIGN_SEE)
def report_docx(request: StaffRequest, campaign_id: int) -> HttpResponse:
    """The report, to be numbered and signed."""
    found = _over(campaign_id, request)
    return downloads.attached(papers.report(found), downloads.TYPES["docx"], f"bao-cao-tu-kiem-tra-{found.pk}.docx")

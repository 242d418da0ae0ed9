"""Plans of a year: proposed, ticked by hand, issued; the picture of the year, to read, print and take away."""

import io
from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.documents.downloads import TYPES, attached
from motcua.visits import commands, papers, policy, proposing, words
from motcua.visits import plan_queries as queries
from motcua.visits.calendar import calendar_book, calendar_of
from motcua.visits.commands.plans import why
from motcua.visits.forms import IssueForm, PlanForm
from motcua.visits.law import VISITS
from motcua.visits.models import Plan
from motcua.visits.pages.doors import door
from motcua.visits.policy import Action
from motcua.web.door import StaffRequest

STATES = {"draft": "paused", "issued": "done"}


def _today(request: StaffRequest) -> date:
    return request.now.astimezone(VIETNAM).date()


@require_http_methods(["GET", "POST"])
@door(Action.SEE)
def plans(request: StaffRequest) -> HttpResponse:
    """Plans this person may know of, newest first; a form for the next one."""
    units = queries.planning_units(request.user, request.now)
    form = PlanForm(request.POST or None, units, initial={"year": _today(request).year}) if units else None
    if request.method == "POST":
        if form is None:
            raise NotFound
        if form.is_valid():
            try:
                made = commands.draft_plan(
                    form.by_unit(), year=form.cleaned_data["year"], by=request.user, now=request.now
                )
                return redirect("visits:plan", made.pk)
            except UserError as error:
                form.add_error(None, error.words(words.language()))
    before = request.GET.get("before", "")
    rows = queries.listed(request.user, request.now, before=int(before) if before.isdigit() else None)
    shown = rows[: queries.PAGE]
    context = {
        "plans": [(row, STATES[row.state]) for row in shown], "form": form,
        "next": shown[-1].pk if rows[queries.PAGE :] else "",
    }  # fmt: skip
    return render(request, "visits/plans.html", context, status=422 if form is not None and form.errors else 200)


@require_http_methods(["GET", "POST"])
@door(Action.SEE)
def plan(request: StaffRequest, plan_id: int) -> HttpResponse:
    """One plan. Who drafts it sees all units with what speaks for each, and ticks; others see their lines."""
    found = queries.plan(plan_id, user=request.user, now=request.now)
    if request.method == "POST":
        return _act(request, found, lambda: commands.set_units(
            found.pk, _months(request), by=request.user, now=request.now, seen=_seen(request)))  # fmt: skip
    return _page(request, found)


def _months(request: StaffRequest) -> dict[int, int]:
    """Unit → month, of those that are ticked."""
    given = {
        name.removeprefix("month-"): str(value) for name, value in request.POST.items() if name.startswith("month-")
    }
    return {int(unit): int(month) for unit, month in given.items()
            if unit.isdigit() and month.isdigit() and f"unit-{unit}" in request.POST}  # fmt: skip


def _seen(request: StaffRequest) -> int:
    seen = request.POST.get("seen", "")
    return int(seen) if seen.isdigit() else 0


def _act(request: StaffRequest, found: Plan, act: Callable[[], object], form: IssueForm | None = None) -> HttpResponse:
    try:
        act()
    except NotFound:
        raise
    except UserError as error:
        if form is None:
            form = IssueForm({})
            form.full_clean()
            form.errors.clear()
        form.add_error(None, error.words(words.language()))
        return _page(request, queries.plan(found.pk, user=request.user, now=request.now), form, error.status)
    return redirect("visits:plan", found.pk)


def _page(request: StaffRequest, found: Plan, form: IssueForm | None = None, status: int = 200) -> HttpResponse:
    may = {name: policy.allows_plan(action, request.user, found, request.now) and found.state == Plan.State.DRAFT
           for name, action in (("plan", Action.PLAN), ("issue", Action.ISSUE_PLAN))}  # fmt: skip
    inspects = policy.allows_plan(Action.SEE, request.user, found, request.now)
    lines = queries.lines(found, request.user, request.now)
    context: dict[str, Any] = {
        "plan": found, "tone": STATES[found.state], "may": may, "inspects": inspects, "form": form or IssueForm(),
        "bad": form, "lines": [(row, words.reasons(row.why) if inspects else []) for row in lines],
        "story": [(event, words.EVENTS.get(event.kind, event.kind)) for event in queries.story(found)[:30]],
    }  # fmt: skip
    if inspects:
        law = VISITS.on(found.issued_on or _today(request))
        total = len(queries.reachable(found.unit, found.year, request.now))
        reached = len({row.unit_id for row in lines})
        context |= {
            "share": words.share(reached, total, law.coverage.value), "law": law,
            "enough": proposing.is_enough(reached, total, law.coverage.value),
        }  # fmt: skip
    if may["plan"]:
        context["rows"] = _rows(request, found, {row.unit_id: row for row in lines})
        context["months"] = range(1, 13)
    return render(request, "visits/plan.html", context, status=status)


def _rows(request: StaffRequest, found: Plan, planned: dict[int, Any]) -> list[dict[str, Any]]:
    """Every unit in the order of what speaks for it; a planned one with what spoke for it when it came in."""
    ranking = queries.ranking(found.unit, found.year, user=request.user, now=request.now)
    would = {one.unit for one in ranking.proposed}
    free = proposing.spread(len(ranking.proposals), proposing.first_month(found.year, _today(request)))
    return [
        {"unit": ranking.units[one.unit], "line": (line := planned.get(one.unit)), "due": one.due, "score": one.score,
         "month": line.month if line else month, "would": one.unit in would,
         "reasons": words.reasons(line.why if line else why(one))}
        for one, month in zip(ranking.proposals, free, strict=True)
    ]  # fmt: skip


@require_POST
@door(Action.ISSUE_PLAN)
def issue(request: StaffRequest, plan_id: int) -> HttpResponse:
    """Number and day: from then on its units see their lines."""
    found, form = queries.plan(plan_id, user=request.user, now=request.now), IssueForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, 422)
    given = form.cleaned_data
    return _act(request, found, lambda: commands.issue_plan(
        found.pk, number=given["number"], on=given["on"], by=request.user, now=request.now, seen=_seen(request)),
        form)  # fmt: skip


@require_GET
@door(Action.SEE)
def paper(request: StaffRequest, plan_id: int) -> HttpResponse:
    """The kế hoạch as .docx, for the unit that inspects: number, day and signer blank until entered."""
    found = _inspected_by(request, plan_id)
    lines = queries.lines(found, request.user, request.now)
    total = len(queries.reachable(found.unit, found.year, request.now))
    percent = VISITS.on(found.issued_on or _today(request)).coverage.value
    coverage = found.coverage or words.share_vi(len({row.unit_id for row in lines}), total, percent)
    with override("vi"):
        data = papers.written(papers.plan_paper(found, lines, coverage))
    return attached(data, TYPES["docx"], f"ke-hoach-kiem-tra-{found.year}.docx")


def _inspected_by(request: StaffRequest, plan_id: int) -> Plan:
    """A plan of a unit for which this person inspects. Raises NotFound."""
    found = queries.plan(plan_id, user=request.user, now=request.now)
    if not policy.allows_plan(Action.SEE, request.user, found, request.now):
        raise NotFound
    return found


@require_GET
@door(Action.SEE)
def calendar(request: StaffRequest, plan_id: int) -> HttpResponse:
    """The picture of the year: months by units, what was planned, what took place."""
    found = queries.plan(plan_id, user=request.user, now=request.now)
    rows = calendar_of(queries.lines(found, request.user, request.now),
                       queries.took_place(found, request.user, request.now))  # fmt: skip
    inspects = policy.allows_plan(Action.SEE, request.user, found, request.now)
    context = {"plan": found, "rows": rows, "months": range(1, 13), "inspects": inspects}
    return render(request, "visits/calendar.html", context)


@require_GET
@door(Action.SEE)
def workbook(request: StaffRequest, plan_id: int) -> HttpResponse:
    """The same as XLSX, for the unit that inspects."""
    found = _inspected_by(request, plan_id)
    rows = calendar_of(queries.lines(found, request.user, request.now),
                       queries.took_place(found, request.user, request.now))  # fmt: skip
    held = io.BytesIO()
    calendar_book(found, rows).save(held)
    return attached(held.getvalue(), TYPES["xlsx"], f"lich-kiem-tra-{found.year}.xlsx")

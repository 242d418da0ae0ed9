"""Bảng phát hiện: what is open, a cause a line, with who mends it and how far; the findings of one cause; one's own."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound
from motcua.engines.mending import CLOSED, CaseState
from motcua.inspection import words as told
from motcua.inspection.models import Finding, Severity
from motcua.organisations.queries import holders_in
from motcua.remedies import commands, policy, queries, queue, words
from motcua.remedies.forms import OrderForm
from motcua.remedies.models import Case
from motcua.remedies.pages.doors import door
from motcua.remedies.pages.reports import reporting_units
from motcua.remedies.pages.shared import asked, template_buttons, tried
from motcua.remedies.policy import Action
from motcua.web.door import StaffRequest

ALL: Final = {
    "": gettext_lazy("Đang mở"), "untaken": gettext_lazy("Chưa ai theo dõi"), "contested": gettext_lazy("Bị khiếu nại"),
    "mending": gettext_lazy("Đang khắc phục"), "reported": gettext_lazy("Đã báo cáo"),
    "overdue": gettext_lazy("Quá hạn"), "repeat": gettext_lazy("Tái diễn"), "closed": gettext_lazy("Đã đóng"),
}  # fmt: skip


@require_GET
@door(Action.SEE)
def board(request: StaffRequest) -> HttpResponse:
    """`?unit=` narrows to one unit, `&state=` to a state; `?mine=1` shows what waits for the reader."""
    if request.GET.get("mine") == "1":
        return _mine(request)
    chosen, state = request.GET.get("unit", ""), request.GET.get("state", "")
    unit = int(chosen) if chosen.isdigit() and len(chosen) < 10 else None
    state = state if state in ALL else ""
    found = queries.board(request.user, request.now)
    units = sorted({(row.unit_id, row.unit) for row in found.rows}, key=lambda one: one[1])
    rows = [row for row in found.rows if (unit is None or row.unit_id == unit) and _in_state(row, state)]
    context: dict[str, Any] = {
        "board": found, "units": units, "unit": unit, "state": state, "states": ALL,
        "rows": [_line(row, request) for row in rows], "mine": queries.waiting_for(request.user, request.now).count(),
        "reports": reporting_units(request, unit),
    }  # fmt: skip
    if state == "closed":
        after = request.GET.get("after", "")
        closed = queries.closed(request.user, request.now, unit_id=unit, after=int(after) if after.isdigit() else None)
        shown = closed[: queries.PAGE]
        context["closed"] = [(one, told.sentence(one.finding), words.CASES[one.stands]) for one in shown]
        context["next"] = closed[queries.PAGE - 1].pk if closed[queries.PAGE :] else ""
    return render(request, "remedies/board.html", context)


def _in_state(row: queries.Row, state: str) -> bool:
    """Does the line belong to what is shown?"""
    if state in set(CaseState):
        return bool(state not in CLOSED and row.states and row.states.get(state))
    shown = {"": True, "untaken": row.untaken > 0, "overdue": row.overdue > 0, "repeat": row.repeats > 0}
    return shown.get(state, False)


def _line(row: queries.Row, request: StaffRequest) -> dict[str, Any]:
    signal = told.signal_of(row.signal)
    states = [(words.CASES[CaseState(name)], number) for name, number in (row.states or {}).items()]
    return {
        "row": row, "title": signal.title.words(told.language()), "of": row.group.split("/", 2)[2], "states": states,
        "tone": "late" if row.overdue else told.TONES[Severity(row.severity)],
        "severity": Severity(row.severity).label, "act": _act(row, request),
        "level": words.LEVELS.get(min(row.level, max(words.LEVELS))) if row.level else "",
    }  # fmt: skip


def _act(row: queries.Row, request: StaffRequest) -> str:
    """The one act that comes next, for this reader."""
    if policy.may_enter(Action.VERIFY, request.user, request.now):
        if row.states and row.states.get("contested"):
            return _("Trả lời")
        return _("Xác minh") if row.states and row.states.get("reported") else _("Xem, kết luận")
    if policy.may_enter(Action.ORDER, request.user, request.now) and not row.remedies:
        return _("Giao khắc phục")
    return _("Xem")


def _mine(request: StaffRequest) -> HttpResponse:
    """What waits for the reader, nearest due first."""
    rows = list(queries.waiting_for(request.user, request.now)[:200])
    lines = [queue.line(row, request.user, request.now) for row in rows]
    return render(request, "remedies/mine.html", {"lines": lines})


@require_GET
@door(Action.SEE)
def group(request: StaffRequest) -> HttpResponse:
    """The findings of one cause with their cases; who may orders the same remedy for all."""
    return _group_page(request, request.GET.get("group", ""))


def _group_page(request: StaffRequest, name: str, form: OrderForm | None = None, status: int = 200) -> HttpResponse:
    after = request.GET.get("after", "")
    rows = queries.in_group(name, request.user, request.now, after=int(after) if after.isdigit() else None)
    apart = queries.apart(name, request.user, request.now) if not after else []
    if not rows and not apart:
        raise NotFound
    finding = rows[0][0] if rows else apart[0].finding
    signal, shown = told.signal_of(finding.signal), rows[: queries.PAGE]
    may = policy.allows(Action.ORDER, request.user, finding.unit, request.now)
    writes = may or policy.allows(Action.VERIFY, request.user, finding.unit, request.now)
    to_order, to_press = queries.to_write_of(name, request.user, request.now)
    context = {
        "group": name, "unit": finding.unit, "title": signal.title.words(told.language()),
        "remedy": signal.remedy.words(told.language()),
        "rows": [*(_row(one.finding, one) for one in apart), *(_row(one, case) for one, case in shown)],
        "next": shown[-1][0].pk if rows[queries.PAGE :] else "", "bad": form, "query": urlencode({"group": name}),
        "to_order": to_order if writes else 0, "to_press": to_press if writes else 0,
    }  # fmt: skip
    if may and rows:
        context["form"] = form or OrderForm(holders_in([finding.unit_id], request.now))
        context["templates"] = template_buttons(request, finding.signal)
    return render(request, "remedies/group.html", context, status=status)


def _row(finding: Finding, case: Case | None) -> dict[str, Any]:
    return {"finding": finding, "sentence": told.sentence(finding), "case": case,
            "badge": words.CASES[case.stands] if case else words.UNTAKEN}  # fmt: skip


@require_POST
@door(Action.ORDER)
def order_group(request: StaffRequest) -> HttpResponse:
    """One remedy for every finding of the cause."""
    name = request.POST.get("group", "")
    rows = queries.in_group(name, request.user, request.now)
    if not rows:
        raise NotFound
    form = OrderForm(holders_in([rows[0][0].unit_id], request.now), request.POST)
    made: list[Any] = []

    def act(given: dict[str, Any]) -> None:
        made.extend(commands.order_group(name, asked(request, given), by=request.user, now=request.now))

    if status := tried(form, act):
        return _group_page(request, name, form, status)
    messages.success(request, _("Đã giao khắc phục %(n)s phát hiện.") % {"n": len(made)})
    return redirect(f"{reverse('remedies:group')}?{urlencode({'group': name})}")

"""Trễ hạn: late steps and dossiers of a period, by step and person."""

from datetime import datetime, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from motcua.base.clock import VIETNAM
from motcua.dossiers import figures
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import Action
from motcua.dossiers.selection import Selection, leads
from motcua.dossiers.standing import standings_of
from motcua.web.door import StaffRequest


@require_GET
@door(Action.SEE)
def late(request: StaffRequest) -> HttpResponse:
    """The figures of a period, this month where none is asked; a leader's units, everybody else's own."""
    today = request.now.astimezone(VIETNAM).date()
    asked = Selection.read(request.GET)
    since, until = asked.since or today.replace(day=1), asked.until or today
    begin = datetime(since.year, since.month, since.day, tzinfo=VIETNAM)
    end = datetime(until.year, until.month, until.day, tzinfo=VIETNAM) + timedelta(days=1)
    lines = figures.lines(request.user, request.now, begin, end)
    found = figures.late_dossiers(request.user, begin, end, request.now)
    context = {
        "lines": lines, "most": max((line.done for line in lines), default=1), "since": since, "until": until,
        "rows": standings_of(found, request.now), "leads": bool(leads(request.user, request.now)),
    }  # fmt: skip
    return render(request, "dossiers/late.html", context)

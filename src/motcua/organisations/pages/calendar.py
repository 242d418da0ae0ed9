"""Lịch làm việc: office hours and decided days; an administrator enters and revokes decisions."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import UserError
from motcua.engines import worktime
from motcua.engines.worktime import Calendar, Day
from motcua.organisations import commands, policy, queries
from motcua.organisations.forms import DayForm, DueForm
from motcua.organisations.models import DayDecision
from motcua.organisations.policy import Action
from motcua.web.door import StaffRequest, door_for

door = door_for(policy.may_enter)


@door(Action.READ_CALENDAR)
def calendar(request: StaffRequest) -> HttpResponse:
    """The year's days off of the reader's unit, with their decisions; the form for an administrator."""
    may_change = policy.may_enter(Action.CHANGE_CALENDAR, request.user, request.now)
    form = DayForm(request.POST or None) if may_change else None
    status = 200
    if request.method == "POST" and form is not None:
        status = 422
        if form.is_valid():
            try:
                commands.decide_day(unit=None, by=request.user, now=request.now, **form.cleaned_data)
            except UserError as error:
                form.add_error(None, error.words(get_language() or "vi"))
                status = error.status
            else:
                messages.success(request, _("Đã ghi vào lịch; ngày hẹn của hồ sơ đang mở được tính lại."))
                return redirect("organisations:calendar")
    unit_id = queries.posts_of(request.user, request.now)[0].unit_id
    today = request.now.astimezone(VIETNAM).date()
    working = queries.calendar_of(unit_id, today)
    context = {
        "form": form, "year": today.year, "days": _special_days(working, today.year), "unit": queries.unit(unit_id),
        "week": working.spans_by_weekday(), "duty": working.spans_by_weekday(duty=True),
        "decisions": DayDecision.objects.filter(unit__isnull=True).order_by("-day")[:50],
    }  # fmt: skip
    return render(request, "organisations/calendar.html", context, status=status)


@require_GET
@door(Action.READ_CALENDAR)
def due(request: StaffRequest) -> HttpResponse:
    """Ask the working clock: when is it due, and why; the same engine as receipt, queue and `motcua due`."""
    form = DueForm(request.GET or None, initial={"received": f"{request.now:%Y-%m-%dT%H:%M}", "unit": "working_day"})
    context: dict[str, object] = {"form": form}
    if form.is_valid():
        try:
            context |= _answer(request, form.cleaned_data)
        except worktime.WorktimeError as error:
            form.add_error(None, error.words(get_language() or "vi"))
    return render(request, "organisations/due.html", context, status=422 if form.errors else 200)


def _answer(request: StaffRequest, asked: dict[str, str]) -> dict[str, object]:
    """Due moment and reasons. Raises WorktimeError."""
    received = worktime.read_moment(asked["received"])
    limit = worktime.Limit.read(asked["limit"], asked["unit"])
    pauses = [worktime.Pause.read(line) for line in asked["pauses"].split()]
    if asked["calendar"]:
        calendar = worktime.standard(asked["calendar"])
    else:
        unit_id = queries.posts_of(request.user, request.now)[0].unit_id
        calendar = queries.calendar_of(unit_id, received.astimezone(VIETNAM).date())
    found = worktime.due(received, limit, calendar, pauses)
    return {"due": found, "reasons": worktime.explain(received, limit, calendar, pauses)}


@require_POST
@door(Action.CHANGE_CALENDAR)
def revoke(request: StaffRequest, decision_id: int) -> HttpResponse:
    """Take a decision out of the calendar again."""
    commands.revoke_day(decision_id=decision_id, by=request.user, now=request.now)
    messages.success(request, _("Đã bỏ khỏi lịch; ngày hẹn của hồ sơ đang mở được tính lại."))
    return redirect("organisations:calendar")


def _special_days(working: Calendar, year: int) -> list[tuple[date, Day]]:
    """Days of the year that a decision makes off or worked."""
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    return [(day, found) for day in days if day.year == year and (found := working.day(day)).row is not None]

"""Lịch làm việc: office hours and decided days; an administrator enters and revokes decisions."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import UserError
from motcua.engines.worktime import Calendar, Day
from motcua.organisations import commands, policy, queries
from motcua.organisations.forms import DayForm
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

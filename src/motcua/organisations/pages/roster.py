"""Lịch trực: the posts of a one-stop, against what the law of the day asks for; who is away."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.base.clock import VIETNAM
from motcua.organisations import commands
from motcua.organisations.duty_forms import WEEKDAY_NAMES, DutyAbsenceForm, DutyPostForm, LastDutyDayForm
from motcua.organisations.law import DUTY
from motcua.organisations.models import Branch, DutyPost, Unit
from motcua.organisations.pages.duty import post_words
from motcua.organisations.pages.one_stop import back, done, door, frame, shown
from motcua.organisations.policy import Action
from motcua.organisations.reading import duty as reading
from motcua.organisations.rules.duty import WEEKDAYS
from motcua.web.door import StaffRequest

HERE = "organisations:duty_roster"


@door(Action.SEE_DUTY)
def roster(request: StaffRequest) -> HttpResponse:
    """The roster; who keeps it adds a post."""
    unit = shown(request)
    context = _context(request, unit)
    if request.method != "POST" or not context["keeps"]:
        return render(request, "organisations/roster.html", context)
    form = DutyPostForm(request.POST, people=reading.candidates(unit, request.now), prefix="post")
    status = done(form, commands.add_duty_post, unit_id=unit.pk, by=request.user, now=request.now)
    return _answer(request, unit, "post_form", form, status)


def _context(request: StaffRequest, unit: Unit) -> dict[str, Any]:
    today = request.now.astimezone(VIETNAM).date()
    posts = list(reading.roster(unit.pk, today))
    context = frame(request, unit, HERE) | {
        "posts": [{"post": post, "days": _days(post.weekdays), "to_come": post.valid_from > today} for post in posts],
        "needs": _needs(unit, posts, request), "absences": reading.absences_from(unit.pk, today),
    }  # fmt: skip
    if context["keeps"]:
        people = reading.candidates(unit, request.now)
        names = [(post.pk, post_words(post)) for post in posts]
        context["post_form"] = DutyPostForm(people=people, prefix="post", initial={"valid_from": f"{today:%d/%m/%Y}"})
        context["absence_form"] = DutyAbsenceForm(posts=names, people=people, prefix="absence")
    return context


def _days(weekdays: list[str]) -> str:
    """E.g. "Thứ Hai, Thứ Ba"; all five in two words."""
    if weekdays == list(WEEKDAYS[:5]):
        return _("Thứ Hai – Thứ Sáu")
    return ", ".join(str(name) for key, name in WEEKDAY_NAMES if key in weekdays)


def _needs(unit: Unit, posts: list[DutyPost], request: StaffRequest) -> list[dict[str, Any]]:
    """What the law of today asks of this level, and whether the roster names somebody on all these days."""
    today = request.now.astimezone(VIETNAM).date()
    found = dict(DUTY.on(today)).get(unit.level)
    if found is None:
        return []
    now_posts = [post for post in posts if post.valid_from <= today]
    return [
        {
            "branch": Branch(row["branch"]).label, "days": _days(row["weekdays"]), "begins": row.get("begins"),
            "ends": row.get("ends"), "ground": found.ground, "mark": found.mark,
            "missing": _days([day for day in row["weekdays"] if not any(
                post.branch == row["branch"] and day in post.weekdays and post.person_id for post in now_posts)]),
        }
        for row in found.value
    ]  # fmt: skip


@require_POST
@door(Action.KEEP_DUTY)
def end_post(request: StaffRequest, post_id: int) -> HttpResponse:
    """Take a post off the roster."""
    unit, form = shown(request), LastDutyDayForm(request.POST)
    status = done(form, commands.end_duty_post, post_id=post_id, by=request.user, now=request.now)
    return _answer(request, unit, "last_day_form", form, status)


@require_POST
@door(Action.KEEP_DUTY)
def enter_absence(request: StaffRequest) -> HttpResponse:
    """Record who is away from his post."""
    unit = shown(request)
    posts = reading.roster(unit.pk, request.now.astimezone(VIETNAM).date())
    form = DutyAbsenceForm(request.POST, posts=[(post.pk, post_words(post)) for post in posts],
                           people=reading.candidates(unit, request.now), prefix="absence")  # fmt: skip
    status = done(form, commands.enter_duty_absence, by=request.user, now=request.now)
    return _answer(request, unit, "absence_form", form, status)


@require_POST
@door(Action.KEEP_DUTY)
def withdraw_absence(request: StaffRequest, absence_id: int) -> HttpResponse:
    """He is there after all."""
    commands.withdraw_duty_absence(absence_id, by=request.user, now=request.now)
    messages.success(request, _("Đã ghi."))
    return redirect(back(HERE, shown(request).pk))


def _answer(request: StaffRequest, unit: Unit, name: str, form: forms.Form, status: int) -> HttpResponse:
    if not status:
        messages.success(request, _("Đã ghi."))
        return redirect(back(HERE, unit.pk))
    context = _context(request, unit) | {name: form, "failed": form}
    return render(request, "organisations/roster.html", context, status=status)

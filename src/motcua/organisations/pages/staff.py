"""Nhân sự: posts, who is away and who stands in, delegations."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.base.errors import UserError
from motcua.organisations import commands, policy, queries
from motcua.organisations.models import Unit
from motcua.organisations.policy import Action
from motcua.organisations.staff_forms import AbsenceForm, DelegationForm, LastDayForm, PostForm
from motcua.web.door import StaffRequest, door_for

door = door_for(policy.may_enter)


@require_GET
@door(Action.DELEGATE)
def staff(request: StaffRequest) -> HttpResponse:
    """Those whose posts the reader keeps, who of them is away, and what he delegated."""
    return render(request, "organisations/staff.html", _context(request))


def _context(request: StaffRequest) -> dict[str, object]:
    """One unit at a time: the one asked for, else the first of the reader's."""
    user, now = request.user, request.now
    kept = queries.staff_of(user, now)
    units = queries.units_with_staff(user, now)
    asked = request.GET.get("unit") or request.POST.get("unit_shown") or ""
    first = queries.posts_of(user, now)[0].unit_id
    here = int(asked) if asked.isdigit() and len(asked) < 12 else first
    posts = list(kept.filter(unit_id=here))
    context: dict[str, object] = {
        "posts": posts, "units": units, "here": here, "delegations": queries.delegations_of(user, now),
        "delegation_form": DelegationForm(user=user, now=now, prefix="delegation"),
    }  # fmt: skip
    if policy.may_enter(Action.KEEP_STAFF, user, now):
        form = AbsenceForm(posts=posts, prefix="absence")
        context |= {"absences": queries.absences_of(user, now), "absence_form": form}
    if policy.may_enter(Action.KEEP_POSTS, user, now):
        context |= {"post_form": PostForm(units=lambda: _units(request), prefix="post"), "keeps_posts": True}
    return context


def _units(request: StaffRequest) -> Any:
    rows = Unit.objects.filter(queries.below(queries.administered_paths(request.user, request.now)))
    return queries.in_force(rows, request.now.astimezone(VIETNAM).date()).order_by("path")


def _do(request: StaffRequest, name: str, form: forms.Form, command: Callable[..., object]) -> HttpResponse:
    """Clean, run the one command, say so; or the whole page again with what was typed."""
    status = 422
    if form.is_valid():
        arguments = form.arguments() if hasattr(form, "arguments") else form.cleaned_data
        try:
            command(**arguments, by=request.user, now=request.now)
        except UserError as error:
            form.add_error(None, error.words(get_language() or "vi"))
            status = error.status
        else:
            messages.success(request, _("Đã ghi."))
            return redirect("organisations:staff")
    context = _context(request) | {name: form, "failed": form}
    return render(request, "organisations/staff.html", context, status=status)


@require_POST
@door(Action.KEEP_STAFF)
def enter_absence(request: StaffRequest) -> HttpResponse:
    """Enter who is away and who stands in."""
    posts = queries.staff_of(request.user, request.now)
    form = AbsenceForm(request.POST, posts=posts, prefix="absence")
    return _do(request, "absence_form", form, commands.enter_absence)


@require_POST
@door(Action.KEEP_STAFF)
def end_absence(request: StaffRequest, absence_id: int) -> HttpResponse:
    """He is back."""
    commands.end_absence(absence_id, by=request.user, now=request.now)
    messages.success(request, _("Đã ghi."))
    return redirect("organisations:staff")


@require_POST
@door(Action.DELEGATE)
def delegate(request: StaffRequest) -> HttpResponse:
    """Give a post of one's own to a colleague for a time."""
    form = DelegationForm(request.POST, user=request.user, now=request.now, prefix="delegation")
    return _do(request, "delegation_form", form, commands.delegate)


@require_POST
@door(Action.DELEGATE)
def revoke_delegation(request: StaffRequest, delegation_id: int) -> HttpResponse:
    """Take a delegation back."""
    commands.revoke_delegation(delegation_id, by=request.user, now=request.now)
    messages.success(request, _("Đã ghi."))
    return redirect("organisations:staff")


@require_POST
@door(Action.KEEP_POSTS)
def give_post(request: StaffRequest) -> HttpResponse:
    """Give somebody a post."""
    return _do(request, "post_form", PostForm(request.POST, units=lambda: _units(request), prefix="post"),
               commands.give_post)  # fmt: skip


@require_POST
@door(Action.KEEP_POSTS)
def end_post(request: StaffRequest, post_id: int) -> HttpResponse:
    """End a post."""
    form = LastDayForm(request.POST)
    return _do(request, "last_day_form", form, lambda **more: commands.end_post(post_id, **more))

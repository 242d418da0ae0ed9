"""Trực hôm nay: who is at which counter, hour by hour; gaps first; coming and leaving."""

from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.organisations import commands
from motcua.organisations.duty_forms import OwnPinForm, PinForm
from motcua.organisations.errors import NotYourCheckIn
from motcua.organisations.law import DUTY
from motcua.organisations.models import Branch, Unit
from motcua.organisations.pages.one_stop import back, done, door, frame, shown
from motcua.organisations.policy import Action
from motcua.organisations.reading import duty as reading
from motcua.organisations.rules.duty import Cover, Gap, Line
from motcua.web import rate
from motcua.web.door import StaffRequest

PIN_TRIES, PIN_SECONDS = 20, 900  # of one computer; one person's are fewer (commands.pins)
ICONS: Final = {
    Cover.COVERED: "check", Cover.SUBSTITUTE: "user-check", Cover.GAP: "triangle-alert", Cover.ABSENT: "circle-pause",
}  # fmt: skip


def cover_words() -> dict[Cover, str]:
    """What an hour of the picture is, in words."""
    return {
        Cover.COVERED: _("có người trực"), Cover.SUBSTITUTE: _("có người trực thay"), Cover.GAP: _("thiếu người trực"),
        Cover.ABSENT: _("vắng có lý do, chưa có người thay"), Cover.AHEAD: _("chưa tới giờ"),
        Cover.FREE: _("không có lịch"),
    }  # fmt: skip


@require_GET
@door(Action.SEE_DUTY)
def duty(request: StaffRequest) -> HttpResponse:
    """The picture of today, or of a day before as it was known at its end."""
    return render(request, "organisations/duty.html", _context(request, shown(request)))


def _asked_day(request: StaffRequest) -> date:
    today = request.now.astimezone(VIETNAM).date()
    try:
        asked = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return today
    return min(asked, today) if asked > DUTY.regimes[0].valid_from else today


def _context(request: StaffRequest, unit: Unit) -> dict[str, Any]:
    day, today = _asked_day(request), request.now.astimezone(VIETNAM).date()
    moment = min(request.now, datetime.combine(day + timedelta(days=1), time(), VIETNAM) - timedelta(seconds=1))
    found = reading.duty_day(unit, day, moment)
    context = frame(request, unit, "organisations:duty") | {
        "day": day, "today": day == today, "before": day - timedelta(days=1),
        "after": day + timedelta(days=1) if day < today else None, "hours": found.hours,
        "gaps": [{"gap": gap, "words": gap_words(gap)} for gap in found.gaps],
        "rows": [_row(found, line, request) for line in found.lines], "words": cover_words(),
        "legend": [(cover, words, ICONS.get(cover, "")) for cover, words in cover_words().items()],
        "own_pin_form": OwnPinForm(prefix="own"),
    }  # fmt: skip
    if day == today:
        context["pin_form"] = _pin_form(request, unit, found)
    return context


def gap_words(gap: Gap) -> str:
    """E.g. "Thiếu người trực Công an từ 07:30"; at a committee's own post the counter is named."""
    who = gap.shift.counter if gap.shift and not gap.branch else Branch(gap.branch).label
    values = {"who": who, "since": f"{gap.since:%H:%M}", "until": f"{gap.until:%H:%M}"}
    if gap.open:
        return _("Thiếu người trực %(who)s từ %(since)s") % values
    return _("Thiếu người trực %(who)s từ %(since)s đến %(until)s") % values


def _row(found: reading.DutyDay, line: Line, request: StaffRequest) -> dict[str, Any]:
    """One post of the picture, with who came and whether the reader may come or leave."""
    post = found.posts.get(line.shift.post_id) if line.shift else None
    came = [row for row in found.check_ins if post and row.post_id == post.pk]
    there = next((row for row in found.there if post and row.post_id == post.pk), None)
    words = cover_words()
    return {
        "line": line, "post": post, "branch": Branch(line.branch).label, "came": came, "there": there,
        "away": found.absences.get(post.pk) if post else None, "due": line.due,
        "mine": there is not None and there.person_id == request.user.pk,
        "cells": [{"tone": cell.value, "icon": ICONS.get(cell, ""), "words": words[cell], "hour": hour}
                  for cell, hour in zip(line.cells, found.hours, strict=True)],
        "may_come": post is not None and there is None and post.pk in _open_posts(found, request),
    }  # fmt: skip


def _open_posts(found: reading.DutyDay, request: StaffRequest) -> set[int]:
    """Posts of today that the reader may come to, asked once a request."""
    kept: set[int] | None = getattr(request, "_open_posts", None)
    if kept is None:
        clock = found.moment.time()
        posts = [post for post in found.posts.values() if clock < post.ends]
        kept = reading.standable(posts, found.absences.values(), request.user, request.now)
        request._open_posts = kept  # type: ignore[attr-defined]
    return kept


def _pin_form(request: StaffRequest, unit: Unit, found: reading.DutyDay | None = None) -> PinForm:
    local = request.now.astimezone(VIETNAM)
    posts = found.posts.values() if found else reading.posts_on(unit.pk, local.date())
    names = [(post.pk, post_words(post)) for post in posts if local.time() < post.ends]
    people = reading.people_of(unit, request.now)
    return PinForm(request.POST if found is None else None, posts=names, people=people, prefix="pin")


def post_words(post: Any) -> str:
    """E.g. "Quầy 3, Công an: Cư trú"."""
    branch = f", {post.get_branch_display()}" if post.branch else ""
    return f"{post.counter}{branch}: {post.field}"


@require_POST
@door(Action.CHECK_IN)
def check_in(request: StaffRequest, post_id: int) -> HttpResponse:
    """I am there."""
    row = commands.check_in(post_id, by=request.user, now=request.now)
    messages.success(request, _("Đã ghi: bắt đầu trực."))
    return redirect(back("organisations:duty", row.unit_id))


@require_POST
@door(Action.CHECK_IN)
def check_out(request: StaffRequest, check_in_id: int) -> HttpResponse:
    """I leave."""
    commands.check_out(check_in_id, by=request.user, now=request.now)
    messages.success(request, _("Đã ghi: kết thúc trực."))
    return redirect(back("organisations:duty", shown(request).pk))


@require_POST
@door(Action.CHECK_IN)
def by_pin(request: StaffRequest) -> HttpResponse:
    """Coming or leaving at the shared computer, by PIN."""
    unit = shown(request)
    rate.limit(request, "duty-pin", most=PIN_TRIES, seconds=PIN_SECONDS, now=request.now)
    form, leaves = _pin_form(request, unit), request.POST.get("act") == "out"
    status = done(form, _leave if leaves else _come, unit=unit, request=request)
    if not status:
        messages.success(request, _("Đã ghi: kết thúc trực.") if leaves else _("Đã ghi: bắt đầu trực."))
        return redirect(back("organisations:duty", unit.pk))
    context = _context(request, unit) | {"pin_form": form, "failed": form}
    return render(request, "organisations/duty.html", context, status=status)


def _come(*, post_id: int, person: int, pin: str, unit: Unit, request: StaffRequest) -> None:
    commands.check_in_by_pin(post_id, person=User.objects.get(pk=person), pin=pin, by=request.user, now=request.now)


def _leave(*, post_id: int, person: int, pin: str, unit: Unit, request: StaffRequest) -> None:
    """Raises NotYourCheckIn where this person is not at this post."""
    day = request.now.astimezone(VIETNAM).date()
    rows = reading.check_ins_on(unit.pk, day, request.now)
    row = rows.filter(post=post_id, person=person, out_at__isnull=True).last()
    if row is None:
        raise NotYourCheckIn
    commands.check_out_by_pin(row.pk, person=row.person, pin=pin, by=request.user, now=request.now)


@require_POST
@door(Action.CHECK_IN)
def own_pin(request: StaffRequest) -> HttpResponse:
    """Set one's own PIN."""
    unit, form = shown(request), OwnPinForm(request.POST, prefix="own")
    status = done(form, commands.set_pin, by=request.user, now=request.now)
    if not status:
        messages.success(request, _("Đã đặt mã PIN mới."))
        return redirect(back("organisations:duty", unit.pk))
    context = _context(request, unit) | {"own_pin_form": form, "failed": form}
    return render(request, "organisations/duty.html", context, status=status)

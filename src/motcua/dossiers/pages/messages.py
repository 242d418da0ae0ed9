"""Thông báo: what a member of staff was told; and what could not be sent or done, with what to do about it."""

from django.contrib import messages as said
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.base.errors import NotFound
from motcua.dossiers import queries
from motcua.dossiers.commands import messages as commands
from motcua.dossiers.pages.doors import door
from motcua.dossiers.policy import Action, may_enter
from motcua.dossiers.tasks import send_mail
from motcua.events.subscriptions import run_again
from motcua.web.door import StaffRequest

SHOWN = 50


@require_GET
@door(Action.SEE)
def messages(request: StaffRequest) -> HttpResponse:
    """His messages; looking at them marks them as read."""
    rows = list(queries.messages_of(request.user)[:SHOWN])
    commands.read_all(by=request.user, now=request.now)
    may = may_enter(Action.MAIL, request.user, request.now)
    return render(request, "dossiers/messages.html", {"rows": rows, "may_mend": may})


@require_GET
@door(Action.MAIL)
def failed(request: StaffRequest) -> HttpResponse:
    """E-mails that did not go out and background jobs that were given up: what happened, what to do."""
    jobs = ProcrastinateJob.objects.filter(status="failed").order_by("-id")[:SHOWN]
    rows = queries.failed_messages(request.user, request.now)[:SHOWN]
    return render(request, "dossiers/failed.html", {"rows": rows, "jobs": jobs})


@require_POST
@door(Action.MAIL)
def again(request: StaffRequest, message_id: int) -> HttpResponse:
    """Send one again."""
    with transaction.atomic():
        pk = commands.send_again(message_id, by=request.user, now=request.now)
        send_mail.defer(message_id=pk)
    said.success(request, _("Đã xếp hàng gửi lại."))
    return redirect("dossiers:failed")


@require_POST
@door(Action.MAIL)
def job_again(request: StaffRequest, job_id: int) -> HttpResponse:
    """Run a given-up job again: every job of ours may run twice."""
    job = ProcrastinateJob.objects.filter(pk=job_id, status="failed").first()
    if job is None:
        raise NotFound
    run_again(job)
    said.success(request, _("Đã xếp hàng chạy lại."))
    return redirect("dossiers:failed")

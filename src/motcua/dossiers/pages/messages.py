"""Thông báo: what a member of staff was told; and what could not be sent or done, with what to do about it."""

from collections.abc import Mapping
from typing import Any, Final

from django.contrib import messages as said
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
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
# What a background job does, in words; its name in the code stands beside them, for the log.
JOBS: Final[Mapping[str, Any]] = {
    "motcua.dossiers.tasks.send_mail": _lazy("Gửi thư điện tử"),
    "motcua.dossiers.tasks.every_minute": _lazy("Soạn thông báo"),
    "motcua.dossiers.tasks.every_ten_minutes": _lazy("Đi tiếp các bước đã hết hạn chờ"),
    "motcua.dossiers.tasks.every_night": _lazy("Việc hằng đêm"),
    "motcua.dossiers.tasks.after_run_asked": _lazy("Xuất danh sách, làm nhiều hồ sơ"),
    "motcua.dossiers.tasks.after_day_decided": _lazy("Dời ngày hẹn theo lịch mới"),
    "motcua.dossiers.tasks.after_day_revoked": _lazy("Dời ngày hẹn theo lịch mới"),
    "motcua.dossiers.tasks.after_year_decided": _lazy("Dời ngày hẹn theo lịch mới"),
    "motcua.events.tasks.seal_events": _lazy("Niêm nhật ký"),
}


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
    context = {
        "rows": queries.failed_messages(request.user, request.now)[:SHOWN],
        "jobs": [(JOBS.get(job.task_name, ""), job) for job in jobs],
        "may_see": may_enter(Action.SEE, request.user, request.now),
    }
    return render(request, "dossiers/failed.html", context)


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

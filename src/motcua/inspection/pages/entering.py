"""One missing dossier: what the sources know of it, the way to reception, who enters it, or why nobody does."""

import re
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, UserError
from motcua.catalogue import queries as catalogue
from motcua.dossiers import policy as dossiers
from motcua.dossiers.commands.readings import note_search
from motcua.inspection import commands, policy, words
from motcua.inspection.forms import ReasonForm
from motcua.inspection.models import EntryTask, Trace
from motcua.inspection.pages.doors import door
from motcua.inspection.policy import Action
from motcua.inspection.reconciling import queries
from motcua.organisations import queries as organisations
from motcua.organisations.models import Role, Unit
from motcua.web.door import StaffRequest


@require_GET
@door(Action.RECONCILE)
def task(request: StaffRequest, task_id: int) -> HttpResponse:
    """One task. Reading what the sources say of a person is in the record."""
    note_search(1, by=request.user, now=request.now)
    return _page(request, queries.task(task_id, user=request.user, now=request.now))


def _page(request: StaffRequest, found: EntryTask, form: ReasonForm | None = None, status: int = 200) -> HttpResponse:
    user, now = request.user, request.now
    open_ = found.state == EntryTask.State.OPEN
    may = {action.name.lower(): open_ and policy.allows_in(action, user, found.unit, now)
           for action in (Action.DROP, Action.ASSIGN_ENTRY)}  # fmt: skip
    enters = open_ and organisations.holds(user, dossiers.RIGHTS[dossiers.Action.RECEIVE].roles, found.unit_id, now)
    traces = list(found.traces.order_by("received_on", "pk"))
    context = {
        "task": found, "traces": traces, "open": open_, "may": may, "bad": form, "form": form or ReasonForm(),
        "fields": _reception(found, traces, now) if enters else [],
        "colleagues": [post.user for post in organisations.colleagues(found.unit_id, Role.RECEPTIONIST, now)]
        if may["assign_entry"] else [],
    }  # fmt: skip
    return render(request, "inspection/entry_task.html", context, status=status)


def _reception(found: EntryTask, traces: list[Trace], now: datetime) -> list[tuple[str, str]]:
    """Fields of the reception page as far as the sources know them; sent by POST, so that no address names anybody."""
    procedure = _first(traces, "procedure")
    number, born = re.sub(r"\D", "", _first(traces, "citizen_id")), _first(traces, "birth_date")
    known = ", ".join(f"{trace.get_kind_display()} {trace.ref}" for trace in traces)
    fields = [
        ("unit", str(found.unit_id)), ("key", str(found.intake_key)), ("name", _first(traces, "full_name")),
        ("number", number), ("telephone", _first(traces, "phone")), ("address", _first(traces, "address")),
        ("born_on", born if re.fullmatch(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}", born) else ""),
        ("note", _("Nhập bổ sung theo %(sources)s; nhận ngày %(day)s.")
         % {"sources": known, "day": f"{found.arose_on:%d/%m/%Y}"}),
    ]  # fmt: skip
    version = _version(found.unit, procedure, now)
    return [*fields, ("choose", str(version))] if version else [*fields, ("q", procedure), ("act", "search")]


def _first(traces: list[Trace], name: str) -> str:
    return next((str(value) for trace in traces if (value := getattr(trace, name))), "")


def _version(unit: Unit, procedure: str, now: datetime) -> int | None:
    """The procedure whose code or name is written just so; a likeness is for a person to choose."""
    if not procedure:
        return None
    rows = catalogue.received_by(unit.level, unit.branch, now.astimezone(VIETNAM).date())
    rows = rows.filter(Q(procedure__code=procedure) | Q(name__iexact=procedure))
    return rows.values_list("pk", flat=True).first()


@require_POST
@door(Action.DROP)
def drop(request: StaffRequest, task_id: int) -> HttpResponse:
    """It is no dossier, or none to enter."""
    form, status = ReasonForm(request.POST), 422
    if form.is_valid():
        try:
            commands.drop(task_id, reason=form.cleaned_data["reason"], by=request.user, now=request.now)
            return redirect("inspection:entry_task", task_id)
        except NotFound:
            raise
        except UserError as error:
            form.add_error(None, error.words(words.language()))
            status = error.status
    return _page(request, queries.task(task_id, user=request.user, now=request.now), form, status)


@require_POST
@door(Action.ASSIGN_ENTRY)
def assign(request: StaffRequest, task_id: int) -> HttpResponse:
    """Name who enters it."""
    try:
        commands.assign_entry(task_id, to=_person(request.POST), by=request.user, now=request.now)
        messages.success(request, _("Đã giao."))
    except NotFound:
        raise
    except UserError as error:
        messages.error(request, error.words(words.language()))
    return redirect("inspection:entry_task", task_id)


def _person(post: Any) -> User:
    asked = post.get("to", "")
    found = User.objects.filter(pk=asked, is_active=True).first() if asked.isdigit() else None
    if found is None:
        raise NotFound
    return found

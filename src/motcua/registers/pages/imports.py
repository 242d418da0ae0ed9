"""A file on its way into a register: upload, columns, what was found, and the import."""

import csv
import io
from collections.abc import Callable
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.errors import NotFound, UserError
from motcua.base.text import plain_cell
from motcua.registers import commands, policy, queries
from motcua.registers.commands.check import MAY_CHECK
from motcua.registers.forms import FileForm, MappingForm
from motcua.registers.models import ImportRun
from motcua.registers.pages.doors import door
from motcua.registers.policy import Action
from motcua.registers.register import Register
from motcua.web import rate
from motcua.web.door import StaffRequest

MOST_FILES: Final = 60  # of one person in FILE_SECONDS
FILE_SECONDS: Final = 600
State = ImportRun.State


def _register(request: StaffRequest, name: str) -> Register:
    return policy.register_for(name, Action.WRITE, request.user, request.now)


def _run(request: StaffRequest, name: str, run_id: int) -> ImportRun:
    found = queries.run(run_id, user=request.user)
    if found.register != name:
        raise NotFound
    return found


@door(Action.WRITE)
def upload(request: StaffRequest, name: str) -> HttpResponse:
    """The place to drop a file."""
    register = _register(request, name)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                rate.limit(request, f"register:{request.user.pk}", most=MOST_FILES, seconds=FILE_SECONDS,
                           now=request.now)  # fmt: skip
                file = form.cleaned_data["table"]
                made = commands.upload(name, file, file_name=file.name or "", by=request.user, now=request.now)
                return redirect("registers:mapping", name, made.pk)
            except UserError as error:
                form.add_error(None, error.words(get_language() or "vi"))
                status = error.status
    return render(request, "registers/upload.html", {"register": register, "form": form}, status=status)


@door(Action.WRITE)
def mapping(request: StaffRequest, name: str, run_id: int) -> HttpResponse:
    """Which head fills which column, proposed as it was said before or as the heads tell."""
    register, found = _register(request, name), _run(request, name, run_id)
    if found.state not in MAY_CHECK:
        return redirect("registers:run", name, run_id)
    units = policy.writable_units(request.user, register, request.now)
    proposed, before = queries.proposed(register, found.heads)
    given = request.POST if request.method == "POST" else None
    form = MappingForm(register, found.heads, units, given, mapping=found.mapping or proposed, unit=found.unit_id)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                said, unit = form.mapping(), form.cleaned_data.get("unit_id")
                commands.ask_check(run_id, mapping=said, unit_id=unit, by=request.user, now=request.now)
                return redirect("registers:run", name, run_id)
            except UserError as error:
                form.add_error(None, error.words(get_language() or "vi"))
                status = error.status
    context = {"register": register, "run": found, "form": form, "before": before, "proposed": len(proposed)}
    return render(request, "registers/mapping.html", context, status=status)


@require_GET
@door(Action.WRITE)
def run(request: StaffRequest, name: str, run_id: int) -> HttpResponse:
    """How far it is, then what was found. The page asks again by itself while a job is at it."""
    register, found = _register(request, name), _run(request, name, run_id)
    asks_again = bool(request.headers.get("HX-Request"))
    if asks_again and found.running:
        return render(request, "registers/_progress.html", {"register": register, "run": found})
    if found.state == State.UPLOADED:
        return redirect("registers:mapping", name, run_id)
    after = request.GET.get("after", "")
    faults = queries.faults(found, after=int(after) if after.isdecimal() and len(after) < 19 else None)
    shown = faults[: queries.PAGE]
    words = {column.name: column.words for column in register.columns}
    context = {
        "register": register, "run": found, "faults": [(one, words.get(one.column)) for one in shown],
        "next": shown[-1].pk if faults[queries.PAGE :] else "", "may_check": found.state in MAY_CHECK,
    }  # fmt: skip
    answer = render(request, "registers/run.html", context)
    if asks_again:
        answer["HX-Refresh"] = "true"
    return answer


def _act(request: StaffRequest, name: str, run_id: int, act: Callable[[], object]) -> HttpResponse:
    _register(request, name)
    _run(request, name, run_id)
    act()
    return redirect("registers:run", name, run_id)


@require_POST
@door(Action.WRITE)
def carry_out(request: StaffRequest, name: str, run_id: int) -> HttpResponse:
    """Import the good rows."""
    return _act(request, name, run_id, lambda: commands.ask_import(run_id, by=request.user, now=request.now))


@require_POST
@door(Action.WRITE)
def cancel(request: StaffRequest, name: str, run_id: int) -> HttpResponse:
    """Give it up."""
    return _act(request, name, run_id, lambda: commands.cancel(run_id, by=request.user))


@require_GET
@door(Action.WRITE)
def faults(request: StaffRequest, name: str, run_id: int) -> HttpResponse:
    """Every fault as CSV, for Excel; a text that begins like a formula gets an apostrophe."""
    register, found = _register(request, name), _run(request, name, run_id)
    language = get_language() or "vi"
    words = {column.name: column.words.words(language) for column in register.columns}
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([_("Dòng"), _("Cột"), _("Lý do"), _("Ô ghi")])
    for one in found.faults.order_by("pk").iterator():
        writer.writerow([one.line, words.get(one.column, ""), _safe(one.why), _safe(one.given)])
    answer = HttpResponse(("\ufeff" + text.getvalue()).encode(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="dong-loi-{found.pk}.csv"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _safe(cell: Any) -> str:
    return plain_cell(str(cell))

"""The registers, their rows, and a row entered or changed by hand."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from motcua.base.errors import NotFound, UserError
from motcua.organisations.models import Unit
from motcua.registers import commands, policy, queries
from motcua.registers.columns import Choice, Column, Day, Moment, YesNo
from motcua.registers.errors import BadRow
from motcua.registers.forms import RowForm
from motcua.registers.pages.doors import door
from motcua.registers.policy import Action
from motcua.registers.register import Register, every
from motcua.web.door import StaffRequest
from motcua.web.templatetags.motcua import day, figure, moment


@require_GET
@door(Action.SEE)
def registers(request: StaffRequest) -> HttpResponse:
    """The registers this person may read, with how many rows each has for him."""
    found = [
        {"register": register, "count": queries.visible_to(request.user, register, request.now).count(),
         "may_write": policy.may(Action.WRITE, request.user, register, request.now)}
        for register in every() if policy.may(Action.SEE, request.user, register, request.now)
    ]  # fmt: skip
    return render(request, "registers/registers.html", {"rows": found})


@require_GET
@door(Action.SEE)
def register(request: StaffRequest, name: str) -> HttpResponse:
    """The newest rows of one register; `?unit=` narrows to one unit."""
    found = policy.register_for(name, Action.SEE, request.user, request.now)
    chosen = request.GET.get("unit", "")
    unit = int(chosen) if chosen.isdecimal() and len(chosen) < 19 else None
    rows, after = queries.page_of(found, request.user, request.now, unit=unit, after=request.GET.get("after", ""))
    columns = [found.column(name) for name in found.shown]
    units = queries.units_in(found, request.user, request.now)
    may_write = policy.may(Action.WRITE, request.user, found, request.now)
    context = {
        "register": found, "columns": columns, "units": units, "unit": unit, "next": after, "may_write": may_write,
        "rows": [(row, [(column, _shown(column, row)) for column in columns]) for row in rows],
        "runs": queries.runs_of(request.user, found)[:5] if may_write else [],
    }  # fmt: skip
    return render(request, "registers/register.html", context)


def _shown(column: Column, row: Any) -> str:
    """A value as a reader of the list sees it; what is not there is an empty cell."""
    value = getattr(row, column.name)
    if value in (None, ""):
        return ""
    if isinstance(column, Choice) and value in column.options:
        return column.options[value].words(get_language() or "vi")
    if isinstance(column, YesNo):
        return _("Có") if value else _("Không")
    if isinstance(column, Moment):
        return moment(value)
    if isinstance(column, Day):
        return day(value)
    whole_but_name = isinstance(value, int) and column.name not in {"year", "number"}
    return figure(value) if whole_but_name else column.written(value)


@door(Action.WRITE)
def new(request: StaffRequest, name: str) -> HttpResponse:
    """A row by hand."""
    found = policy.register_for(name, Action.WRITE, request.user, request.now)

    def act(cells: dict[str, object]) -> None:
        commands.enter(name, cells, by=request.user, now=request.now)

    return _form(request, found, None, act)


@door(Action.SEE)
def row(request: StaffRequest, name: str, row_id: int) -> HttpResponse:
    """A row: to be changed by who may, else to be read."""
    found = policy.register_for(name, Action.SEE, request.user, request.now)
    kept = queries.row(found, row_id, user=request.user, now=request.now)

    def act(cells: dict[str, object]) -> None:
        seen = request.POST.get("seen", "")
        commands.change(name, row_id, cells, seen=seen, by=request.user, now=request.now)

    if not queries.may_change(found, row_id, request.user, request.now):
        if request.method == "POST":
            raise NotFound
        facts = [(column, _shown(column, kept)) for column in found.columns if hasattr(kept, column.name)]
        return render(request, "registers/read.html", {"register": found, "row": kept, "facts": facts})
    return _form(request, found, kept, act)


def _units(request: StaffRequest, found: Register, kept: Any) -> list[Unit]:
    """Units to choose from; a row that is there stays where it is, even where its unit has ended."""
    if kept is not None and found.of_units:
        return [kept.unit]
    return policy.writable_units(request.user, found, request.now)


def _form(request: StaffRequest, found: Register, kept: Any, act: Callable[[dict[str, object]], None]) -> HttpResponse:
    """The form of a row; what is wrong stands beside its field."""
    units = _units(request, found, kept)
    form = RowForm(found, units, request.POST if request.method == "POST" else None, kept)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                act(form.cells())
                messages.success(request, _("Đã ghi vào sổ."))
                return redirect("registers:register", found.name)
            except BadRow as error:
                form.refuse(error.faults)
            except NotFound:
                raise
            except UserError as error:
                form.add_error(None, error.words(get_language() or "vi"))
                status = error.status
    seen = request.POST.get("seen", "") or (kept.changed_at.isoformat() if kept else "")
    context = {"register": found, "form": form, "row": kept, "seen": seen}
    return render(request, "registers/form.html", context, status=status)

"""Trang thiết bị: the register against the norm, a thing with its history, labels to print."""

from typing import Any

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from motcua.base.clock import VIETNAM
from motcua.organisations import commands, policy
from motcua.organisations.duty_forms import EquipmentForm, LastDutyDayForm, StateForm
from motcua.organisations.law import EQUIPMENT
from motcua.organisations.models import EquipmentKind, State, Unit
from motcua.organisations.pages.one_stop import back, done, door, frame, shown
from motcua.organisations.policy import Action
from motcua.organisations.reading import equipment as reading
from motcua.web.door import StaffRequest

HERE = "organisations:equipment"
TONES = {State.WORKING: ("ok", "circle-check"), State.BROKEN: ("late", "octagon-alert"),
         State.REPAIR: ("paused", "circle-pause")}  # fmt: skip


@door(Action.SEE_DUTY)
def equipment(request: StaffRequest) -> HttpResponse:
    """The register; who keeps it adds a thing."""
    unit = shown(request)
    context, status = _context(request, unit), 200
    if request.method == "POST" and context["keeps"]:
        form = EquipmentForm(request.POST)
        status = done(form, commands.add_equipment, unit_id=unit.pk, by=request.user, now=request.now)
        if not status:
            messages.success(request, _("Đã ghi vào sổ thiết bị."))
            return redirect(back(HERE, unit.pk))
        context |= {"form": form, "failed": form}
    return render(request, "organisations/equipment.html", context, status=status)


def _context(request: StaffRequest, unit: Unit) -> dict[str, Any]:
    today = request.now.astimezone(VIETNAM).date()
    rows = list(reading.register(unit.pk, request.now))
    law = dict(EQUIPMENT.on(today)).get(unit.level)
    held = reading.holdings(unit, rows, today)
    context = frame(request, unit, HERE) | {
        "rows": [{"thing": row, **badge(row.state)} for row in rows], "law": law,
        "holdings": [{"kind": EquipmentKind(row.kind).label, "row": row} for row in held],
        "lacking": [{"kind": EquipmentKind(row.kind).label, "row": row} for row in held if row.lacks],
    }  # fmt: skip
    if context["keeps"]:
        context["form"] = EquipmentForm(initial={"acquired_on": f"{today:%d/%m/%Y}", "count": 1})
    return context


def badge(state: str) -> dict[str, Any]:
    """Tone, icon and word of a state."""
    known = State(state)
    tone, icon = TONES[known]
    return {"tone": tone, "icon": icon, "state": known.label}


@door(Action.SEE_DUTY)
def thing(request: StaffRequest, equipment_id: int) -> HttpResponse:
    """One thing: its state, its history; the address its QR label leads to."""
    row, status = reading.one(equipment_id, request.user, request.now), 200
    history = [{"row": state, **badge(state.state)} for state in row.states.all()]
    keeps = policy.keeps_one_stop(row.unit, request.user, request.now) and row.retired_on is None
    form = StateForm(request.POST or None) if keeps else None
    if request.method == "POST" and form is not None:
        status = done(form, commands.change_state, equipment_id=row.pk, by=request.user, now=request.now)
        if not status:
            messages.success(request, _("Đã ghi tình trạng mới."))
            return redirect("organisations:thing", row.pk)
    context = {"thing": row, "history": history, "now_state": history[0] if history else None, "keeps": keeps,
               "form": form, "kind": EquipmentKind(row.kind).label, "back": back(HERE, row.unit_id)}  # fmt: skip
    return render(request, "organisations/thing.html", context, status=status)


@require_POST
@door(Action.KEEP_EQUIPMENT)
def retire(request: StaffRequest, equipment_id: int) -> HttpResponse:
    """It leaves the one-stop."""
    row = reading.one(equipment_id, request.user, request.now)
    form = LastDutyDayForm(request.POST)
    if done(form, commands.retire_equipment, equipment_id=equipment_id, by=request.user, now=request.now):
        words = " ".join(str(error) for errors in form.errors.values() for error in errors)
        messages.error(request, words)
        return redirect("organisations:thing", equipment_id)
    messages.success(request, _("Đã ghi: thôi sử dụng."))
    return redirect(back(HERE, row.unit_id))


@require_GET
@door(Action.SEE_DUTY)
def labels(request: StaffRequest) -> HttpResponse:
    """All labels of a one-stop, to print and to stick on; each QR leads to the page of its thing."""
    unit = shown(request)
    rows = [
        {"thing": row, "qr": _qr(request.build_absolute_uri(reverse("organisations:thing", args=[row.pk])))}
        for row in reading.register(unit.pk, request.now)
    ]
    return render(request, "organisations/labels.html", {"unit": unit, "rows": rows, "back": back(HERE, unit.pk)})


def _qr(text: str) -> str:
    return str(segno.make(text, error="m", micro=False).svg_data_uri(border=2))

"""The register of what stands at a one-stop: taking in, changing state, taking out."""

from datetime import date, datetime
from typing import Any, Final

from django.db import IntegrityError, transaction

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.events.commands import record
from motcua.organisations import policy
from motcua.organisations.commands.duty import stream
from motcua.organisations.errors import DatesBackwards, LabelTaken, StateUnchanged
from motcua.organisations.law import EQUIPMENT
from motcua.organisations.models import Equipment, EquipmentKind, EquipmentState, State, Unit
from motcua.organisations.reading import one_stops

SHORT: Final = {
    EquipmentKind.COMPUTER: "MT", EquipmentKind.PRINTER: "MI", EquipmentKind.SCANNER: "MQ", EquipmentKind.COUNTER: "QU",
    EquipmentKind.SEAT: "GH", EquipmentKind.QUEUE_MACHINE: "LS", EquipmentKind.CAMERA: "CM",
    EquipmentKind.NETWORK: "MG", EquipmentKind.SCREEN: "MH",
}  # fmt: skip


def label(unit_code: str, kind: str, number: int) -> str:
    """The code of a label: H23.15.02-MT01."""
    return f"{unit_code}-{SHORT[EquipmentKind(kind)]}{number:02d}"


@transaction.atomic
def add_equipment(
    unit_id: int, *, kind: str, name: str, acquired_on: date, by: Any, now: datetime, place: str = "", count: int = 1,
    own_label: str = "",
) -> Equipment:  # fmt: skip
    """Take a thing into the register, working; without `own_label` (of another inventory) it gets the next of ours.

    Raises NotFound, NotPermitted, DatesBackwards for a day to come, LabelTaken.
    """
    unit = one_stops.visible(unit_id, by, now)
    policy.require_one_stop(unit, by, now)
    today = now.astimezone(VIETNAM).date()
    if acquired_on > today:
        raise DatesBackwards
    Unit.objects.select_for_update().get(pk=unit.pk)  # two at once do not get one number
    text = own_label.strip() or _next_label(unit, kind)
    try:
        with transaction.atomic():
            row = Equipment.objects.create(
                unit=unit, kind=kind, label=text, name=name, place=place, acquired_on=acquired_on, count=count
            )  # fmt: skip
    except IntegrityError:
        raise LabelTaken(label=text) from None
    EquipmentState.objects.create(equipment=row, state=State.WORKING, since=now, by=by)
    _record("equipment.added", row, by=by, now=now, count=count, acquired_on=acquired_on.isoformat())
    return row


def _next_label(unit: Unit, kind: str) -> str:
    """The first free number after the highest that was ever given."""
    start = label(unit.code, kind, 0)[:-2]
    given = Equipment.objects.filter(label__startswith=start).values_list("label", flat=True)
    numbers = [int(text.removeprefix(start)) for text in given if text.removeprefix(start).isdigit()]
    return label(unit.code, kind, max(numbers, default=0) + 1)


@transaction.atomic
def change_state(equipment_id: int, *, state: str, note: str, by: Any, now: datetime) -> EquipmentState:
    """It is broken, in repair, or works again: a row more in its history.

    Raises NotFound, NotPermitted, StateUnchanged.
    """
    row = _locked(equipment_id, by, now)
    newest = row.states.order_by("-since", "-pk").first()
    if newest is not None and newest.state == state:
        raise StateUnchanged
    added = EquipmentState.objects.create(equipment=row, state=state, since=now, note=note.strip(), by=by)
    _record("equipment.state_changed", row, by=by, now=now, state=state)
    return added


@transaction.atomic
def retire_equipment(equipment_id: int, *, last_day: date, by: Any, now: datetime) -> Equipment:
    """It leaves the one-stop after `last_day`; its history stays. Raises NotFound, NotPermitted, DatesBackwards."""
    row = _locked(equipment_id, by, now)
    if last_day < row.acquired_on:
        raise DatesBackwards
    row.retired_on = last_day
    row.save(update_fields=["retired_on"])
    _record("equipment.retired", row, by=by, now=now, last_day=last_day.isoformat())
    return row


def _locked(equipment_id: int, by: Any, now: datetime) -> Equipment:
    rows = Equipment.objects.filter(unit__in=one_stops.visible_to(by, now), retired_on__isnull=True)
    row = rows.select_related("unit").select_for_update(of=("self",)).filter(pk=equipment_id).first()
    if row is None:
        raise NotFound
    policy.require_one_stop(row.unit, by, now)
    return row


def _record(kind: str, row: Equipment, *, by: Any, now: datetime, **more: object) -> None:
    law = dict(EQUIPMENT.on(now.astimezone(VIETNAM).date()))
    found = law.get(row.unit.level) or next(iter(law.values()))
    data = {"unit": row.unit.code, "label": row.label, "thing": row.kind, **more}
    record(kind, stream(row.unit), by=by, at=now, ground=found.ground, data=data)

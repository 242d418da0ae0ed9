"""A row entered or changed by hand: read as a row of a file is read."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction

from motcua.base.errors import NotPermitted
from motcua.events.commands import record
from motcua.registers import policy, queries, upsert
from motcua.registers.errors import BadRow, RowChanged, RowExists
from motcua.registers.policy import Action
from motcua.registers.reading import read_row
from motcua.registers.register import Register, Values, field_name


@transaction.atomic
def enter(name: str, cells: Mapping[str, object], *, by: Any, now: datetime) -> models.Model:
    """A new row. Raises NotFound, NotPermitted, BadRow, RowExists."""
    register = policy.register_for(name, Action.WRITE, by, now)
    values = _read(register, cells, by, now)
    upsert.alone()
    _require_free(register, values, None)
    row = upsert.made(register, values, now)
    row.save()
    _record("register.entered", register, row, by=by, now=now)
    return row


@transaction.atomic
def change(name: str, pk: int, cells: Mapping[str, object], *, seen: str, by: Any, now: datetime) -> models.Model:
    """Change a row. seen: `changed_at` as the person saw it.

    Raises NotFound, NotPermitted, RowChanged, BadRow, RowExists.
    """
    register = policy.register_for(name, Action.WRITE, by, now)
    upsert.alone()
    row = queries.row(register, pk, user=by, now=now, lock=True)
    if not queries.may_change(register, pk, by, now):
        raise NotPermitted
    if row.changed_at.isoformat() != seen:
        raise RowChanged
    values = _read(register, cells, by, now)
    _require_free(register, values, pk)
    if fields := upsert.changed_fields(register, row, values):
        upsert.put(register, row, values, now)
        row.save()
        _record("register.changed", register, row, by=by, now=now, fields=sorted(fields))
    return row  # type: ignore[no-any-return]


def _read(register: Register, cells: Mapping[str, object], by: Any, now: datetime) -> Values:
    values, wrong = read_row(register, cells, queries.units_for_reading(by, register, now))
    if wrong:
        raise BadRow([(one.column, one.text) for one in wrong])
    return values


def _require_free(register: Register, values: Values, own: int | None) -> None:
    other = upsert.same_key(register, values)
    if other is not None and other.pk != own:
        raise RowExists(key=", ".join(_key(register, other).values()))


def _key(register: Register, row: models.Model) -> dict[str, str]:
    """What names a row, without its unit."""
    return {name: str(getattr(row, name)) for name in register.key if name != "unit"}


def _record(kind: str, register: Register, row: models.Model, *, by: Any, now: datetime, **more: object) -> None:
    """The key, where it leads to no person; of what was written only which fields."""
    data: dict[str, object] = {"register": register.name, "row": row.pk, **more}
    if register.of_units:
        data["unit"] = getattr(row, field_name(register, "unit"))
    if not register.personal:
        data["key"] = _key(register, row)
    record(kind, register.stream, by=by, at=now, ground=register.ground, data=data)

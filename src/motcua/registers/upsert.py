"""Rows into the table: what is not there is new, what differs is changed, the rest stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.db import connection, models

from motcua.registers.reading import stored
from motcua.registers.register import Register, Values, field_name

CHUNK: Final = 1000
UPDATES: Final = 250  # rows in one UPDATE: its text grows with rows × columns
LOCK: Final = 0x5265_6773


@dataclass(slots=True)
class Sorted:
    """Rows of one chunk. fields: what the changed ones are written for."""

    new: list[models.Model] = field(default_factory=list)
    changed: list[models.Model] = field(default_factory=list)
    same: int = 0
    fields: set[str] = field(default_factory=set)


def alone() -> None:
    """Until the transaction ends nobody else writes registers: two at once would each add what the other adds."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])


def sort_out(register: Register, rows: Sequence[Values], now: datetime) -> Sorted:
    """Compare rows with the table, one query; nothing is written yet."""
    found, known = Sorted(), _known(register, rows)
    for values in rows:
        row = known.get(register.key_of(values))
        if row is None:
            found.new.append(made(register, values, now))
        elif differing := changed_fields(register, row, values):
            put(register, row, values, now)
            found.changed.append(row)
            found.fields |= differing
        else:
            found.same += 1
    return found


def write(register: Register, found: Sorted) -> None:
    """Write new and changed rows, inside the caller's transaction."""
    manager = register.model._default_manager
    manager.bulk_create(found.new, batch_size=CHUNK)
    if found.changed:
        manager.bulk_update(found.changed, sorted({*found.fields, "changed_at"}), batch_size=UPDATES)


def made(register: Register, values: Values, now: datetime) -> models.Model:
    """A row that is not kept yet; what the file does not tell is empty."""
    empty = {column.name: column.read(None) for column in stored(register)}
    given = {field_name(register, name): value for name, value in (empty | values).items()}
    return register.model(**given, changed_at=now)


def put(register: Register, row: models.Model, values: Values, now: datetime) -> None:
    """Take values over into a row that is there."""
    for name, value in values.items():
        setattr(row, field_name(register, name), value)
    row.changed_at = now  # type: ignore[attr-defined]


def changed_fields(register: Register, row: models.Model, values: Values) -> set[str]:
    """Fields of a row that values would change."""
    return {name for name, value in values.items() if getattr(row, field_name(register, name)) != value}


def same_key(register: Register, values: Values) -> models.Model | None:
    """The row of the register that these values name, if there is one."""
    return register.model._default_manager.filter(**{name: values[name] for name in register.key}).first()


def _known(register: Register, rows: Sequence[Values]) -> dict[tuple[Any, ...], models.Model]:
    """Rows of the table that a chunk may name: each field of the key among those of the chunk."""
    among = {f"{name}__in": {values[name] for values in rows} for name in register.key}
    found = register.model._default_manager.filter(**among)
    return {tuple(getattr(row, field_name(register, name)) for name in register.key): row for row in found}

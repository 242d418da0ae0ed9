"""A register: the table of an app, its columns, its key, who writes in it. Apps declare theirs in `registers.py`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.db import models

from motcua.base.errors import NotFound
from motcua.base.text import Text
from motcua.registers.columns import Column, Fault, UnitRef

UNIT: Final = UnitRef(
    "unit", Text("Đơn vị", "Unit"), ("Cơ quan", "Tên đơn vị", "Mã đơn vị", "Đơn vị ban hành", "Đơn vị nhận"),
)  # fmt: skip


class Kind(StrEnum):
    """Whose the rows are."""

    OFFICE = "of a unit, kept by its registrar"
    DESK = "of a unit, kept at its desk too"
    SHARED = "of all units together"


Values = dict[str, Any]
Complete = Callable[[Values], None]


def nothing_more(_values: Values) -> None:
    """A register without derived fields."""


@dataclass(frozen=True, slots=True)
class Register:
    """name: in addresses and on the command line. ground: the article that asks for it; mark: M from memory, C ours.

    key: fields that name a row. newest: the date or moment by which the list is sorted. shown: columns of the list.
    in_order: pairs of fields of which the first may not be after the second. complete: fills in what follows from
    other columns and takes out what is no field; raises ColumnFault. personal: the key leads to a person's dossier and
    stays out of the record.
    """

    name: str
    words: Text
    ground: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    newest: str
    shown: tuple[str, ...]
    kind: Kind = Kind.OFFICE
    mark: str = ""
    in_order: tuple[tuple[str, str], ...] = ()
    complete: Complete = nothing_more
    personal: bool = False

    def column(self, name: str) -> Column:
        """One column. Raises KeyError."""
        return next(column for column in self.columns if column.name == name)

    @property
    def of_units(self) -> bool:
        """Does every row belong to a unit?"""
        return self.kind is not Kind.SHARED

    @property
    def stream(self) -> str:
        """Its chain of the record."""
        return f"register:{self.name}"

    def key_of(self, row: Mapping[str, Any]) -> tuple[Any, ...]:
        """What names a row of values."""
        return tuple(row[field] for field in self.key)


class ColumnFault(Exception):
    """What `complete` raises: the column at fault, and why."""

    def __init__(self, column: str, fault: Fault) -> None:
        super().__init__(str(fault))
        self.column, self.text = column, fault.text


_REGISTERS: Final[dict[str, Register]] = {}


def declare(registers: Sequence[Register]) -> None:
    """An app tells of its registers, once, when it is ready."""
    for register in registers:
        _REGISTERS[register.name] = register


def every() -> tuple[Register, ...]:
    """All registers, in the order of the apps."""
    return tuple(_REGISTERS.values())


def named(name: str) -> Register:
    """The register of this name. Raises NotFound."""
    try:
        return _REGISTERS[name]
    except KeyError:
        raise NotFound from None


def field_name(register: Register, name: str) -> str:
    """The field of the model that keeps a column: a unit by its key."""
    return "unit_id" if name == "unit" and register.of_units else name

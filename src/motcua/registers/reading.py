"""From cells to a row of a register, or to what is wrong with each of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from motcua.base.sheets import Formula
from motcua.base.text import Text
from motcua.registers.columns import Column, Fault, Units, text_of
from motcua.registers.register import ColumnFault, Register, Values
from motcua.registers.tables import Line

CONSTANT: Final = "="  # a mapping "=paper": this value in every row
MOST_GIVEN: Final = 80
MISSING: Final = Text("thiếu", "missing")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One fault of a row. column: "" for the row as a whole. given: what the cell says, bounded."""

    column: str
    text: Text
    given: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A row as it was read: its values, or what is wrong."""

    line: int
    values: Values = field(default_factory=dict)
    wrong: tuple[Wrong, ...] = ()


def stored(register: Register) -> list[Column]:
    """Columns that are fields of the row; the others are only read, and taken apart by `complete`."""
    fields = {one.name for one in register.model._meta.get_fields()}
    return [column for column in register.columns if column.name in fields]


def read_row(register: Register, cells: Mapping[str, object], units: Units) -> tuple[Values, list[Wrong]]:
    """The values of a row, derived ones too, and its faults; the values are whole only without faults."""
    values: Values = {}
    wrong: list[Wrong] = []
    for column in register.columns:
        if column.name in cells:
            try:
                values[column.name] = column.read(cells[column.name], units)
            except Fault as fault:
                wrong.append(Wrong(column.name, fault.text, given_of(cells[column.name])))
    if not wrong:
        try:
            register.complete(values)
        except ColumnFault as error:
            wrong.append(Wrong(error.column, error.text, given_of(cells.get(error.column))))
    at_fault = {one.column for one in wrong}
    for column in register.columns:
        waits = wrong and column.derived
        if column.required and not waits and column.name not in at_fault and values.get(column.name) in (None, ""):
            wrong.append(Wrong(column.name, MISSING))
    return values, wrong or _out_of_order(register, values)


def _out_of_order(register: Register, values: Values) -> list[Wrong]:
    wrong = []
    for first, last in register.in_order:
        begin, end = values.get(first), values.get(last)
        if begin is not None and end is not None and begin > end:
            words, column = register.column(first).words, register.column(last)
            text = Text(f"trước “{words.vi}”", f"before “{words.en}”")
            wrong.append(Wrong(last, text, column.written(end)))
    return wrong


def given_of(cell: object) -> str:
    """A cell for the report: one line, bounded, never a character that no text holds."""
    if cell is None:
        return ""
    if isinstance(cell, Formula):
        return str(cell)
    try:
        return text_of(cell)[:MOST_GIVEN]
    except Fault:
        return "".join(char for char in str(cell) if char.isprintable())[:MOST_GIVEN]


class Reader:
    """Reads the lines of one file; two rows with one key are one too many."""

    def __init__(
        self, register: Register, heads: list[str], mapping: Mapping[str, str], units: Units, unit: int | None
    ) -> None:
        self.register, self.units, self.unit = register, units, unit
        self.constants: dict[str, object] = {}
        self.places: dict[str, int] = {}
        self.first: dict[tuple[Any, ...], int] = {}
        self.unit_code = next((code for code, pk in units.by_code.items() if pk == unit), None)
        for name, said in mapping.items():
            if said.startswith(CONSTANT):
                self.constants[name] = said[len(CONSTANT) :]
            elif said:
                self.places[name] = heads.index(said)

    def read(self, line: Line) -> Read:
        """One line."""
        cells = {**self.constants, **{name: line.at(place) for name, place in self.places.items()}}
        values, wrong = read_row(self.register, self._with_unit(cells), self.units)
        if not wrong:
            wrong = self._twice(values, line.number)
        return Read(line.number, {} if wrong else values, tuple(wrong))

    def _with_unit(self, cells: dict[str, object]) -> dict[str, object]:
        """A row that names no unit is of the unit that was chosen for the file."""
        if not self.register.of_units or self.unit is None or str(cells.get("unit") or "").strip():
            return cells
        return {**cells, "unit": self.unit_code}

    def _twice(self, values: Values, number: int) -> list[Wrong]:
        first = self.first.setdefault(self.register.key_of(values), number)
        if first == number:
            return []
        return [Wrong("", Text(f"trùng với dòng {first}", f"the same as row {first}"))]

"""Going through a file: chunk by chunk its rows are read and compared with the register."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any, Final

from motcua.registers import keeping, queries, tables, upsert
from motcua.registers.models import ImportRun, RowFault
from motcua.registers.reading import Read, Reader
from motcua.registers.register import Register

UNEXPECTED: Final = (
    "Hệ thống gặp lỗi; không dòng nào được ghi. Hãy làm lại, nếu vẫn lỗi thì báo người quản trị.",
    "The system failed; no row was written. Try again; if it fails again, tell the administrator.",
)


@dataclass(slots=True)
class Tally:
    """What a file comes to."""

    total: int = 0
    good: int = 0
    bad: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    faults: list[RowFault] = field(default_factory=list)


Tell = Callable[[int], None]


def walk(run: ImportRun, register: Register, *, by: Any, now: datetime, save: bool, tell: Tell) -> Tally:
    """Read the whole file; `save` writes the good rows, inside the caller's transaction.

    tell: is called after each chunk with how many rows were read. Raises UnreadableFile, TooManyRows.
    """
    tally = Tally()
    units = queries.units_for_reading(by, register, now)
    reader = Reader(register, run.heads, run.mapping, units, run.unit_id)
    with keeping.opened(run.folder) as source:
        for rows in _chunks(map(reader.read, tables.lines_below(source, run.header))):
            _count(tally, run, rows)
            found = upsert.sort_out(register, [row.values for row in rows if not row.wrong], now)
            tally.new += len(found.new)
            tally.changed += len(found.changed)
            tally.same += found.same
            if save:
                upsert.write(register, found)
            tell(tally.total)
    return tally


def _chunks(rows: Iterator[Read]) -> Iterator[list[Read]]:
    while some := list(islice(rows, upsert.CHUNK)):
        yield some


def _count(tally: Tally, run: ImportRun, rows: list[Read]) -> None:
    bad = [row for row in rows if row.wrong]
    tally.total += len(rows)
    tally.bad += len(bad)
    tally.good += len(rows) - len(bad)
    tally.faults += [
        RowFault(run=run, line=row.line, column=wrong.column, fault=wrong.text.vi[:300], fault_en=wrong.text.en[:300],
                 given=wrong.given)
        for row in bad for wrong in row.wrong
    ]  # fmt: skip


def keep_report(run: ImportRun, tally: Tally) -> None:
    """Write what a file came to, in place of what was written before, inside the caller's transaction."""
    run.total = run.done = tally.total
    run.good, run.bad, run.new, run.changed, run.same = tally.good, tally.bad, tally.new, tally.changed, tally.same
    run.faults.all().delete()
    RowFault.objects.bulk_create(tally.faults, batch_size=1000)

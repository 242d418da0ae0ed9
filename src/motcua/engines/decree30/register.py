"""What a text cites, and the register that knows which documents are no longer in force."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from motcua.engines.decree30.errors import BadRegister

COLUMNS: Final = ("number", "expired_on", "replaced_by")


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited document. day: its date where the text says it. well_formed: its number is built as it should be.

    basis: cited in the block of legal bases.
    """

    kind: str
    number: str
    text: str
    day: date | None
    well_formed: bool
    paragraph: int
    basis: bool


@dataclass(frozen=True, slots=True)
class Register:
    """Documents no longer in force: number and symbol → the day it ended, and what replaced it."""

    rows: dict[str, tuple[date, str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def expired(self, number: str, day: date | None) -> str | None:
        """Why it may not be cited on `day` (today where the document has no date yet); None where it may."""
        row = self.rows.get(number.upper())
        if row is None or (day is not None and day < row[0]):
            return None
        ended, by = row
        return f"hết hiệu lực từ {ended:%d/%m/%Y}" + (f", thay bằng {by}" if by else "")


def load_register(text: str) -> Register:
    """A register from CSV with the columns number, expired_on (YYYY-MM-DD), replaced_by. Raises BadRegister by row."""
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff")))
    if reader.fieldnames is None or not {"number", "expired_on"} <= set(reader.fieldnames):
        raise BadRegister(row=1, why=f"cần các cột {', '.join(COLUMNS)}")
    rows: dict[str, tuple[date, str]] = {}
    for at, row in enumerate(reader, start=2):
        number = (row["number"] or "").strip().upper()
        try:
            rows[number] = (
                date.fromisoformat((row["expired_on"] or "").strip()),
                (row.get("replaced_by") or "").strip(),
            )
        except ValueError:
            raise BadRegister(
                row=at, why=f"ngày hết hiệu lực {row['expired_on']!r} không đúng dạng 2025-06-30"
            ) from None
        if not number:
            raise BadRegister(row=at, why="thiếu số, ký hiệu")
    return Register(rows)

"""Which days are off or worked against the week's habit: the nation's decisions, overlaid by the unit's.

National first, then province, then unit: a later row wins (calendar.md §4.1).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from motcua.engines.worktime.errors import BadCalendar


class DayRowKind(StrEnum):
    """What a row decides about its day."""

    OFF = "off"
    WORK = "work"  # a swapped day: full hours (R6)


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a decision: off or worked, its name (vi, en), the decision's number, where we read it."""

    day: date
    kind: DayRowKind
    name: str = ""
    decision: str = ""
    source: str = ""
    name_en: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", DayRowKind(self.kind))


@dataclass(frozen=True, slots=True)
class _Official:
    """The decided years shipped with the program, and the days still open inside them."""

    rows: dict[int, dict[date, DayRow]]
    open_days: frozenset[date]


@cache
def _official() -> _Official:
    text = files(__package__).joinpath("law/official_days.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    rows = {year["year"]: {row.day: row for row in _rows_of(year)} for year in table["year"]}
    return _Official(rows, frozenset(entry["day"] for entry in table["open"]))


def _rows_of(year: dict[str, Any]) -> Iterable[DayRow]:
    for kind in DayRowKind:
        for entry in year.get(kind, ()):
            for day in entry["days"]:
                decision = entry.get("decision", year["decision"])
                yield DayRow(day, kind, entry["vi"], decision, "calendar.md §2", entry["en"])


@cache
def national_rows(year: int) -> dict[date, DayRow]:
    """The nation's rows of a year: as decided, else estimated by the `holidays` package."""
    decided = _official().rows.get(year)
    if decided is not None:
        return decided
    from motcua.engines.worktime.estimate import estimated_rows  # slow to import, seldom needed

    return estimated_rows(year)


def official_years() -> frozenset[int]:
    """Years whose national decision is shipped with the program."""
    return frozenset(_official().rows)


@dataclass(frozen=True, slots=True)
class DayTable:
    """The nation's days with decided `rows` over them; `decided`: further years whose decision is in."""

    rows: tuple[DayRow, ...] = ()
    decided: frozenset[int] = frozenset()
    _over: dict[date, DayRow] = field(init=False, repr=False, compare=False)
    _years: frozenset[int] = field(init=False, repr=False, compare=False)
    _open: frozenset[date] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        over = {row.day: row for row in self.rows}
        object.__setattr__(self, "_over", over)
        object.__setattr__(self, "_years", official_years() | self.decided)
        # A proposed day that a decision has reached is no longer open (R11).
        object.__setattr__(self, "_open", _official().open_days - over.keys())

    def row(self, day: date) -> DayRow | None:
        """What was decided about `day`; None: the week's habit holds."""
        return self._over.get(day) or national_rows(day.year).get(day)

    def year_decided(self, year: int) -> bool:
        """Has the decision for `year` been entered (R11)?"""
        return year in self._years

    def provisional(self, first: date, last: date) -> bool:
        """Does any date from `first` to `last` lie in an undecided year, or on a day still open (R11)?"""
        if any(year not in self._years for year in range(first.year, last.year + 1)):
            return True
        return any(first <= day <= last for day in self._open)


NATIONAL: Final = DayTable()


def official_days(rows: Iterable[DayRow] = (), decided: Iterable[int] = ()) -> DayTable:
    """The nation's table with `rows` laid over it in their order, and `decided` years added."""
    kept = tuple(rows)
    if any(type(row.day) is not date for row in kept):
        raise BadCalendar(why="a day off must be a date", why_vi="ngày nghỉ phải là một ngày")
    return DayTable(kept, frozenset(decided))

"""Compute the due moment of a limit, and say why: one call, or a CSV file of them."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from fractions import Fraction
from io import TextIOWrapper
from pathlib import Path
from typing import Final, NoReturn

from motcua.engines.worktime import (
    Calendar,
    Due,
    Limit,
    Pause,
    Reason,
    Unit,
    WorktimeError,
    due,
    explain,
    from_toml,
    read_moment,
    standard,
)
from motcua.engines.worktime.errors import UnknownUnit

# Elapsed hours are for machines (example 18): the command's contract (facts §17) has no word for them.
UNITS: Final = tuple(unit.value for unit in Unit if unit is not Unit.CLOCK_HOUR)
STANDARD: Final = ("STD", "8H", "SAT", "none")
BAD_CALL: Final = 2
BAD_ROWS: Final = 1
_Answer = tuple[Due, tuple[Reason, ...]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--received", help="the moment of reception, e.g. 2023-05-04T16:20 (Vietnam time)")
    parser.add_argument("--limit", help="a number above 0, e.g. 3 or 7.5; not read for same_day and forward")
    parser.add_argument("--unit", help=" | ".join(UNITS))
    parser.add_argument("--calendar", default="STD", help="STD, 8H, SAT, none or a TOML file (default STD)")
    parser.add_argument("--pause", action="append", default=[], metavar="FROM/TO", help="may be repeated")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--batch",
        metavar="FILE.csv",
        help="received, limit, unit, calendar, pause; a JSON line a row",
    )
    parser.error = _refuse  # type: ignore[method-assign]  # a bad call is one line (§17), no usage


def run(args: argparse.Namespace) -> int:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal without Vietnamese letters is no crash
    if args.batch is not None:
        return _batch(Path(args.batch))
    try:
        answer = _answer(args.received, args.limit, args.unit, args.pause, _Calendars(Path()).named(args.calendar))
    except WorktimeError as error:
        _complain(_line(error))
        return BAD_CALL
    print(_json(answer) if args.json else "\n".join(_plain(answer)))
    return 0


def _refuse(message: str) -> NoReturn:
    _complain(message)
    raise SystemExit(BAD_CALL)


def _complain(line: str) -> None:
    print(f"motcua due: {' '.join(line.split())}", file=sys.stderr)


def _line(error: WorktimeError) -> str:
    return " ".join(f"{error.words('vi')} / {error.words('en')}".split())


def _answer(
    received: str | None, limit: str | None, unit: str | None, pauses: Sequence[str], calendar: Calendar
) -> _Answer:
    """From the words of one call. Raises WorktimeError."""
    if (unit or "").strip() not in UNITS:
        raise UnknownUnit(unit=unit or "", units=", ".join(UNITS))
    asked: tuple[datetime, Limit, Calendar, list[Pause]] = (
        read_moment(received or ""),
        Limit.read(limit, unit or ""),
        calendar,
        [Pause.read(text) for text in pauses],
    )
    return due(*asked), explain(*asked)


class _Calendars:
    """Calendars by name; a file is found relative to `folder` and read once, good or bad."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Calendar | WorktimeError] = {}

    def named(self, name: str) -> Calendar:
        """STD where the name is empty. Raises UnknownCalendar, BadCalendar."""
        found = self._read.get(name)
        if found is None:
            try:
                found = self._find(name.strip() or "STD")
            except WorktimeError as error:
                found = error
            self._read[name] = found
        if isinstance(found, WorktimeError):
            raise found
        return found

    def _find(self, name: str) -> Calendar:
        if name in STANDARD:
            return standard(name)
        return from_toml(self._folder / name)


def _batch(path: Path) -> int:
    """One JSON line for each row, in order; 1 where a row was bad, 2 where the file cannot be read."""
    calendars = _Calendars(path.parent)
    status = 0
    try:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            for row in _rows(csv.DictReader(file)):
                line, good = _row(row, calendars)
                print(line)
                status = status if good else BAD_ROWS
    except (OSError, csv.Error) as error:
        _complain(f"{path}: {error}")
        return BAD_CALL
    return status


def _rows(reader: "csv.DictReader[str]") -> Iterator[Mapping[str, str]]:
    """Rows by trimmed column name; absent cells are empty. Raises csv.Error without the column received."""
    names = [(name or "").strip() for name in reader.fieldnames or ()]
    if "received" not in names:
        raise csv.Error("không có cột 'received' / there is no column 'received'")
    reader.fieldnames = names
    for row in reader:
        yield {name: row.get(name) or "" for name in names}


def _row(row: Mapping[str, str], calendars: _Calendars) -> tuple[str, bool]:
    """The JSON line of a row, and whether the row was good."""
    pauses = [text for text in row.get("pause", "").split(";") if text.strip()]
    try:
        calendar = calendars.named(row.get("calendar", ""))
        return _json(_answer(row["received"], row.get("limit"), row.get("unit"), pauses, calendar)), True
    except WorktimeError as error:
        return _dump({"error": _line(error)}), False


def _json(answer: _Answer) -> str:
    moment, reasons = answer
    return _dump(
        {
            "due": moment.moment.isoformat(),
            "due_end_of_day": moment.end_of_day.isoformat(),
            "provisional": moment.provisional,
            "explanation": [
                {
                    "from": reason.from_day.isoformat(),
                    "to": reason.to_day.isoformat(),
                    "counted": _number(reason.counted),
                    "rule": reason.rule,
                    "vi": reason.because.vi,
                    "en": reason.because.en,
                }
                for reason in reasons
            ],
        }
    )


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=(sys.stdout.encoding or "").lower() not in {"utf-8", "utf8"})


def _number(exact: Fraction) -> int | float:
    """Whole as an integer; the only place where an exact number becomes a float, to be read."""
    return exact.numerator if exact.denominator == 1 else float(exact)


def _plain(answer: _Answer) -> Iterator[str]:
    """The same in plain words: Vietnamese, then English."""
    moment, reasons = answer
    at, end = f"{moment.moment:%H:%M %d/%m/%Y}", f"{moment.end_of_day:%H:%M %d/%m/%Y}"
    yield f"Hạn giải quyết: {at}; hẹn trả kết quả: {end}{' (tạm tính)' if moment.provisional else ''}"
    yield from _told(reasons, lambda each: each.because.vi, "tính")
    yield ""
    yield f"Due: {at}; appointment: {end}{' (provisional)' if moment.provisional else ''}"
    yield from _told(reasons, lambda each: each.because.en, "counted")


def _told(reasons: Sequence[Reason], words: Callable[[Reason], str], counted: str) -> Iterator[str]:
    for reason in reasons:
        days = f"{reason.from_day:%d/%m/%Y}"
        if reason.to_day != reason.from_day:
            days += f" – {reason.to_day:%d/%m/%Y}"
        number = f", {counted} {_number(reason.counted):g}" if reason.counted else ""
        yield f"  {days}: {words(reason)}{number} ({reason.rule})"

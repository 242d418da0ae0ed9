"""A calendar read from a TOML file (facts §17); its dates win over the national ones."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from fractions import Fraction
from pathlib import Path
from typing import Final, NoReturn

from motcua.engines.worktime.calendars import Calendar, build, standard
from motcua.engines.worktime.days import DayRow, DayRowKind, official_days
from motcua.engines.worktime.errors import BadCalendar, UnknownCalendar

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_KEYS: Final = frozenset({"base", "off", "works", "decided", "hours", "duty"})
_Spans = dict[int, list[tuple[time, time]]]


def from_toml(path: str | Path) -> Calendar:
    """The calendar of that file. Raises UnknownCalendar where it cannot be read, BadCalendar inside it."""
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError):
        raise UnknownCalendar(name=str(path)) from None
    return read_calendar(text, name=Path(path).stem)


def read_calendar(text: str, name: str = "") -> Calendar:
    """The calendar that the TOML `text` describes. Raises BadCalendar, UnknownCalendar."""
    try:
        table = tomllib.loads(text, parse_float=Fraction)  # a weight of 0.1 stays one tenth
    except (tomllib.TOMLDecodeError, ValueError) as error:
        _refuse(f"not TOML: {error}", f"không phải TOML: {error}")
    if unknown := sorted(table.keys() - _KEYS):
        _refuse(f"unknown key '{unknown[0]}'", f"khóa '{unknown[0]}' không có")
    base = standard(_word(table.get("base", "STD")))
    hours = _week_of(base.spans_by_weekday()) | _spans(_part(table, "hours"))
    duty, weight = _duty(base, _part(table, "duty"))
    return build(hours, duty, weight, official_days(_rows(table), _years(table)), name)


def _rows(table: Mapping[str, object]) -> Iterable[DayRow]:
    off, works = _dates(table, "off"), _dates(table, "works")
    if both := sorted(set(off) & set(works)):
        _refuse(f"{both[0]} is both off and worked", f"ngày {both[0]} vừa nghỉ vừa làm")
    yield from (DayRow(day, DayRowKind.OFF, "nghỉ theo lịch của đơn vị", name_en="off here") for day in off)
    yield from (DayRow(day, DayRowKind.WORK, "làm bù theo lịch của đơn vị", name_en="worked here") for day in works)


def _dates(table: Mapping[str, object], key: str) -> list[date]:
    found = table.get(key, [])
    if not isinstance(found, list) or any(type(day) is not date for day in found):
        _refuse(f"'{key}' must list dates", f"'{key}' phải là danh sách ngày")
    return found


def _years(table: Mapping[str, object]) -> list[int]:
    found = table.get("decided", [])
    if not isinstance(found, list) or any(type(year) is not int for year in found):
        _refuse("'decided' must list years", "'decided' phải là danh sách năm")
    return found


def _duty(base: Calendar, part: Mapping[str, object]) -> tuple[_Spans, Fraction]:
    weight = part.get("weight", base.weight)
    if isinstance(weight, bool) or not isinstance(weight, int | Fraction):
        _refuse("'weight' must be a number", "'weight' phải là một số")
    days = {key: value for key, value in part.items() if key != "weight"}
    return _week_of(base.spans_by_weekday(duty=True)) | _spans(days), Fraction(weight)


def _spans(part: Mapping[str, object]) -> _Spans:
    found: _Spans = {}
    for weekday, spans in part.items():
        if weekday not in _WEEKDAYS or not isinstance(spans, list):
            _refuse(f"'{weekday}' is no weekday with spans", f"'{weekday}' không phải thứ với giờ làm việc")
        found[_WEEKDAYS.index(weekday)] = [_span(text) for text in spans]
    return found


def _span(text: object) -> tuple[time, time]:
    """From `"07:30-11:30"`."""
    start, dash, end = text.partition("-") if isinstance(text, str) else ("", "", "")
    try:
        if not dash:
            raise ValueError
        return _clock(start), _clock(end)
    except ValueError:
        _refuse(f"'{text}' is not like 07:30-11:30", f"'{text}' không có dạng 07:30-11:30")


def _clock(text: str) -> time:
    return datetime.strptime(text.strip(), "%H:%M").time()  # noqa: DTZ007 - an office hour has no zone


def _week_of(week: Mapping[int, tuple[tuple[time, time], ...]]) -> _Spans:
    return {weekday: list(spans) for weekday, spans in week.items()}


def _part(table: Mapping[str, object], key: str) -> dict[str, object]:
    part = table.get(key, {})
    if not isinstance(part, dict):
        _refuse(f"[{key}] must be a table", f"[{key}] phải là một bảng")
    return part


def _word(value: object) -> str:
    if not isinstance(value, str):
        _refuse("'base' must be a name", "'base' phải là một tên")
    return value


def _refuse(why: str, why_vi: str) -> NoReturn:
    raise BadCalendar(why=why, why_vi=why_vi)

"""What a cell of a register may hold, and what it means. Pure: a cell and the units in, a value or a `Fault` out."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar, Final

from motcua.base.clock import VIETNAM
from motcua.base.sheets import Formula
from motcua.base.text import Text as Words
from motcua.base.vietnamese import nfc, plain

SMALL: Final = 32_767  # what the columns of the tables hold
LARGE: Final = 2_147_483_647
YEARS: Final = (1900, 2100)  # a year outside is a slip of the pen ("0223")
SERIALS: Final = (1, 80_000)  # Excel's day numbers up to the year 2119
EPOCH: Final = date(1899, 12, 30)  # Excel's day 0, as it counts from March 1900 on


class Fault(Exception):
    """A cell that says nothing the register can keep. text: why, in both languages."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.text = Words(vi, en)


@dataclass(frozen=True, slots=True)
class Units:
    """Units in force by their code and by their plain names; `mine`: those the person may write for."""

    by_code: Mapping[str, int] = field(default_factory=dict)
    by_name: Mapping[str, frozenset[int]] = field(default_factory=dict)
    mine: frozenset[int] = frozenset()


NO_UNITS: Final = Units()


@dataclass(frozen=True, slots=True)
class Column:
    """One column. name: the field of the row. aliases: how registers head it.

    required: a row without it is none. derived: columns from which it is made where it is not there itself.
    empty: what an empty cell means.
    """

    name: str
    words: Words
    aliases: tuple[str, ...] = ()
    required: bool = True
    derived: tuple[str, ...] = ()
    empty: Any = None

    def read(self, cell: object, units: Units = NO_UNITS) -> Any:
        """The value of a cell; `empty` of an empty one. Raises Fault."""
        if isinstance(cell, Formula):
            raise Fault("ô là công thức: hãy dán giá trị", "the cell is a formula: paste its value")
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            return self.empty
        return self.value(cell, units)

    def value(self, cell: object, units: Units) -> Any:
        """The value of a cell that is not empty. Raises Fault."""
        raise NotImplementedError

    def written(self, value: Any) -> str:
        """The value as a person would type it, so that it reads as the same again."""
        return "" if value is None else str(value)


def text_of(cell: object) -> str:
    """A cell as text, spaces tidied: 15.0 of a sheet is "15". Raises Fault for what no text holds."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    found = nfc(f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell))
    if any(unicodedata.category(char) in {"Cc", "Cs"} for char in found):
        raise Fault("có ký tự không đọc được", "it has characters that cannot be read")
    return found


@dataclass(frozen=True, slots=True)
class Text(Column):
    """A line of text of at most `most` letters."""

    most: int = 300
    empty: Any = ""

    def value(self, cell: object, units: Units) -> str:
        found = text_of(cell)
        if len(found) > self.most:
            raise Fault(f"dài quá {self.most} ký tự", f"longer than {self.most} letters")
        return found


@dataclass(frozen=True, slots=True)
class Whole(Column):
    """A whole number between two bounds, inclusive. "1.250" is 1250, as Vietnamese numbers are written."""

    least: int = 0
    most: int = LARGE
    GROUPED: ClassVar[re.Pattern[str]] = re.compile(r"\d{1,3}(\.\d{3})+")

    def value(self, cell: object, units: Units) -> int:
        found = text_of(cell)
        if self.GROUPED.fullmatch(found):
            found = found.replace(".", "")
        if isinstance(cell, bool) or not re.fullmatch(r"[0-9]{1,18}", found):
            raise Fault(f"không phải số nguyên: '{found}'", f"not a whole number: '{found}'")
        if not self.least <= int(found) <= self.most:
            raise Fault(f"phải từ {self.least} đến {self.most}", f"has to be from {self.least} to {self.most}")
        return int(found)


@dataclass(frozen=True, slots=True)
class Day(Column):
    """A day: 09/05/2023, 9-5-2023, 2023-05-09, "ngày 09 tháng 5 năm 2023", a date or a day number of a sheet."""

    def value(self, cell: object, units: Units) -> date:
        return _sane(_day_of(cell), cell)

    def written(self, value: Any) -> str:
        return f"{value:%d/%m/%Y}" if value else ""


@dataclass(frozen=True, slots=True)
class Moment(Column):
    """A day with its time, of Vietnam where no offset is named. A day alone is refused: its hour would be a guess."""

    def value(self, cell: object, units: Units) -> datetime:
        found = _moment_of(cell)
        _sane(found.date(), cell)
        return found if found.tzinfo else found.replace(tzinfo=VIETNAM)

    def written(self, value: Any) -> str:
        return f"{value.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if value else ""


@dataclass(frozen=True, slots=True)
class YesNo(Column):
    """A mark: có, x, 1, true; không, 0, false. An empty cell is no: registers mark only what is."""

    empty: Any = False
    YES: ClassVar[frozenset[str]] = frozenset({"co", "x", "v", "1", "true", "yes", "dung"})
    NO: ClassVar[frozenset[str]] = frozenset({"khong", "0", "false", "no", "sai", "-"})

    def value(self, cell: object, units: Units) -> bool:
        found = plain(text_of(cell))
        if found in self.YES or found in self.NO:
            return found in self.YES
        raise Fault(f"không rõ có hay không: '{text_of(cell)}'", f"neither yes nor no: '{text_of(cell)}'")

    def written(self, value: Any) -> str:
        return "" if value is None else "có" if value else "không"


@dataclass(frozen=True, slots=True)
class Choice(Column):
    """One of some values, named by itself or by its Vietnamese or English word; case and accents do not matter."""

    options: Mapping[str, Words] = field(default_factory=dict)

    def value(self, cell: object, units: Units) -> str:
        wanted = plain(text_of(cell))
        for value, words in self.options.items():
            if wanted in {plain(value), plain(words.vi), plain(words.en)}:
                return value
        known = [", ".join(words.words(language) for words in self.options.values()) for language in ("vi", "en")]
        raise Fault(f"không có trong: {known[0]}", f"not one of: {known[1]}")


@dataclass(frozen=True, slots=True)
class UnitRef(Column):
    """A unit by its code or, where only one in force bears it, by its name; one the person may write for."""

    def value(self, cell: object, units: Units) -> int:
        found = text_of(cell)
        code = units.by_code.get(found.upper())
        named = frozenset({code}) if code is not None else units.by_name.get(plain(found), frozenset())
        if not named:
            raise Fault(f"không có đơn vị: '{found}'", f"there is no such unit: '{found}'")
        if len(named) > 1:
            raise Fault(
                f"nhiều đơn vị cùng tên '{found}': hãy ghi mã", f"several units are called '{found}': use the code"
            )
        pk = next(iter(named))
        if pk not in units.mine:
            raise Fault(f"không có quyền ghi sổ của '{found}'", f"not yours to write for: '{found}'")
        return pk


@dataclass(frozen=True, slots=True)
class Symbols(Column):
    """Symbols of legal texts, apart by a semicolon or a new line; each once, in the order they were given."""

    empty: Any = field(default_factory=list)
    most: int = 100

    def value(self, cell: object, units: Units) -> list[str]:
        parts = [text_of(part) for part in re.split(r"[;\n]", str(cell)) if part.strip()]
        if any(len(part) > self.most for part in parts):
            raise Fault(f"dài quá {self.most} ký tự", f"longer than {self.most} letters")
        return list(dict.fromkeys(parts))

    def read(self, cell: object, units: Units = NO_UNITS) -> list[str]:
        return list(Column.read(self, cell, units))  # its own copy: the empty one is shared

    def written(self, value: Any) -> str:
        return "; ".join(value or ())


_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_DMY: Final = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_WORDS: Final = re.compile(r"(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_HOUR: Final = r"(\d{1,2})(?::|h|g| gio )(\d{2})(?::(\d{2}))?(?: phut)?"
_AFTER: Final = re.compile(rf"(.+?)[ ,T]+{_HOUR}")
_BEFORE: Final = re.compile(rf"{_HOUR}[ ,]+(.+)")


def _no_day(cell: object) -> Fault:
    return Fault(f"ngày không đọc được: '{text_of(cell)}'", f"no such day: '{text_of(cell)}'")


def _day_of(cell: object) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and SERIALS[0] <= cell <= SERIALS[1]:
        return EPOCH + timedelta(days=int(cell))
    found = plain(text_of(cell)).removeprefix("ngay ")
    try:
        if match := _ISO.fullmatch(found.upper()):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DMY.fullmatch(found):
            return date(int(match[4]), int(match[3]), int(match[1]))
        if match := _WORDS.fullmatch(found):
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        pass
    raise _no_day(cell)


def _moment_of(cell: object) -> datetime:
    if isinstance(cell, int | float) and not isinstance(cell, bool) and SERIALS[0] <= cell <= SERIALS[1]:
        cell = datetime.combine(EPOCH, time()) + timedelta(seconds=round(float(cell) * 86_400))
    if isinstance(cell, datetime):
        if cell.time() == time():
            raise _no_hour(cell)
        return cell
    if isinstance(cell, date):
        raise _no_hour(cell)
    found = text_of(cell)
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:", found):
            return datetime.fromisoformat(found)
        if match := _AFTER.fullmatch(plain(found)):
            return datetime.combine(_day_of(match[1]), _time(match[2], match[3], match[4]))
        if match := _BEFORE.fullmatch(plain(found)):
            return datetime.combine(_day_of(match[4]), _time(match[1], match[2], match[3]))
    except (ValueError, Fault):
        raise _no_day(cell) from None
    _day_of(cell)
    raise _no_hour(cell)


def _time(hour: str, minute: str, second: str | None) -> time:
    return time(int(hour), int(minute), int(second or 0))


def _no_hour(cell: object) -> Fault:
    found = text_of(cell)
    return Fault(f"thiếu giờ, ghi như 09/05/2023 14:30: '{found}'", f"no time; write 09/05/2023 14:30: '{found}'")


def _sane(found: date, cell: object) -> date:
    if not YEARS[0] <= found.year <= YEARS[1]:
        raise _no_day(cell)
    return found

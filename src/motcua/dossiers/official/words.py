"""Moments, limits and money as a Vietnamese paper writes them (design: look §5)."""

from datetime import date, datetime
from typing import Final

from motcua.base.clock import VIETNAM

UNITS: Final = {
    "working_day": "ngày làm việc", "working_hour": "giờ làm việc", "calendar_day": "ngày", "month": "tháng",
}  # fmt: skip
SAME_DAY: Final = "trong ngày; nhận sau 15 giờ thì trong ngày làm việc tiếp theo"
ADDRESSED: Final = {"male": "Ông", "female": "Bà"}
DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS: Final = ("", " nghìn", " triệu")
BILLION: Final = 1_000_000_000


def in_words(moment: datetime) -> str:
    """`15 giờ 20 phút, ngày 15 tháng 3 năm 2023`: 0 before days below 10 and months below 3."""
    local = moment.astimezone(VIETNAM)
    return f"{local.hour:02d} giờ {local.minute:02d} phút, {day_in_words(local)}"


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 02 năm 2023`; of a moment, its day in Vietnam."""
    local = day.astimezone(VIETNAM) if isinstance(day, datetime) else day
    month = f"{local.month:02d}" if local.month < 3 else str(local.month)
    return f"ngày {local.day:02d} tháng {month} năm {local.year}"


def day_in_figures(day: date) -> str:
    """`15/03/2023`, for the narrow columns of a table; a moment keeps its time: `15:20 15/03/2023`."""
    if isinstance(day, datetime):
        return f"{day.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
    return f"{day:%d/%m/%Y}"


def limit_in_words(quantity: str, unit: str) -> str:
    """`03 ngày làm việc`, `7,5 ngày làm việc`; the same-day rule in full."""
    if unit == "same_day":
        return SAME_DAY
    number = quantity.zfill(2) if quantity.isdigit() else quantity.replace(".", ",")
    return f"{number} {UNITS.get(unit, '')}".strip()


def addressed(name: str, sex: str = "") -> str:
    """`Bà Trần Thị Mẫu`; `Ông/Bà …` where the sex ("male", "female") is not known."""
    return f"{ADDRESSED.get(sex, 'Ông/Bà')} {name}"


def amount(vnd: int) -> str:
    """`8.000 đồng`"""
    return f"{vnd:,d} đồng".replace(",", ".")


def amount_in_words(vnd: int) -> str:
    """`Một trăm linh năm đồng`: the exact amount of đồng, 0 or more. Raises ValueError below 0."""
    return f"{number_in_words(vnd)} đồng"


def number_in_words(number: int) -> str:
    """`Hai mươi mốt`. Raises ValueError below 0."""
    if number < 0:
        raise ValueError(f"{number} is less than nothing: a paper states what is paid, never a debt")
    said = _said(number) or DIGITS[0]
    return said[0].upper() + said[1:]


def _said(number: int, *, after: bool = False) -> str:
    """Read aloud, nothing for 0. after: something was read before, so a group below 100 says `không trăm`."""
    high, low = divmod(number, BILLION)
    words = [f"{_said(high, after=after)} tỷ"] if high else []
    for power in (2, 1, 0):
        group = low // 1000**power % 1000
        if group:
            words.append(_group(group, after=after or bool(words)) + GROUPS[power])
    return " ".join(words)


def _group(number: int, *, after: bool) -> str:
    """1 to 999; `after` another group in full, with its hundreds and its `linh`."""
    hundreds, rest = divmod(number, 100)
    words = [DIGITS[hundreds], "trăm"] if hundreds or after else []
    tens, ones = divmod(rest, 10)
    if tens == 0:
        words += ["linh"] if words and ones else []
    else:
        words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return " ".join([*words, *_ones(tens, ones)])


def _ones(tens: int, ones: int) -> list[str]:
    """`mốt` after twenty and more, `lăm` after ten and more."""
    if ones == 0:
        return []
    if ones == 1 and tens > 1:
        return ["mốt"]
    return ["lăm" if ones == 5 and tens else DIGITS[ones]]

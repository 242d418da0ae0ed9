"""A line of an explanation, and the words for why a day counts or does not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from motcua.engines.worktime.calendars import Day, DayKind
from motcua.engines.worktime.moments import from_stamp
from motcua.engines.worktime.pauses import Stretch
from motcua.engines.worktime.words import Words

NOTHING: Final = Fraction(0)
WORKED: Final = Words("ngày làm việc", "working day")
IN_HOURS: Final = Words("giờ làm việc", "office hours")
DAY_ZERO: Final = Words("ngày tiếp nhận, không tính", "the day of reception is not counted")
SHARE: Final = Words("phần lẻ của ngày làm việc", "part of a working day")
COUNTED: Final = Words("ngày theo lịch, tính cả ngày nghỉ", "calendar days, days off included")
MONTHS: Final = Words("tính theo tháng, đến ngày cùng số", "months, to the same day number")
LAST_DAY: Final = Words("hết giờ làm việc ngày này", "due at closing of this day")
UNDECIDED: Final = Words(
    "chưa có quyết định về ngày nghỉ, kết quả là tạm tính",
    "days off not decided yet, the result is provisional",
)


@dataclass(frozen=True, slots=True)
class Reason:
    """`counted` of the limit (its own unit) was used from `from_day` to `to_day`, both included.

    counted 0: skipped. rule: of R1–R24. because: what a person reads, with the number of a decision.
    """

    from_day: date
    to_day: date
    counted: Fraction
    rule: str
    because: Words


def on(day: date, counted: Fraction, rule: str, because: Words) -> Reason:
    """A reason of one day."""
    return Reason(day, day, counted, rule, because)


def why(day: Day, rule: str, worked: Words, *, counted: bool = False) -> tuple[str, Words]:
    """The rule and the words for a day of that kind; `rule` and `worked` those of an ordinary day."""
    decision = f" ({day.row.decision})" if day.row is not None and day.row.decision else ""
    if day.row is not None:
        vi, en = day.row.name or "theo quyết định", day.row.name_en or day.row.name or "by decision"
        if day.kind is DayKind.OFF:
            return "R5", Words(f"nghỉ: {vi}{decision}", f"off: {en}{decision}")
        return "R6", Words(f"ngày làm việc: {vi}{decision}", f"working day: {en}{decision}")
    if day.kind is DayKind.DUTY:
        if counted:
            return "R12", Words("buổi trực, được tính", "duty, counted")
        return "R12", Words("buổi trực, không phải ngày làm việc", "duty, not a working day")
    if day.kind is DayKind.REST:
        return rule, Words("nghỉ hằng tuần", "weekly rest")
    return rule, worked


def moved(rule: str, stamp: int) -> tuple[str, Words]:
    """Used up or received outside working time: counting goes on at `stamp` (R2, R3)."""
    at = f"{from_stamp(stamp):%H:%M %d/%m/%Y}"
    if rule == "R2":
        return rule, Words(f"ngoài giờ làm việc, tính từ {at}", f"outside working time, counted from {at}")
    return rule, Words(f"hết đúng giờ đóng cửa, chuyển sang {at}", f"used up at closing, moved to {at}")


def paused(stretch: Stretch) -> Reason:
    """The row of a pause, with its grounds and documents (R16)."""
    first = from_stamp(stretch.start)
    grounds = f": {'; '.join(stretch.grounds)}" if stretch.grounds else ""
    if stretch.end is None:
        text = Words(f"đang tạm dừng từ {first:%H:%M %d/%m/%Y}{grounds}", f"paused since then{grounds}")
        return on(first.date(), NOTHING, "R16", text)
    last = from_stamp(stretch.end)
    text = Words(
        f"tạm dừng từ {first:%H:%M %d/%m/%Y} đến {last:%H:%M %d/%m/%Y}{grounds}",
        f"paused from {first:%H:%M %d/%m/%Y} to {last:%H:%M %d/%m/%Y}{grounds}",
    )
    return Reason(first.date(), last.date(), NOTHING, "R16", text)


def merged(reasons: Iterable[Reason]) -> list[Reason]:
    """In order of time, days in a row with the same reason made one line."""
    found: list[Reason] = []
    for reason in sorted(reasons, key=lambda each: each.from_day):
        last = found[-1] if found else None
        if (
            last is not None
            and (last.rule, last.because) == (reason.rule, reason.because)
            and bool(last.counted) == bool(reason.counted)
            and reason.from_day == last.to_day + timedelta(days=1)
        ):
            found[-1] = replace(last, to_day=reason.to_day, counted=last.counted + reason.counted)
        else:
            found.append(reason)
    return found

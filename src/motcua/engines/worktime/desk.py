"""Forwarding a file (R13) and procedures done the same day (R14): the border is 15:00."""

from datetime import date
from typing import Final

from motcua.engines.worktime.by_date import next_working_day
from motcua.engines.worktime.calendars import Calendar, DayKind
from motcua.engines.worktime.limits import Limit
from motcua.engines.worktime.moments import DAY
from motcua.engines.worktime.pauses import Stretch

BORDER: Final = 15 * 60  # "sau 15 giờ": exactly 15:00 is not after (R13 [C])


def forward(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """By when a file received at `start` is forwarded (R13; NĐ 61/2018 Điều 18 khoản 2)."""
    today = start // DAY
    if _in_time(start, calendar):
        return calendar.closing(today)
    tomorrow = next_working_day(calendar, today + 1)
    if calendar.day(date.fromordinal(today)).works:
        return calendar.opening(tomorrow)
    return calendar.closing(tomorrow)


def same_day(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """By when a procedure "ngay trong ngày tiếp nhận" is done (R14)."""
    today, minute = divmod(start, DAY)
    day = calendar.day(date.fromordinal(today))
    on_duty = day.kind is DayKind.DUTY and minute < day.spans[-1][1]
    if on_duty or _in_time(start, calendar):
        return calendar.closing(today)
    return calendar.closing(next_working_day(calendar, today + 1))


def _in_time(start: int, calendar: Calendar) -> bool:
    """Received on a working day, not after 15:00 and while the day still has working time.

    A day that closes earlier is over at its closing, as a duty is (K6): no due moment before reception.
    """
    today, minute = divmod(start, DAY)
    day = calendar.day(date.fromordinal(today))
    return day.works and minute <= BORDER and minute < day.spans[-1][1]

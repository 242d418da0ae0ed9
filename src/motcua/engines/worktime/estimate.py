"""Years without an entered decision: what the `holidays` package expects, its known errors mended.

Imported only when such a year is touched: the package costs a fifth of a second to load.
"""

from datetime import date, timedelta

import holidays

from motcua.engines.worktime.days import DayRow, DayRowKind

_SOURCE = "python-holidays (VN)"


def _known(year: int, language: str) -> holidays.HolidayBase:
    # A swap may reach into the year before or after (05/01/2019 for 31/12/2018): load both neighbours.
    years = range(year - 1, year + 2)
    return holidays.country_holidays("VN", years=years, language=language)


def _moved_culture_day(day: date) -> bool:
    """24/11 on a weekly rest day is not compensated (NQ 28/2026/QH16); the package moves it to Monday."""
    return day.month == 11 and day.day in {25, 26} and day.weekday() == 0


def estimated_rows(year: int) -> dict[date, DayRow]:
    """Days off and swapped days of `year` by the package, without decision numbers."""
    known, english = _known(year, "vi"), _known(year, "en_US")
    rows: dict[date, DayRow] = {}
    day = date(year, 1, 1)
    while day.year == year:
        if day in known and not _moved_culture_day(day):
            rows[day] = DayRow(day, DayRowKind.OFF, known[day], "", _SOURCE, english[day])
        elif day.weekday() > 4 and known.is_working_day(day):
            rows[day] = DayRow(day, DayRowKind.WORK, "làm bù", "", _SOURCE, "swapped working day")
        day += timedelta(days=1)
    return rows

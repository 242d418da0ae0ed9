"""Which days work: the nation's decisions, a unit's file, the week's habit (facts: calendar.md)."""

from datetime import date, time
from fractions import Fraction

import pytest

from motcua.engines import worktime as w
from motcua.engines.worktime.days import national_rows
from motcua.engines.worktime.errors import BadCalendar, NoOfficeHours, UnknownCalendar
from motcua.engines.worktime.estimate import estimated_rows

SAT = w.standard("SAT")
FULL = ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
MORNING = ((time(7, 30), time(11, 30)),)
FRIDAY_SHORT = '[hours]\nfri = ["07:30-11:30"]\n'

# calendar.md §4.7: the unit tests to keep.
KEPT = [
    ("STD", "2023-01-18T09:00", "3", "working_day", "2023-01-30T09:00"),
    ("STD", "2024-02-06T09:00", "5", "working_day", "2024-02-20T09:00"),
    ("STD", "2024-04-26T09:00", "3", "working_day", "2024-05-04T09:00"),
    ("STD", "2025-04-24T09:00", "5", "working_day", "2025-05-05T09:00"),
    ("STD", "2025-12-31T09:00", "6", "working_day", "2026-01-10T09:00"),
    ("STD", "2026-08-20T09:00", "8", "working_day", "2026-09-03T09:00"),
    ("SAT", "2024-02-07T16:20", "2", "working_hour", "2024-02-15T08:50"),
]


@pytest.mark.parametrize(("calendar", "received", "limit", "unit", "expected"), KEPT)
def test_the_dates_to_keep(calendar: str, received: str, limit: str, unit: str, expected: str) -> None:
    found = w.due(w.read_moment(received), w.Limit.read(limit, unit), w.standard(calendar))
    assert found.moment == w.read_moment(expected)


OFF_ON_WEEKDAYS = {
    2023: "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
    2027: "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24",  # estimate
}


@pytest.mark.parametrize("year", OFF_ON_WEEKDAYS)
def test_days_off_on_weekdays_are_those_of_the_table(year: int) -> None:
    off = [day for day, row in national_rows(year).items() if row.kind == "off" and day.weekday() < 5]
    assert " ".join(f"{day:%m-%d}" for day in sorted(off)) == OFF_ON_WEEKDAYS[year]


def test_swapped_saturdays_are_those_of_the_table() -> None:
    worked = [day for year in range(2023, 2028) for day, row in national_rows(year).items() if row.kind == "work"]
    assert [day.isoformat() for day in sorted(worked)] == [
        "2024-05-04",
        "2025-04-26",
        "2026-01-10",
        "2026-08-22",
    ]


def test_no_duty_on_a_saturday_that_is_a_public_holiday() -> None:
    holidays = ["2023-01-21", "2023-04-29", "2023-09-02", "2024-02-10", "2027-02-06", "2027-05-01"]
    assert all(SAT.spans(date.fromisoformat(day)) == () for day in holidays)
    weekly_rest = ["2024-08-31", "2025-01-25", "2025-02-01"]  # beside a holiday: duty stands
    assert all(SAT.spans(date.fromisoformat(day)) == MORNING for day in weekly_rest)


def test_the_packages_known_errors_do_not_get_through() -> None:
    assert date(2029, 11, 26) not in estimated_rows(2029)  # 24/11 on a Saturday is not compensated
    assert date(2030, 11, 25) not in estimated_rows(2030)
    assert estimated_rows(2029)[date(2029, 11, 24)].kind == "off"
    assert estimated_rows(2027)[date(2027, 5, 3)].name_en == "International Labor Day (observed)"
    assert w.STD.rest(date(2026, 1, 2)) and not w.STD.rest(date(2026, 1, 10))
    assert estimated_rows(2019)[date(2019, 1, 5)].kind == "work"  # for 31/12/2018: the year before is loaded
    assert estimated_rows(2014)[date(2014, 12, 27)].kind == "work"  # for 02/01/2015


def test_a_swapped_saturday_has_mondays_hours_not_those_of_the_duty() -> None:
    assert SAT.spans(date(2024, 5, 4)) == FULL
    short = w.read_calendar('base = "SAT"\n[hours]\nmon = ["08:00-12:00"]')
    assert short.spans(date(2024, 5, 4)) == ((time(8), time(12)),)
    own = w.read_calendar('[hours]\nsat = ["08:00-10:00"]')  # "that weekday's hours, else Monday's" (§17)
    assert own.spans(date(2024, 5, 4)) == ((time(8), time(10)),)
    no_monday = w.read_calendar('works = [2026-06-13]\n[hours]\nmon = []\ntue = ["09:00-10:00"]')
    assert no_monday.spans(date(2026, 6, 13)) == ((time(9), time(10)),)


def test_a_day_off_says_its_decision_and_a_working_day_is_none() -> None:
    rest = w.STD.rest(date(2024, 4, 29))
    assert rest is not None and rest.row is not None
    assert (rest.kind, rest.row.decision) == ("off", "5015/TB-LĐTBXH, 1570/TB-LĐTBXH")
    culture = w.STD.rest(date(2026, 11, 24))
    assert culture is not None and culture.row is not None and culture.row.decision == "NQ 28/2026/QH16"
    assert w.STD.rest(date(2024, 5, 2)) is None
    weekly, duty = w.STD.rest(date(2024, 5, 11)), SAT.rest(date(2024, 5, 11))
    assert weekly is not None and duty is not None
    assert (weekly.kind, weekly.row, duty.kind) == ("rest", None, "duty")


def test_a_units_row_wins_over_the_nation_and_the_later_row_over_the_earlier() -> None:
    day = date(2024, 4, 30)
    rows = [w.DayRow(day, w.DayRowKind.WORK, "trực"), w.DayRow(day, w.DayRowKind.OFF, "lũ", "12/QĐ")]
    assert w.build({1: FULL}, days=w.official_days(rows[:1])).rest(day) is None
    flood = w.build({1: FULL}, days=w.official_days(rows)).rest(day)
    assert flood is not None and flood.row == rows[1]


def test_years_decided_and_days_still_open() -> None:
    days = w.official_days(decided=[2027])
    assert [year for year in range(2021, 2030) if days.year_decided(year)] == [2023, 2024, 2025, 2026, 2027]
    assert days.provisional(date(2026, 11, 23), date(2026, 11, 23))
    assert days.provisional(date(2026, 11, 24), date(2026, 11, 28))
    assert not days.provisional(date(2026, 11, 24), date(2026, 11, 27))
    assert not days.provisional(date(2026, 11, 29), date(2027, 12, 31))
    assert days.provisional(date(2027, 12, 31), date(2028, 1, 1))
    assert days.provisional(date(2022, 12, 31), date(2023, 1, 3))
    entered = w.official_days([w.DayRow(date(2026, 11, 23), w.DayRowKind.OFF)])
    assert not entered.provisional(date(2026, 11, 20), date(2026, 11, 27))
    assert entered.provisional(date(2026, 11, 20), date(2026, 11, 28))


@pytest.mark.parametrize(
    ("received", "limit", "provisional"),
    [
        ("2026-11-19T10:00", "1", False),
        ("2026-11-20T10:00", "1", True),
        ("2026-11-25T10:00", "2", False),
        ("2026-11-27T10:00", "1", True),
        ("2026-11-28T10:00", "1", True),  # received on the proposed Saturday
        ("2026-11-29T10:00", "1", False),
        ("2026-12-31T10:00", "1", True),
        ("2026-12-30T10:00", "1", False),
        ("2022-12-31T10:00", "1", True),
    ],
)
def test_a_span_that_touches_what_is_undecided_is_provisional(received: str, limit: str, provisional: bool) -> None:
    found = w.due(w.read_moment(received), w.Limit.read(limit, "working_day"), w.STD)
    assert found.provisional is provisional


def test_a_calendar_file_replaces_weekdays_and_lays_its_days_over() -> None:
    text = 'base = "SAT"\noff = [2026-06-12]\nworks = [2026-06-13]\ndecided = [2027]\n' + FRIDAY_SHORT
    text += '[duty]\nsun = ["08:00-09:00"]\nweight = 0.1\n'
    found = w.read_calendar(text, "unit")
    assert (found.name, found.weight) == ("unit", Fraction(1, 10))
    assert found.spans(date(2026, 6, 12)) == ()
    assert found.spans(date(2026, 6, 13)) == FULL
    assert found.spans(date(2026, 6, 19)) == MORNING
    assert found.spans(date(2026, 6, 20)) == MORNING  # the duty of SAT
    assert found.spans(date(2026, 6, 21)) == ((time(8), time(9)),)
    assert found.days.year_decided(2027)
    monday = w.read_calendar('base = "none"\n[hours]\nmon = ["13:30-17:00", "07:30-11:30"]')
    assert monday.spans(date(2023, 3, 6)) == FULL  # put in order
    assert w.read_calendar("").spans(date(2023, 3, 6)) == FULL


BAD_FILES = [
    "base = 3",
    "hours = 3",
    "off = 3",
    'off = ["2026-06-12"]',
    "off = [2026-06-12T00:00:00]",
    'decided = ["2027"]',
    "decided = 2027",
    "decided = [true]",
    "off = [2026-06-12]\nworks = [2026-06-12]",
    "[hours]\nfriday = []",
    "[hours]\nfri = 3",
    '[hours]\nfri = ["07:30"]',
    "[hours]\nfri = [7]",
    '[hours]\nfri = ["11:30-07:30"]',
    '[hours]\nfri = ["07:30-07:30"]',
    '[hours]\nfri = ["07:30-25:00"]',
    '[hours]\nfri = ["07:30-11:30", "11:00-17:00"]',
    "[duty]\nweight = 1.5",
    "[duty]\nweight = -0.5",
    '[duty]\nweight = "half"',
    "[duty]\nweight = true",
    "of = [2026-06-12]",
    "not toml",
]


@pytest.mark.parametrize("text", BAD_FILES)
def test_a_calendar_file_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(BadCalendar) as refusal:
        w.read_calendar(text)
    assert "None" not in refusal.value.words("vi") + refusal.value.words("en")


def test_unknown_calendars_are_refused(tmp_path: object) -> None:
    for call in (lambda: w.standard("std"), lambda: w.from_toml(f"{tmp_path}/no.toml")):
        with pytest.raises(UnknownCalendar):
            call()
    with pytest.raises(UnknownCalendar):
        w.read_calendar('base = "NONE"')
    with pytest.raises(UnknownCalendar):
        w.from_toml("a\0b")


def test_calendars_are_built_within_bounds() -> None:
    assert w.build({0: FULL}, weight=Fraction(1)).day_size == 1
    for weight in (Fraction(-1, 9), Fraction(10, 9)):
        with pytest.raises(BadCalendar):
            w.build({0: FULL}, weight=weight)
    for weekday in (-1, 7):
        with pytest.raises(BadCalendar):
            w.build({weekday: FULL})
    with pytest.raises(NoOfficeHours):
        w.standard("none").require_hours()
    with pytest.raises(NoOfficeHours):  # a duty alone is no office hour
        w.build({}, {5: MORNING}).require_hours()


def test_equal_calendars_are_equal_and_hash_alike() -> None:
    one, two = w.read_calendar(FRIDAY_SHORT), w.read_calendar(FRIDAY_SHORT)
    w.due(w.read_moment("2023-03-06"), w.Limit.read("1", "working_day"), one)  # its tables do not matter
    assert one == two
    assert hash(one) == hash(two)
    assert one != w.STD

"""Corners of the rules that the worked examples leave, each with the reading of docs/worktime.md."""

import pytest

from motcua.engines import worktime as w

FRIDAY = '[hours]\nfri = ["07:30-11:30"]\n'
SUNDAY_DUTY = '[duty]\nsun = ["07:30-11:30"]\n'
HALF = 'base = "SAT"\n[duty]\nweight = 0.5\n'
LONG_DUTY = '[duty]\nsat = ["07:30-11:30", "13:30-17:30"]\n'
FRIDAY_EARLY = '[hours]\nfri = ["08:00-15:00"]\n'

CASES = [
    # R13, R14: a day that closes before 15:00 is over at its closing; no due moment before reception
    (FRIDAY, "2023-03-10T11:29", "", "forward", [], "2023-03-10T11:30"),
    (FRIDAY, "2023-03-10T11:30", "", "forward", [], "2023-03-13T07:30"),
    (FRIDAY, "2023-03-10T14:00", "", "forward", [], "2023-03-13T07:30"),
    (FRIDAY, "2023-03-10T14:00", "", "same_day", [], "2023-03-13T17:00"),
    (FRIDAY, "2023-03-10T11:29", "", "same_day", [], "2023-03-10T11:30"),
    (FRIDAY_EARLY, "2023-03-10T14:59", "", "same_day", [], "2023-03-10T15:00"),
    (FRIDAY_EARLY, "2023-03-10T15:00", "", "same_day", [], "2023-03-13T17:00"),
    ("", "2023-03-10T15:00:59", "", "forward", [], "2023-03-10T17:00"),  # seconds are cut first
    ("", "2023-03-10T12:30", "", "forward", [], "2023-03-10T17:00"),
    ("", "2023-03-10T15:01", "", "same_day", [], "2023-03-13T17:00"),
    # R14: the whole day of duty, before its opening and after 15:00 too
    (LONG_DUTY, "2023-03-11T05:00", "", "same_day", [], "2023-03-11T17:30"),
    (LONG_DUTY, "2023-03-11T17:29", "", "same_day", [], "2023-03-11T17:30"),
    (LONG_DUTY, "2023-03-11T17:30", "", "same_day", [], "2023-03-13T17:00"),
    (LONG_DUTY, "2024-05-04T15:30", "", "same_day", [], "2024-05-06T17:00"),  # swapped: R6, not duty
    (LONG_DUTY, "2024-02-10T09:00", "", "same_day", [], "2024-02-15T17:00"),  # Tết: no duty
    (SUNDAY_DUTY, "2023-04-30T09:00", "", "same_day", [], "2023-05-04T17:00"),  # a holiday Sunday too
    (SUNDAY_DUTY, "2023-04-16T09:00", "", "same_day", [], "2023-04-16T11:30"),
    (HALF, "2023-03-11T09:00", "", "forward", [], "2023-03-13T17:00"),  # weight makes no working day
    (HALF, "2023-03-01T09:00", "10", "calendar_day", [], "2023-03-13T17:00"),
    # R1, R3: the same share where days are unequal; a closed end is the start of the next span
    (FRIDAY, "2023-03-09T11:15", "1", "working_day", [], "2023-03-10T09:30"),  # 1/2 day
    (FRIDAY, "2023-03-10T09:30", "1", "working_day", [], "2023-03-13T11:15"),
    (FRIDAY, "2023-03-10T08:30", "0.75", "working_day", [], "2023-03-13T07:30"),
    (FRIDAY, "2023-03-09T10:00", "1", "working_day", [], "2023-03-10T08:50"),  # 1/3 of 4 h
    (FRIDAY, "2023-03-09T10:01", "1", "working_day", [], "2023-03-10T08:51"),  # 80.53 min, rounded up
    ("", "2023-03-06T07:31", "0.999", "working_day", [], "2023-03-07T07:31"),  # 07:30:33, rounded up
    ("", "2023-03-06T07:30", "0.9999", "working_day", [], "2023-03-06T17:00"),  # rounding moves nothing on
    ("", "2023-03-06T07:30", "0.533", "working_day", [], "2023-03-06T11:30"),
    ("", "2023-03-06T13:30", "0.0001", "working_day", [], "2023-03-06T13:31"),
    # R12, weight 0.5: the duty is half a day, wherever counting begins
    (HALF, "2023-03-11T09:30", "0.25", "working_day", [], "2023-03-13T07:30"),
    (HALF, "2023-03-10T17:30", "1", "working_day", [], "2023-03-13T11:15"),
    (HALF, "2023-03-10T07:30", "1", "working_day", [], "2023-03-11T07:30"),
    # R4: an end may be a closing; parts of a minute are rounded up
    ("", "2023-03-06T16:00", "1", "working_hour", [], "2023-03-06T17:00"),
    ("", "2023-03-06T17:00", "0.01", "working_hour", [], "2023-03-07T07:31"),
    # R7: part of a day counts as a whole one
    ("", "2023-03-06T10:00", "2.1", "calendar_day", [], "2023-03-09T17:00"),
    ("", "2023-03-06T23:59:59", "1", "calendar_day", [], "2023-03-07T17:00"),
    # R8
    ("", "2023-12-31T10:00", "2", "month", [], "2024-02-29T17:00"),
    ("", "2023-12-30T10:00", "12", "month", [], "2024-12-30T17:00"),
    ("", "2023-11-15T10:00", "1", "month", [], "2023-12-15T17:00"),
    ("", "2024-02-29T10:00", "12", "month", [], "2025-02-28T17:00"),
    ("", "2023-08-02T10:00", "1", "month", [], "2023-09-05T17:00"),
    ("", "2023-01-31T09:00", "1", "month", ["2023-02-10/2023-02-13"], "2023-03-03T17:00"),
    # R16: before the reception nothing; joined first; at or after due nothing
    ("", "2023-03-06T10:00", "1", "working_hour", ["2023-03-01/2023-03-06T10:30"], "2023-03-06T11:30"),
    ("", "2023-03-06T10:00", "1", "working_hour", ["2023-03-01/2023-03-06T09:00"], "2023-03-06T11:00"),
    ("", "2023-03-06T10:30", "1", "working_hour", ["2023-03-06T11:30/2023-03-07T09:00"], "2023-03-06T11:30"),
    ("", "2023-03-06T10:30", "1", "working_hour", ["2023-03-06T11:29/2023-03-07T09:00"], "2023-03-07T09:01"),
    ("", "2023-03-06T07:45", "0.5", "working_day", ["2023-03-06T12:00/2023-03-06T14:00"], "2023-03-06T14:00"),
    ("", "2023-03-06T07:45", "0.5", "working_day", ["2023-03-06T13:30/2023-03-06T14:00"], "2023-03-06T13:30"),
    ("", "2023-03-06T10:00", "3", "calendar_day", ["2023-03-10/2023-03-15"], "2023-03-09T17:00"),
    ("", "2023-03-06T10:00", "3", "calendar_day", ["2023-03-01/2023-03-08"], "2023-03-13T17:00"),
    ("", "2023-03-06T10:00", "3", "calendar_day", ["2023-03-01/2023-03-05"], "2023-03-09T17:00"),
    ("", "2023-03-06T10:00", "3", "calendar_day", ["2023-03-09T09:00/2023-03-09T16:00"], "2023-03-09T17:00"),
    (
        "",
        "2023-03-06T10:00",
        "5",
        "calendar_day",
        ["2023-03-12T09:00/2023-03-15T10:00", "2023-03-15T14:00/2023-03-15T16:00"],
        "2023-03-15T17:00",  # the second passes no date; the first still holds Tue 14/03
    ),
    (
        "",
        "2023-03-06T10:00",
        "2",
        "working_day",
        ["2023-03-07T16:00/2023-03-08T09:00", "2023-03-08T12:00/2023-03-08T14:00", "2023-03-09/2023-03-20"],
        "2023-03-08T15:00",  # the third begins after the due moment so far
    ),
]


@pytest.mark.parametrize(("calendar", "received", "limit", "unit", "pauses", "expected"), CASES)
def test_the_reading_of_a_corner(
    calendar: str, received: str, limit: str, unit: str, pauses: list[str], expected: str
) -> None:
    found = w.due(
        w.read_moment(received),
        w.Limit.read(limit, unit),
        w.read_calendar(calendar),
        [w.Pause.read(text) for text in pauses],
    )
    assert found.moment.strftime("%Y-%m-%dT%H:%M") == expected

"""Who has to be there, and where a post stood empty: tables, without a database."""

from datetime import date, datetime, time, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.organisations.law import DUTY
from motcua.organisations.rules.duty import (
    Away,
    Cover,
    Office,
    Presence,
    Required,
    Shift,
    gaps_of,
    hours_of,
    lines,
    required,
)
from motcua.organisations.rules.spans import Span, common, joined, without

DAY = date(2023, 3, 15)


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), VIETNAM)


def span(text: str) -> Span:
    begin, end = text.split("-")
    return at(begin), at(end)


def spans(text: str) -> list[Span]:
    return [span(part) for part in text.split()]


OPEN = spans("07:30-11:30 13:30-17:00")


def office(now: str) -> Office:
    return Office(DAY, OPEN, at(now), timedelta(minutes=10))


def shift(hours: str = "07:30-17:00", branch: str = "police", post_id: int = 1) -> Shift:
    begins, ends = (time.fromisoformat(part) for part in hours.split("-"))
    return Shift(post_id, "Quầy 3", branch, "Cư trú", begins, ends, named=True)


@pytest.mark.parametrize(("left", "taken", "rest"), [
    ("08:00-10:00", "", "08:00-10:00"),
    ("08:00-10:00", "08:30-09:00", "08:00-08:30 09:00-10:00"),
    ("08:00-10:00", "07:00-11:00", ""),
    ("08:00-10:00", "10:00-11:00", "08:00-10:00"),
    ("08:00-10:00 11:00-12:00", "09:00-11:30", "08:00-09:00 11:30-12:00"),
    ("08:00-10:00", "07:00-08:30 08:20-09:00 09:30-09:40", "09:00-09:30 09:40-10:00"),
])  # fmt: skip
def test_what_is_left_of_spans(left: str, taken: str, rest: str) -> None:
    assert without(spans(left), spans(taken)) == spans(rest)


def test_spans_that_touch_are_one_and_empty_ones_none() -> None:
    assert joined(spans("09:00-10:00 08:00-09:00 11:00-11:00")) == spans("08:00-10:00")
    assert common(spans("08:00-10:00"), spans("09:00-09:00 09:30-11:00")) == spans("09:30-10:00")


@pytest.mark.parametrize(("day", "level", "branches"), [
    (date(2023, 3, 13), "commune", ["police"]),
    (date(2023, 3, 14), "commune", ["police", "military"]),
    (date(2023, 3, 18), "commune", []),
    (date(2023, 3, 13), "district", ["police", "insurance", "tax"]),
    (date(2025, 7, 15), "commune", ["police", "military"]),
    (date(2025, 7, 15), "nowhere", []),
])  # fmt: skip
def test_the_law_of_the_day_says_which_branches_are_awaited(day: date, level: str, branches: list[str]) -> None:
    weekday = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[day.weekday()]
    assert [row.branch for row in required(DUTY.on(day), level, weekday)] == branches


def test_the_picture_has_a_column_for_each_hour_of_the_office() -> None:
    cells = [f"{begin:%H:%M}-{end:%H:%M}" for begin, end in hours_of(OPEN)]
    assert cells == ["07:30-08:00", "08:00-09:00", "09:00-10:00", "10:00-11:00", "11:00-11:30", "13:30-14:00",
                     "14:00-15:00", "15:00-16:00", "16:00-17:00"]  # fmt: skip


@pytest.mark.parametrize(("now", "came", "gaps"), [
    ("07:39", "", ""),  # not yet ten minutes
    ("07:40", "", "07:30-07:40"),  # seen the same morning
    ("09:00", "07:39-", ""),  # nine minutes late is not told
    ("09:00", "07:40-", "07:30-07:40"),
    ("09:00", "07:25-08:30", "08:30-09:00"),
    ("14:00", "07:25-", ""),  # the noon break awaits nobody
    ("15:00", "07:25-11:40", "13:30-15:00"),
    ("18:00", "", "07:30-11:30 13:30-17:00"),
    ("18:00", "07:30-11:30 13:30-17:00", ""),
    ("07:00", "", ""),
])  # fmt: skip
def test_a_post_nobody_is_at_is_a_gap_after_ten_minutes(now: str, came: str, gaps: str) -> None:
    presences = [
        Presence(1, at(begin), at(end) if end else None) for begin, end in (row.split("-") for row in came.split())
    ]
    (line,) = lines(office(now), [], [shift()], presences, [])
    assert list(line.gaps) == spans(gaps)


def test_a_branch_that_the_roster_lacks_is_a_gap_of_its_own() -> None:
    found = lines(office("09:00"), [Required("police"), Required("tax")], [shift(branch="tax")], [], [])
    lacking = [line for line in found if line.shift is None]
    assert [(line.branch, list(line.gaps)) for line in lacking] == [("police", spans("07:30-09:00"))]


def test_a_branch_whose_posts_are_too_short_lacks_the_rest_of_its_hours() -> None:
    found = lines(office("18:00"), [Required("police")], [shift("07:30-10:00")], [], [])
    assert list(found[1].due) == spans("10:00-11:30 13:30-17:00")


def test_a_branch_awaited_in_the_morning_only_lacks_nothing_in_the_afternoon() -> None:
    need = Required("military", time(7, 30), time(11, 30))
    assert [list(line.due) for line in lines(office("18:00"), [need], [], [], [])] == [spans("07:30-11:30")]


def test_a_day_off_awaits_nobody() -> None:
    closed = Office(DAY, [], at("09:00"), timedelta(minutes=10))
    assert lines(closed, [Required("police")], [shift()], [], []) == []


@pytest.mark.parametrize(("came", "away", "cells"), [
    ([], [], "gap gap gap ahead ahead ahead ahead ahead ahead"),
    ([], [Away(1, "Đi học")], "absent absent absent ahead ahead ahead ahead ahead ahead"),
    ([Presence(1, at("07:30"))], [], "covered covered covered ahead ahead ahead ahead ahead ahead"),
    ([Presence(1, at("07:30"), stands_in=True)], [Away(1, "Đi học", substitute=True)],
     "substitute substitute substitute ahead ahead ahead ahead ahead ahead"),
    ([Presence(1, at("08:09"))], [], "gap covered covered ahead ahead ahead ahead ahead ahead"),
    ([Presence(1, at("08:10"))], [], "gap gap covered ahead ahead ahead ahead ahead ahead"),
    ([Presence(1, at("09:00"))], [], "gap gap covered ahead ahead ahead ahead ahead ahead"),
])  # fmt: skip
def test_each_hour_says_covered_gap_absence_or_substitute(came: list[Presence], away: list[Away], cells: str) -> None:
    (line,) = lines(office("09:30"), [], [shift()], came, away)
    assert " ".join(line.cells) == cells


def test_outside_a_post_s_own_hours_nobody_is_awaited() -> None:
    (line,) = lines(office("18:00"), [], [shift("07:30-09:00")], [Presence(1, at("07:30"), at("09:00"))], [])
    assert list(line.cells) == [Cover.COVERED] * 2 + [Cover.FREE] * 7


def test_gaps_that_last_go_before_those_that_are_over() -> None:
    shifts = [shift(post_id=1), shift(branch="tax", post_id=2)]
    came = [Presence(1, at("08:00"))]
    found = gaps_of(lines(office("09:00"), [], shifts, came, [Away(2, "Họp")]), at("09:00"))
    assert [(gap.branch, gap.since, gap.until, gap.open, gap.ground) for gap in found] == [
        ("tax", at("07:30"), at("09:00"), True, "Họp"), ("police", at("07:30"), at("08:00"), False, ""),
    ]  # fmt: skip

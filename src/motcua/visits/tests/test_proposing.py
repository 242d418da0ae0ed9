"""What a plan is proposed from: the order of units, those that are due, the share."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.visits import proposing
from motcua.visits.proposing import Known, Proposal, Reason

WEIGHTS = {"high": 6, "medium": 3, "low": 1, "points": 2, "late": 4, "repeats": 4, "months": 1}
BEGINS = date(2023, 1, 1)
LONG_AGO = date(2019, 1, 1)


def ranked(*known: Known, known_since: date | None = None) -> list[Proposal]:
    return proposing.ranked(known, WEIGHTS, begins_on=BEGINS, fair_months=36, known_since=known_since)


@pytest.mark.parametrize(("field", "score"), list(WEIGHTS.items())[:6])
def test_each_thing_that_is_known_weighs_and_is_told(field: str, score: int) -> None:
    (one,) = ranked(replace(Known(1), **{field: 5}))
    assert one.score == 5 * score
    assert one.reasons[0] == Reason(field, 5)


def test_the_unit_where_most_would_be_found_stands_first_and_equals_stand_by_number() -> None:
    assert [one.unit for one in ranked(Known(1, low=1), Known(3, high=1), Known(2, high=1))] == [2, 3, 1]


@pytest.mark.parametrize(("last", "due"), [(date(2020, 1, 1), True), (date(2020, 1, 2), False)])
def test_a_unit_that_nobody_visited_for_three_years_stands_before_all(last: date, due: bool) -> None:
    first, *_ = ranked(Known(1, high=50, visited_on=date(2022, 12, 1)), Known(2, visited_on=last))
    assert (first.unit == 2) is due
    assert first.due is due


def test_months_since_the_last_visit_weigh_and_are_told() -> None:
    (one,) = ranked(Known(1, visited_on=date(2022, 7, 1)))
    assert (one.score, one.reasons) == (6, (Reason("months", 6),))


def test_a_visit_in_the_year_of_the_plan_weighs_nothing() -> None:
    (one,) = ranked(Known(1, visited_on=date(2023, 2, 1)))
    assert (one.score, one.reasons) == (0, ())


@pytest.mark.parametrize(("since", "due"), [(None, False), (date(2022, 1, 1), False), (LONG_AGO, True)])
def test_a_unit_never_seen_visited_is_due_only_where_the_software_looks_back_three_years(
    since: date | None, due: bool
) -> None:
    (one,) = ranked(Known(1), known_since=since)
    assert one.due is due
    assert one.reasons == ((Reason("long", 48),) if due else (Reason("never", 0),))
    assert one.score == (48 if due else 0)


@pytest.mark.parametrize(("number", "total", "enough"), [
    (7, 23, True), (6, 23, False), (6, 20, True), (3, 10, True), (2, 10, False), (0, 0, False),
])  # fmt: skip
def test_the_share_is_compared_as_whole_numbers(number: int, total: int, enough: bool) -> None:
    assert proposing.is_enough(number, total, 30) is enough


@pytest.mark.parametrize(("total", "number"), [(23, 7), (20, 6), (1, 1), (0, 0)])
def test_as_many_are_proposed_as_the_share_needs(total: int, number: int) -> None:
    assert len(proposing.proposed(ranked(*(Known(n) for n in range(total))), 30)) == number


def test_all_that_are_due_are_proposed_even_beyond_the_share() -> None:
    found = ranked(*(Known(n, visited_on=LONG_AGO) for n in range(5)), *(Known(n, high=9) for n in range(5, 10)))
    assert [one.unit for one in proposing.proposed(found, 30)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("number", "first", "months"), [
    (0, 3, []), (1, 3, [3]), (9, 3, [3, 4, 5, 6, 7, 8, 9, 10, 11]), (3, 11, [11, 11, 11]), (2, 10, [10, 11]),
])  # fmt: skip
def test_months_are_spread_over_the_rest_of_the_year(number: int, first: int, months: list[int]) -> None:
    assert proposing.spread(number, first) == months


@pytest.mark.parametrize(("today", "month"), [
    (date(2022, 11, 5), 3), (date(2023, 1, 5), 3), (date(2023, 3, 31), 4), (date(2023, 12, 5), 11),
])  # fmt: skip
def test_a_plan_begins_after_the_month_in_which_it_is_drafted(today: date, month: int) -> None:
    assert proposing.first_month(2023, today) == month


@pytest.mark.parametrize(("first", "last", "months"), [
    (date(2022, 1, 31), date(2022, 2, 28), 0), (date(2022, 1, 28), date(2022, 2, 28), 1),
    (date(2022, 3, 1), date(2022, 2, 1), 0), (date(2019, 6, 1), date(2023, 1, 1), 43),
])  # fmt: skip
def test_whole_months_between_days(first: date, last: date, months: int) -> None:
    assert proposing.months_between(first, last) == months

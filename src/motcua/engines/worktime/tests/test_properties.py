"""What holds for every question, whatever the calendar."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from motcua.engines import worktime as w
from motcua.engines.worktime.tests.strategies import (
    amounts,
    calendars,
    consuming,
    dated,
    limits,
    moments,
    pauses_near,
    questions,
)

Question = tuple[datetime, w.Limit, w.Calendar, list[w.Pause]]
many = settings(max_examples=200, deadline=None)


def is_working_moment(at: datetime, calendar: w.Calendar, *, closing: bool) -> bool:
    """Inside a span; at its end too where a limit may end there (R4, R7, rounding of R3)."""
    return any(start <= at.time() < end or (closing and at.time() == end) for start, end in calendar.spans(at.date()))


@given(questions(limits))
@many
def test_due_is_a_working_moment_not_before_reception(question: Question) -> None:
    received, limit, calendar, _ = question
    due = w.due(*question)
    # Closed elsewhere: only a machine's clock hours end at any time.
    assert is_working_moment(due.moment, calendar, closing=True)
    assert due.moment >= received
    assert due.end_of_day >= due.moment
    assert due.end_of_day.date() == due.moment.date()
    if limit.unit is w.Unit.WORKING_DAY:
        assert due.end_of_day.time() == calendar.spans(due.moment.date())[-1][1]
    else:
        assert due.end_of_day == due.moment


@given(questions(dated))
@many
def test_a_due_day_counted_in_dates_works_and_no_pause_holds_it(question: Question) -> None:
    received, _, calendar, pauses = question
    day = w.due(*question).moment.date()
    assert calendar.day(day).works
    assert not any(pause.start.date() <= day < pause.end.date() for pause in pauses if pause.end)


@given(questions(), amounts)
@many
def test_a_longer_limit_is_never_due_earlier(question: Question, more: Fraction) -> None:
    received, limit, calendar, pauses = question
    further = -(-more // 1) if limit.unit is w.Unit.MONTH else more
    longer = replace(limit, quantity=limit.quantity + further)
    assert w.due(received, limit, calendar, pauses).moment <= w.due(received, longer, calendar, pauses).moment


@given(questions(limits), st.integers(0, 4000))
@many
def test_received_later_is_never_due_earlier_but_for_a_saturday_duty(question: Question, later: int) -> None:
    received, limit, calendar, _ = question
    second = received + timedelta(minutes=later)
    due = w.due(second, limit, calendar)
    if limit.unit is w.Unit.SAME_DAY and calendar.day(due.moment.date()).kind is w.DayKind.DUTY:
        return  # the one case R14 names: a duty is due before the Friday afternoon before it
    assert w.due(received, limit, calendar).moment <= due.moment


@given(questions(), moments)
@many
def test_a_pause_of_zero_changes_nothing(question: Question, at: datetime) -> None:
    received, limit, calendar, pauses = question
    zero = w.Pause(at, at + timedelta(seconds=59 - at.second))
    assert w.due(received, limit, calendar, [*pauses, zero]) == w.due(*question)


@given(questions(), st.data())
@many
def test_splitting_a_pause_changes_nothing(question: Question, data: st.DataObject) -> None:
    received, limit, calendar, pauses = question
    assume(pauses)
    first, *others = pauses
    assert first.end is not None
    length = int((first.end - first.start).total_seconds() // 60)
    middle = first.start + timedelta(minutes=data.draw(st.integers(0, length)))
    parts = [w.Pause(first.start, middle), w.Pause(middle, first.end)]
    assert w.due(received, limit, calendar, [*others, *parts]) == w.due(*question)


@given(questions(), st.randoms())
@many
def test_pauses_count_once_and_in_any_order(question: Question, random: Random) -> None:
    received, limit, calendar, pauses = question
    twice = [*pauses, *pauses]
    random.shuffle(twice)
    assert w.due(received, limit, calendar, twice) == w.due(*question)


@given(questions())
@many
def test_a_pause_never_makes_it_earlier_and_one_after_the_due_day_changes_nothing(question: Question) -> None:
    received, limit, calendar, pauses = question
    bare, due = w.due(received, limit, calendar), w.due(*question)
    assert bare.moment <= due.moment
    after = due.moment.replace(hour=0, minute=0) + timedelta(days=1)
    late = w.Pause(after, after + timedelta(days=5))
    assert w.due(received, limit, calendar, [*pauses, late]) == due


@given(questions(limits))
@many
def test_the_explanation_sums_to_the_limit_in_order_of_time(question: Question) -> None:
    received, limit, calendar, _ = question
    reasons, due = w.explain(*question), w.due(*question)
    assert sum(reason.counted for reason in reasons) == limit.quantity
    assert all(reason.counted >= 0 and reason.from_day <= reason.to_day for reason in reasons)
    assert all(one.from_day <= two.from_day for one, two in pairwise(reasons))
    told = {
        reason.from_day + timedelta(days=day)
        for reason in reasons
        for day in range((reason.to_day - reason.from_day).days + 1)
    }
    days = (due.moment.date() - received.date()).days
    assert {received.date() + timedelta(days=day) for day in range(days + 1)} <= told
    assert due.provisional is any(reason.rule == "R11" for reason in reasons)


@given(questions(consuming))
@many
def test_days_off_count_nothing_in_the_explanation(question: Question) -> None:
    calendar = question[2]
    for reason in w.explain(*question):
        if reason.counted:
            days = (reason.to_day - reason.from_day).days + 1
            spans = [calendar.spans(reason.from_day + timedelta(days=day)) for day in range(days)]
            assert all(spans)


@given(questions(limits))
@many
def test_offsets_and_seconds_make_no_difference(question: Question) -> None:
    received, limit, calendar, pauses = question
    there = [replace(each, start=each.start.astimezone(UTC)) for each in pauses]
    seconds = (received + timedelta(seconds=59)).astimezone(UTC)
    naive = received.replace(tzinfo=None)
    assert w.due(seconds, limit, calendar, there) == w.due(*question)
    assert w.due(naive, limit, calendar, pauses) == w.due(*question)


@given(moments, st.integers(1, 200), calendars)
@many
def test_whole_days_are_days_and_never_hours(received: datetime, days: int, calendar: w.Calendar) -> None:
    assume(not calendar.weight)
    due = w.due(received, w.Limit(Fraction(days), w.Unit.WORKING_DAY), calendar).moment.date()
    start = w.due(received, w.Limit(Fraction(1, 10**9), w.Unit.WORKING_DAY), calendar).moment.date()
    assert w.working_days_after(start, due, calendar) == days


@given(moments, moments, moments, calendars)
@many
def test_working_minutes_add_up(one: datetime, two: datetime, three: datetime, calendar: w.Calendar) -> None:
    first, second, third = sorted((one, two, three))
    parts = [w.working_minutes_between(a, b, calendar) for a, b in pairwise((first, second, third))]
    assert sum(parts) == w.working_minutes_between(first, third, calendar)
    assert w.working_minutes_between(third, first, calendar) == 0


@given(moments, st.integers(1, 6000), calendars)
@many
def test_lateness_and_hour_limits_are_one_clock(received: datetime, minutes: int, calendar: w.Calendar) -> None:
    due = w.due(received, w.Limit(Fraction(minutes, 60), w.Unit.WORKING_HOUR), calendar).moment
    assert w.working_minutes_between(received, due, calendar) == minutes


@given(moments, st.integers(1, 3000), calendars, st.data())
@many
def test_waiting_moves_an_hour_limit_by_what_was_waited(
    received: datetime, minutes: int, calendar: w.Calendar, data: st.DataObject
) -> None:
    limit = w.Limit(Fraction(minutes, 60), w.Unit.WORKING_HOUR)
    bare = w.due(received, limit, calendar).moment
    pauses = [each for each in data.draw(pauses_near(received)) if received <= each.start < bare]
    waited = w.waiting(pauses, calendar, now=received).minutes
    due = w.due(received, limit, calendar, pauses).moment
    assert w.working_minutes_between(received, due, calendar) == minutes + waited

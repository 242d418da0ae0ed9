"""Standing, restarts, small clocks, outcomes and recomputation."""

from datetime import datetime
from fractions import Fraction

import pytest

from motcua.engines import worktime as w
from motcua.engines.worktime.errors import NoOfficeHours, OutOfRange

SAT, NONE = w.standard("SAT"), w.standard("none")
FIVE = w.Limit(Fraction(5), w.Unit.WORKING_DAY)
HOURS = w.Limit(Fraction(4), w.Unit.WORKING_HOUR)
RECEIVED = w.read_moment("2023-03-06T10:00")  # due Mon 13/03 10:00, appointment 17:00


def at(text: str) -> datetime:
    return w.read_moment(text)


def test_the_days_left_count_to_the_appointment() -> None:
    found = w.standing(RECEIVED, FIVE, w.STD, [], at("2023-03-09T16:00"))
    assert (found.overdue, found.days_left, found.minutes_left) == (False, 2, 60 + 2 * 450)
    assert found.paused_since is None
    assert found.due == w.due(RECEIVED, FIVE, w.STD)


def test_overdue_begins_after_the_appointment() -> None:
    on_it = w.standing(RECEIVED, FIVE, w.STD, [], at("2023-03-13T17:00"))
    assert (on_it.overdue, on_it.days_left, on_it.minutes_left) == (False, 0, 0)
    assert w.standing(RECEIVED, FIVE, w.STD, [], at("2023-03-13T17:01")).overdue
    assert w.standing(RECEIVED, HOURS, w.STD, [], at("2023-03-06T15:31")).overdue is False
    assert w.standing(RECEIVED, HOURS, w.STD, [], at("2023-03-06T16:01")).overdue


def test_an_open_pause_freezes_what_is_left() -> None:
    pause = w.Pause(at("2023-03-09T16:00"), None, "NĐ 61/2018 Điều 19", "12/PYC")
    found = w.standing(RECEIVED, FIVE, w.STD, [pause], at("2023-06-01T10:00"))
    assert (found.overdue, found.days_left, found.minutes_left) == (False, 2, 60 + 2 * 450)
    assert found.paused_since == pause.start
    assert found.due == w.due(RECEIVED, FIVE, w.STD)


def test_several_pauses_the_last_open_are_frozen_at_the_first_open_one() -> None:
    """DS11494: several incomplete marks, the last open."""
    pauses = [
        w.Pause(at("2023-03-08T14:00"), None),
        w.Pause(at("2023-03-07T10:00"), at("2023-03-07T11:00")),
        w.Pause(at("2023-03-09T16:00"), at("2023-03-10T09:00")),  # swallowed by the open one
        w.Pause(at("2023-03-10T16:00"), None),
    ]
    found = w.standing(RECEIVED, FIVE, w.STD, pauses, at("2023-06-01T10:00"))
    assert found.paused_since == at("2023-03-08T14:00")
    assert found.due.moment == at("2023-03-13T11:00")
    rules = [(reason.rule, reason.from_day.day) for reason in w.explain(RECEIVED, FIVE, w.STD, pauses)]
    assert [pair for pair in rules if pair[0] == "R16"] == [("R16", 7), ("R16", 8)]


def test_a_pause_begun_after_the_appointment_does_not_undo_the_lateness() -> None:
    for start, overdue in (("2023-03-13T17:00", True), ("2023-03-13T16:59", False)):
        pause = w.Pause(at(start), None)
        assert w.standing(RECEIVED, FIVE, w.STD, [pause], at("2023-03-14T08:00")).overdue is overdue


def test_an_open_pause_moves_no_limit_yet() -> None:
    pause = w.Pause(at("2023-03-06T11:00"), None)
    for unit in (
        w.Unit.WORKING_DAY,
        w.Unit.WORKING_HOUR,
        w.Unit.CALENDAR_DAY,
        w.Unit.MONTH,
        w.Unit.CLOCK_HOUR,
    ):
        limit = w.Limit(Fraction(3), unit)
        assert w.due(RECEIVED, limit, w.STD, [pause]) == w.due(RECEIVED, limit, w.STD)
        assert sum(each.counted for each in w.explain(RECEIVED, limit, w.STD, [pause])) == 3


def test_clock_hours_pause_by_elapsed_time() -> None:
    limit = w.Limit(Fraction(1, 7), w.Unit.CLOCK_HOUR)  # 8.57 minutes, rounded up
    assert w.due(RECEIVED, limit, w.STD).moment == at("2023-03-06T10:09")
    pauses = [w.Pause(at("2023-03-06T09:00"), at("2023-03-06T10:01"))]
    assert w.due(RECEIVED, limit, w.STD, pauses).moment == at("2023-03-06T10:10")
    late = [w.Pause(at("2023-03-06T10:09"), at("2023-03-06T12:00"))]
    assert w.due(RECEIVED, limit, w.STD, late).moment == at("2023-03-06T10:09")
    early = [w.Pause(at("2023-03-06T08:09"), at("2023-03-06T09:00"))]
    assert w.due(RECEIVED, limit, w.STD, early).moment == at("2023-03-06T10:09")
    (reason,) = w.explain(RECEIVED, limit, w.STD)
    assert (reason.counted, reason.rule) == (Fraction(1, 7), "R4")


def test_a_restart_counts_pauses_after_the_completion_only() -> None:
    pauses = [
        w.Pause(at("2023-03-07T14:00"), at("2023-03-10T09:00")),
        w.Pause(at("2023-03-13T10:00"), at("2023-03-13T11:00")),
    ]
    assert w.restart(at("2023-03-10T09:00"), FIVE, w.STD, pauses).moment == at("2023-03-17T10:00")


def test_the_small_clocks() -> None:
    assert w.forward_by(at("2023-03-09T15:20"), w.STD) == at("2023-03-10T07:30")
    assert w.officer_limit(at("2023-03-06T10:00"), w.STD, 1) == at("2023-03-07T17:00")
    closes = w.closes_on(at("2023-03-02"), w.STD)  # last day Fri 17/03: closed on the next working day
    assert (closes.last_day.day, closes.closes_from.day) == (17, 20)
    assert w.apology_by(at("2023-05-04T16:00"), SAT) == at("2023-04-28T17:00")
    assert w.apology_by(at("2024-05-05T09:00"), w.STD) == at("2024-05-04T17:00")  # the swapped Saturday


@pytest.mark.parametrize(
    "ask",
    [
        lambda: w.due(RECEIVED, FIVE, NONE),
        lambda: w.explain(RECEIVED, FIVE, NONE),
        lambda: w.due(RECEIVED, w.Limit(Fraction(1), w.Unit.MONTH), NONE),
        lambda: w.forward_by(RECEIVED, NONE),
        lambda: w.apology_by(RECEIVED, NONE),
        lambda: w.working_minutes_between(RECEIVED, RECEIVED, NONE),
        lambda: w.working_days_after(RECEIVED.date(), RECEIVED.date(), NONE),
        lambda: w.waiting([], NONE, RECEIVED),
    ],
)
def test_without_office_hours_nothing_is_guessed(ask: object) -> None:
    with pytest.raises(NoOfficeHours):
        ask()  # type: ignore[operator]


def test_lateness_and_waiting_at_their_edges() -> None:
    assert w.lateness(RECEIVED, at("2023-03-06T10:00"), w.STD) == w.Elapsed(0, 0)
    assert w.lateness(RECEIVED, at("2023-03-01T10:00"), w.STD) == w.Elapsed(0, 0)
    assert w.lateness(RECEIVED, at("2023-03-11T09:00"), SAT) == w.Elapsed(300 + 4 * 450 + 90, 4)
    open_pause = [w.Pause(RECEIVED, None)]
    assert w.waiting(open_pause, w.STD, at("2023-03-07T10:00")) == w.Elapsed(450, 1)
    assert w.waiting(open_pause, w.STD, at("2023-03-06T09:00")) == w.Elapsed(0, 0)
    assert w.working_minutes_between(at("2023-12-29T16:00"), at("2024-01-02T08:00"), w.STD) == 90


def test_outcomes_by_date_and_by_moment() -> None:
    due = w.due(RECEIVED, FIVE, w.STD)
    ends = [("2023-03-12T23:59", "early"), ("2023-03-13T20:00", "on_time"), ("2023-03-14T00:00", "overdue")]
    for end, expected in ends:
        assert w.outcome(due, at(end), w.Unit.WORKING_DAY) == expected
    hours = w.due(RECEIVED, HOURS, w.STD)
    for end, expected in (("15:59", "early"), ("16:00", "on_time"), ("16:01", "overdue")):
        assert w.outcome(hours, at(f"2023-03-06T{end}"), w.Unit.WORKING_HOUR) == expected
        assert w.outcome(hours, at(f"2023-03-06T{end}"), w.Unit.CLOCK_HOUR) == expected
    assert w.open_outcome(due, at("2023-03-13T17:00")) == w.Outcome.WITHIN
    assert w.open_outcome(due, at("2023-03-13T17:01")) == w.Outcome.OVERDUE
    assert w.open_outcome(due, at("2023-03-13T17:01"), paused=True) == w.Outcome.WITHIN
    assert [w.Outcome(each).words.vi for each in ("early", "on_time", "overdue", "within")] == [
        "trước hạn",
        "đúng hạn",
        "quá hạn",
        "trong hạn",
    ]


def test_index_766_takes_off_elapsed_supplement_time_once_and_only_before_the_end() -> None:
    promised = at("2023-03-13T10:00")
    asked = w.Pause(at("2023-03-07T14:00"), at("2023-03-08T14:00"))
    assert w.outcome_766(promised, at("2023-03-14T10:00"), [asked])
    assert w.outcome_766(promised, at("2023-03-14T10:00"), [asked, asked])
    assert not w.outcome_766(promised, at("2023-03-14T10:01"), [asked])
    assert not w.outcome_766(promised, at("2023-03-14T10:01"), [asked, asked])
    still_open = w.Pause(at("2023-03-13T09:00"), None)
    assert w.outcome_766(promised, at("2023-03-20T10:00"), [still_open])
    later = w.Pause(at("2023-03-21T09:00"), at("2023-03-23T09:00"))
    assert not w.outcome_766(promised, at("2023-03-14T09:00"), [later])


def test_a_changed_calendar_names_those_that_move_and_keeps_both() -> None:
    before, after = w.read_calendar(""), w.read_calendar("off = [2023-03-08]")
    decided = w.read_calendar("decided = [2027]")
    one = w.Clocked(1, RECEIVED, FIVE)
    two = w.Clocked(2, RECEIVED, HOURS)
    three = w.Clocked(3, at("2023-03-07T16:00"), HOURS, (w.Pause(at("2023-03-07T16:30"), RECEIVED.replace(day=8)),))
    moved = list(w.recomputed([one, two, three], before, after))
    assert [each.key for each in moved] == [1, 3]
    assert moved[0].before.moment == at("2023-03-13T10:00")
    assert moved[0].after.moment == at("2023-03-14T10:00")
    assert not moved[0].same_moment
    (mark,) = w.recomputed([w.Clocked(4, at("2027-03-08T10:00"), FIVE)], before, decided)
    assert mark.same_moment
    assert (mark.before.provisional, mark.after.provisional) == (True, False)


@pytest.mark.parametrize(
    ("received", "quantity", "unit"),
    [
        ("1899-12-31T10:00", 1, w.Unit.WORKING_DAY),
        ("0001-01-01T10:00", 1, w.Unit.FORWARD),
        ("2300-01-01T10:00", 1, w.Unit.SAME_DAY),
        ("2299-12-31T16:00", 1, w.Unit.WORKING_DAY),
        ("2299-12-31T16:00", 8, w.Unit.WORKING_HOUR),
        ("2023-03-06T10:00", 10**12, w.Unit.CALENDAR_DAY),
        ("2023-03-06T10:00", 10**12, w.Unit.MONTH),
        ("2023-03-06T10:00", 10**12, w.Unit.CLOCK_HOUR),
        ("2299-12-31T18:00", 1, w.Unit.FORWARD),
    ],
)
def test_beyond_its_years_the_clock_refuses(received: str, quantity: int, unit: w.Unit) -> None:
    with pytest.raises(OutOfRange):
        w.due(at(received), w.Limit(Fraction(quantity), unit), w.STD)


def test_to_the_edge_of_its_years_it_counts() -> None:
    found = w.due(at("2299-12-28T16:00"), w.Limit(Fraction(1), w.Unit.WORKING_DAY), w.STD)
    assert found.moment == at("2299-12-29T16:00")
    assert found.provisional
    hours = w.Limit(Fraction(1), w.Unit.WORKING_HOUR)
    assert w.due(at("2299-12-29T16:00"), hours, w.STD).moment == at("2299-12-29T17:00")
    assert w.due(at("1900-01-01T07:30"), hours, w.STD).moment == at("1900-01-01T08:30")

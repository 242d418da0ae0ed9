"""The life of a finding: what opens, what closes, what comes back, and that running often or late changes no date."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.engines.signals import (
    FOREVER,
    Answer,
    BadAcceptance,
    Change,
    Seen,
    Standing,
    State,
    Waits,
    accepted,
    advance,
    changes,
    withdrawn,
)

DAY = timedelta(days=1)
START = datetime(2023, 3, 1, 1, tzinfo=UTC)
WAITS = Waits(opening=2 * DAY, closing=3 * DAY)


def on(day: float) -> datetime:
    """That many days after the first."""
    return START + day * DAY


def bad(since: float) -> Seen:
    return Seen(Answer.BAD, on(since))


def good(since: float) -> Seen:
    return Seen(Answer.GOOD, on(since))


UNKNOWN = Seen(Answer.UNKNOWN, START)
OPEN = Standing(State.OPEN, on(0), 1, on(2))


WITHDRAWN = Standing(State.WITHDRAWN, on(5), 1, on(2), on(5))
# Standing, what is seen, on which day, what becomes of it.
STEPS = [
    (None, bad(0), 1, Standing(State.WAITING, on(0))),
    (None, bad(0), 2, OPEN),
    (None, bad(0), 40, OPEN),  # a run that comes late opens it on the day it was due
    (None, good(0), 5, None),
    (None, UNKNOWN, 5, None),
    (Standing(State.WAITING, on(0)), bad(1), 2, OPEN),  # a gap in the data does not begin the wait anew
    (Standing(State.WAITING, on(0)), good(1), 1.5, None),
    (Standing(State.WAITING, on(0)), UNKNOWN, 9, Standing(State.WAITING, on(0))),
    (OPEN, bad(0), 9, OPEN),
    (OPEN, UNKNOWN, 9, OPEN),
    (OPEN, good(4), 5, Standing(State.EASING, on(4), 1, on(2))),
    (OPEN, good(4), 7, Standing(State.CLOSED, on(7), 1, on(2), on(7))),
    (OPEN, good(4), 60, Standing(State.CLOSED, on(7), 1, on(2), on(7))),
    (OPEN, good(1), 5, Standing(State.CLOSED, on(5), 1, on(2), on(5))),  # not good before it was opened
    (Standing(State.EASING, on(4), 1, on(2)), bad(5), 6, Standing(State.OPEN, on(2), 1, on(2))),
    (Standing(State.EASING, on(4), 1, on(2)), good(6), 7, Standing(State.CLOSED, on(7), 1, on(2), on(7))),
    (Standing(State.EASING, on(4), 1, on(2)), UNKNOWN, 60, Standing(State.EASING, on(4), 1, on(2))),
    (Standing(State.CLOSED, on(7), 1, on(2), on(7)), bad(9), 10, Standing(State.WAITING, on(9), 2, None, on(7))),
    (Standing(State.CLOSED, on(7), 1, on(2), on(7)), bad(9), 11, Standing(State.OPEN, on(9), 2, on(11), on(7))),
    # what the record dates before the end of the last episode begins with that end
    (Standing(State.CLOSED, on(7), 1, on(2), on(7)), bad(0), 8, Standing(State.WAITING, on(7), 2, None, on(7))),
    (Standing(State.WAITING, on(9), 2, None, on(7)), good(9.5), 10, Standing(State.CLOSED, on(7), 1, None, on(7))),
    (WITHDRAWN, bad(0), 90, WITHDRAWN),  # what a person decided of does not come back by itself
    (WITHDRAWN, good(6), 90, Standing(State.CLOSED, on(5), 1, on(2), on(5))),
    (WITHDRAWN, bad(8), 9, Standing(State.WAITING, on(8), 2, None, on(5))),  # but a new one does
    (WITHDRAWN, UNKNOWN, 90, WITHDRAWN),
    # what lies ahead of the day that is asked about is not known
    (None, bad(5), 4, None),
    (OPEN, good(9), 8, OPEN),
]  # fmt: skip


@pytest.mark.parametrize(("standing", "seen", "day", "after"), STEPS)
def test_a_finding_follows_what_is_seen(standing: Standing | None, seen: Seen, day: float, after: object) -> None:
    assert advance(standing, seen, WAITS, on(day)) == after


def test_a_fact_of_the_past_never_closes_by_itself() -> None:
    assert advance(OPEN, good(3), FOREVER, on(20_000)) == Standing(State.EASING, on(3), 1, on(2))


def test_what_is_accepted_stays_so_until_its_day_and_is_a_new_episode_afterwards() -> None:
    standing = accepted(OPEN, on(30), on(5))
    assert advance(standing, bad(0), WAITS, on(29)) == standing
    assert advance(standing, UNKNOWN, WAITS, on(29)) == standing
    assert advance(standing, bad(0), WAITS, on(31)) == Standing(State.OPEN, on(30), 2, on(30), on(30))


def test_an_acceptance_ends_even_where_nothing_is_known() -> None:
    assert advance(accepted(OPEN, on(30), on(5)), UNKNOWN, WAITS, on(31)) == Standing(
        State.OPEN, on(30), 2, on(30), on(30)
    )


def test_what_is_accepted_and_mended_is_closed() -> None:
    standing = advance(accepted(OPEN, on(30), on(5)), good(6), WAITS, on(10))
    assert standing == Standing(State.CLOSED, on(9), 1, on(2), on(9))


@pytest.mark.parametrize(
    ("standing", "until"),
    [(OPEN, 5), (OPEN, 4), (Standing(State.WAITING, on(0)), 9), (Standing(State.CLOSED, on(7), 1, on(2), on(7)), 90)],
)
def test_only_what_is_open_is_accepted_and_only_for_days_to_come(standing: Standing, until: float) -> None:
    with pytest.raises(BadAcceptance):
        accepted(standing, on(until), on(5))


def test_a_person_may_say_that_it_is_none() -> None:
    assert withdrawn(OPEN, on(5)) == WITHDRAWN
    with pytest.raises(BadAcceptance):
        withdrawn(Standing(State.WAITING, on(0)), on(5))


def test_a_wait_is_not_below_nothing() -> None:
    with pytest.raises(ValueError, match="shorter than nothing"):
        Waits(opening=-DAY)


CHANGES = [
    (None, Standing(State.WAITING, on(0)), []),
    (None, OPEN, [Change.OPENED]),
    (Standing(State.WAITING, on(0)), OPEN, [Change.OPENED]),
    (Standing(State.WAITING, on(0)), None, []),
    (OPEN, OPEN, []),
    (OPEN, Standing(State.EASING, on(4), 1, on(2)), []),
    (Standing(State.EASING, on(4), 1, on(2)), Standing(State.OPEN, on(2), 1, on(2)), []),
    (OPEN, Standing(State.CLOSED, on(7), 1, on(2), on(7)), [Change.CLOSED]),
    (Standing(State.CLOSED, on(7), 1, on(2), on(7)), Standing(State.WAITING, on(9), 2, None, on(7)), []),
    (Standing(State.WAITING, on(9), 2, None, on(7)), Standing(State.CLOSED, on(7), 1, None, on(7)), []),
    (Standing(State.CLOSED, on(7), 1, on(2), on(7)), Standing(State.OPEN, on(9), 2, on(11), on(7)), [Change.REOPENED]),
    (OPEN, WITHDRAWN, [Change.WITHDRAWN]),
    (WITHDRAWN, Standing(State.CLOSED, on(5), 1, on(2), on(5)), []),
    (OPEN, accepted(OPEN, on(30), on(5)), [Change.ACCEPTED]),
    (accepted(OPEN, on(30), on(5)), Standing(State.OPEN, on(30), 2, on(30), on(30)),
     [Change.ACCEPTANCE_ENDED, Change.REOPENED]),
    (accepted(OPEN, on(30), on(5)), Standing(State.CLOSED, on(9), 1, on(2), on(9)),
     [Change.ACCEPTANCE_ENDED, Change.CLOSED]),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "told"), CHANGES)
def test_what_happened_is_told_once_and_waits_are_not(
    before: Standing | None, after: Standing | None, told: list[Change]
) -> None:
    assert changes(before, after) == told


# A record: days on which the answer turns, alternating from bad; and a grid of runs over it.
TURNS = st.lists(st.integers(1, 400), min_size=1, max_size=8, unique=True).map(sorted)
RUNS = st.lists(st.integers(1, 500), min_size=1, max_size=12, unique=True).map(sorted)
WAITS_OF = st.builds(lambda one, other: Waits(one * DAY, other * DAY), st.integers(0, 20), st.integers(0, 20))


def seen_on(turns: list[int], day: int) -> Seen:
    """What the record says on a day: good before the first turn, then bad, good, bad …"""
    passed = [turn for turn in turns if turn <= day]
    return good(0) if not passed else (bad if len(passed) % 2 else good)(passed[-1])


def lived(turns: list[int], days: list[int], waits: Waits) -> Standing | None:
    standing: Standing | None = None
    for day in days:
        standing = advance(standing, seen_on(turns, day), waits, on(day))
    return standing


@given(TURNS, RUNS, WAITS_OF)
def test_the_same_run_twice_changes_nothing(turns: list[int], days: list[int], waits: Waits) -> None:
    standing = lived(turns, days, waits)
    again = advance(standing, seen_on(turns, days[-1]), waits, on(days[-1]))
    assert again == standing
    assert changes(standing, again) == []


@given(st.integers(1, 100), st.integers(0, 30), WAITS_OF, RUNS)
def test_a_cause_that_lasts_opens_on_one_day_however_often_it_was_looked_for(
    turn: int, more: int, waits: Waits, days: list[int]
) -> None:
    last = turn + waits.opening.days + more
    looked = [day for day in days if day < last]
    assert (
        lived([turn], [*looked, last], waits)
        == lived([turn], [last], waits)
        == Standing(State.OPEN, on(turn), 1, on(turn) + waits.opening)
    )


@given(TURNS, RUNS, WAITS_OF)
def test_nothing_closes_that_was_not_good_and_nothing_opens_that_was_not_bad(
    turns: list[int], days: list[int], waits: Waits
) -> None:
    standing: Standing | None = None
    for day in days:
        seen = seen_on(turns, day)
        after = advance(standing, seen, waits, on(day))
        told = changes(standing, after)
        assert Change.CLOSED not in told or seen.answer is Answer.GOOD
        assert not {Change.OPENED, Change.REOPENED} & set(told) or seen.answer is Answer.BAD
        standing = after


@given(TURNS, RUNS, WAITS_OF, st.sets(st.integers(0, 11)))
def test_runs_that_learn_nothing_might_as_well_not_have_been(
    turns: list[int], days: list[int], waits: Waits, blind: set[int]
) -> None:
    standing: Standing | None = None
    for place, day in enumerate(days):
        seen = UNKNOWN if place in blind else seen_on(turns, day)
        standing = advance(standing, seen, waits, on(day))
    assert standing == lived(turns, [day for place, day in enumerate(days) if place not in blind], waits)


@given(TURNS, RUNS, WAITS_OF)
def test_episodes_only_grow_and_lie_one_after_the_other(turns: list[int], days: list[int], waits: Waits) -> None:
    standing: Standing | None = None
    for day in days:
        after = advance(standing, seen_on(turns, day), waits, on(day))
        if standing is not None and after is not None and after.state is not State.CLOSED:
            assert after.episode >= standing.episode
        if after is not None and after.closed_at and after.opened_at and after.state in {State.OPEN, State.EASING}:
            assert after.opened_at >= after.closed_at
        standing = after

"""Cases and remedies end only as they may, lateness goes up one level at a time, and numbers are what occurred."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.engines.mending import (
    ACTS,
    CLOSED,
    OVER,
    STEPS,
    Act,
    BadRules,
    CaseState,
    NotNow,
    RemedyState,
    Rule,
    Step,
    act,
    after_remedies,
    next_level,
    permitted,
    quantile,
    rules_from,
    spread,
    step,
    steps_from,
)

RULES = rules_from([1, 5])
S, R = CaseState, RemedyState


@pytest.mark.parametrize(("state", "done", "after"), [
    (S.NOTED, Act.CONFIRM, S.CONCLUDED), (S.NOTED, Act.CONTEST, S.CONTESTED), (S.CONTESTED, Act.UPHOLD, S.CONCLUDED),
    (S.CONTESTED, Act.YIELD, S.DROPPED), (S.CONCLUDED, Act.ORDER, S.MENDING), (S.NOTED, Act.ORDER, S.MENDING),
    (S.REPORTED, Act.STILL_SEEN, S.CONCLUDED), (S.MENDING, Act.SEEN_GONE, S.MENDED), (S.MENDING, Act.DROP, S.DROPPED),
    (S.CONCLUDED, Act.EXPLAIN, S.EXPLAINED),
])  # fmt: skip
def test_an_act_leads_to_its_state(state: CaseState, done: Act, after: CaseState) -> None:
    assert act(state, done) is after


@pytest.mark.parametrize(("state", "done"), [
    (S.CONTESTED, Act.ORDER), (S.CONCLUDED, Act.CONFIRM), (S.MENDING, Act.CONTEST), (S.MENDED, Act.DROP),
    (S.NOTED, Act.UPHOLD), (S.MENDING, Act.STILL_SEEN),
])  # fmt: skip
def test_what_the_table_does_not_name_is_refused(state: CaseState, done: Act) -> None:
    with pytest.raises(NotNow):
        act(state, done)


@pytest.mark.parametrize("state", sorted(CLOSED))
def test_what_is_closed_stays_closed(state: CaseState) -> None:
    assert permitted(state) == frozenset()


@pytest.mark.parametrize("state", sorted(OVER))
def test_a_remedy_that_is_over_stays_over(state: RemedyState) -> None:
    assert steps_from(state) == frozenset()


@given(st.lists(st.sampled_from(Act), max_size=12))
def test_however_it_goes_every_open_case_can_still_end_mended_or_explained(acts: list[Act]) -> None:
    state = S.NOTED
    for done in acts:
        if done in permitted(state):
            state = act(state, done)
    assert state in CLOSED or {Act.EXPLAIN, Act.SEEN_GONE} <= permitted(state)


@given(st.lists(st.sampled_from(Step), max_size=12))
def test_no_remedy_is_verified_by_a_person_that_was_not_reported(steps: list[Step]) -> None:
    state, before = R.ASSIGNED, R.ASSIGNED
    for done in steps:
        if done in steps_from(state):
            before, state = state, step(state, done)
            assert done is not Step.VERIFY or before is R.REPORTED


def test_every_act_and_step_is_in_its_table() -> None:
    assert set(ACTS) == set(Act)
    assert set(STEPS) == set(Step)


@pytest.mark.parametrize(("remedies", "still_seen", "after"), [
    ([R.ASSIGNED], False, S.MENDING), ([R.RETURNED, R.VERIFIED], False, S.MENDING), ([R.REPORTED], False, S.REPORTED),
    ([R.REPORTED, R.VERIFIED], False, S.REPORTED), ([R.VERIFIED], False, S.MENDED), ([R.VERIFIED], True, S.REPORTED),
    ([R.VERIFIED, R.LIFTED], False, S.MENDED), ([R.BEGUN, R.REPORTED], False, S.MENDING),
])  # fmt: skip
def test_remedies_make_the_case(remedies: list[RemedyState], still_seen: bool, after: CaseState) -> None:
    assert after_remedies(remedies, still_seen=still_seen) is after


@given(st.lists(st.sampled_from([one for one in R if one is not R.LIFTED]), min_size=1), st.booleans())
def test_a_case_is_mended_only_when_everything_is_verified_and_the_signal_sees_nothing(
    remedies: list[RemedyState], still_seen: bool
) -> None:
    mended = after_remedies(remedies, still_seen=still_seen) is S.MENDED
    assert mended == (set(remedies) == {R.VERIFIED} and not still_seen)


@pytest.mark.parametrize("remedies", [[], [R.LIFTED]])
def test_nothing_mends_nothing(remedies: list[RemedyState]) -> None:
    with pytest.raises(ValueError, match="without remedies"):
        after_remedies(remedies, still_seen=False)


@pytest.mark.parametrize(("late", "level", "after"), [
    (0, 0, None), (1, 0, 1), (9, 0, 1), (4, 1, None), (5, 1, 2), (99, 2, None),
])  # fmt: skip
def test_lateness_goes_up_at_its_day(late: int, level: int, after: int | None) -> None:
    assert next_level(late, level, RULES) == after


@given(st.lists(st.integers(0, 30)))
def test_a_level_never_falls_and_never_jumps(days: list[int]) -> None:
    level = 0
    for late in sorted(days):
        after = next_level(late, level, RULES)
        assert after in {None, level + 1}
        level = after or level
    assert level <= len(RULES)


@pytest.mark.parametrize("days", [[0], [2, 2], [5, 1]])
def test_rules_that_do_not_go_up_are_none(days: list[int]) -> None:
    with pytest.raises(BadRules):
        rules_from(days)


def test_rules_count_from_one() -> None:
    assert list(RULES) == [Rule(1, 1), Rule(2, 5)]


@pytest.mark.parametrize(("values", "median", "p90"), [
    ([], None, None), ([3], 3, 3), ([1, 2], 1, 2), (list(range(1, 11)), 5, 9), ([5, 1, 3], 3, 5),
])  # fmt: skip
def test_the_middle_and_the_ninth_decile(values: list[int], median: int | None, p90: int | None) -> None:
    found = spread(values)
    assert (found.number, found.median, found.p90) == (len(values), median, p90)


@given(st.lists(st.integers(0, 400), min_size=1), st.integers(1, 100))
def test_a_quantile_occurred_and_so_many_do_not_exceed_it(values: list[int], percent: int) -> None:
    found = quantile(values, percent)
    assert found in values
    assert sum(one <= found for one in values) * 100 >= percent * len(values)
    assert sum(one < found for one in values) * 100 < percent * len(values)


@pytest.mark.parametrize(("values", "percent"), [([], 50), ([1], 0), ([1], 101)])
def test_a_quantile_of_nothing_is_none(values: list[int], percent: int) -> None:
    with pytest.raises(ValueError, match="quantile"):
        quantile(values, percent)

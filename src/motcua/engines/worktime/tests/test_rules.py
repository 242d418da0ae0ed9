"""The rules as dated law (facts §5, §6)."""

from datetime import date

import pytest

from motcua.engines.law import NoLaw
from motcua.engines.worktime import closes_on, officer_limit, petition_limits, read_moment, rules_on, standard
from motcua.engines.worktime.terms import COMPLETION_DAYS, PETITION_DAYS, RETURN_DAYS

A, B = date(2025, 6, 30), date(2025, 7, 1)


def test_every_rule_has_a_ground_and_words_in_both_languages() -> None:
    rules = dict(rules_on(B))
    assert list(rules) == sorted(rules, key=lambda name: (name == "R19", int(name[1:])))
    assert set(rules) == {f"R{number}" for number in range(1, 25)}
    assert all(rule.ground and rule.vi and rule.en for rule in rules.values())


def test_the_regimes_differ_where_the_decrees_do() -> None:
    assert rules_on(A).R15.ground == "NĐ 61/2018 Điều 19 khoản 4"
    assert rules_on(B).R15.ground == "NĐ 118/2025 Điều 19 khoản 5"
    assert rules_on(A).R5 == rules_on(B).R5
    with pytest.raises(NoLaw):
        _ = rules_on(A).R19
    with pytest.raises(NoLaw):
        rules_on(date(2018, 6, 20))


def test_the_numbers_of_the_small_clocks_are_those_of_the_table() -> None:
    assert (COMPLETION_DAYS, RETURN_DAYS) == (rules_on(B).R19.value, rules_on(B).R20.value) == (15, 3)
    assert list(PETITION_DAYS) == rules_on(B).R22.value
    calendar, sent = standard("STD"), read_moment("2025-07-01")
    assert closes_on(sent, calendar).last_day == date(2025, 7, 16)
    assert officer_limit(sent, calendar) == petition_limits(sent, calendar).refuse.replace(day=4)

"""A law table answers for each day, or does not load."""

import copy
import pickle
from datetime import date
from pathlib import Path

import pytest

from motcua.engines.law import BadLaw, LawError, NoLaw, Value, load

TEXT = """
[[regime]]
valid_from = 2018-06-21
valid_to = 2025-06-30
mark = "S"
most_requests = { value = 1, ground = "NĐ 61/2018 Điều 11 khoản 2", vi = "một lần", en = "once" }
clock = { value = "restart", ground = "NĐ 61/2018 Điều 19 khoản 4", mark = "C" }

[[regime]]
valid_from = 2025-07-01
mark = "M"
continues = true
clock = { value = "pause", ground = "NĐ 118/2025 Điều 19 khoản 5" }
"""
ROW = 'a = { value = 1, ground = "Điều 1" }\n'
FIRST = f'[[regime]]\nmark = "S"\nvalid_from = 2018-01-01\nvalid_to = 2018-12-31\n{ROW}'


def test_the_row_that_binds_on_a_day() -> None:
    table = load(TEXT)
    for day in (date(2018, 6, 21), date(2025, 6, 30)):
        assert table.on(day).clock == Value("restart", "NĐ 61/2018 Điều 19 khoản 4", "C")
    old, new = table.on(date(2025, 6, 30)), table.on(date(2025, 7, 1))
    assert new.clock == Value("pause", "NĐ 118/2025 Điều 19 khoản 5", "M")
    assert new.most_requests == old.most_requests == Value(1, old.most_requests.ground, "S", "một lần", "once")
    assert table.on(date(2099, 1, 1)) is new
    assert dict(new) == dict(new.values)


def test_a_day_or_a_value_without_law_is_said() -> None:
    table = load(TEXT)
    with pytest.raises(NoLaw, match="2018-06-20"):
        table.on(date(2018, 6, 20))
    with pytest.raises(NoLaw, match="'fee'"):
        _ = table.on(date(2020, 1, 1)).fee
    with pytest.raises(NoLaw, match="the table has no law for 2019-01-01"):
        load(FIRST).on(date(2019, 1, 1))
    assert issubclass(BadLaw, LawError)


def test_a_regime_that_does_not_continue_starts_afresh() -> None:
    table = load(FIRST + '[[regime]]\nmark = "S"\nvalid_from = 2019-01-01\nb = { value = 1, ground = "Điều 2" }')
    assert [name for name, _ in table.on(date(2019, 1, 1))] == ["b"]


def test_regimes_can_be_copied_and_pickled() -> None:
    table = load(TEXT)
    assert copy.deepcopy(table) == table
    assert pickle.loads(pickle.dumps(table)) == table


def test_a_file_is_named_in_its_errors(tmp_path: Path) -> None:
    path = tmp_path / "supplement.toml"
    path.write_text(TEXT, encoding="utf-8")
    assert load(path).regimes == load(TEXT).regimes
    with pytest.raises(NoLaw, match=r"supplement\.toml has no law for 2000-01-01"):
        load(path).on(date(2000, 1, 1))
    path.write_text("x = 1", encoding="utf-8")
    with pytest.raises(BadLaw, match=r"supplement\.toml: a law table"):
        load(path)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "list of"),
        ("regime = 1", "list of"),
        ("regime = []", "list of"),
        ("x = 1\n" + FIRST, "list of"),
        ("[[regime", "not TOML"),
        ('[[regime]]\nmark = "S"\n' + ROW, "valid_from must be a date"),
        ('[[regime]]\nvalid_from = 2018-01-01T00:00:00\nmark = "S"\n' + ROW, "valid_from must be a date"),
        ('[[regime]]\nvalid_from = 2018-01-01\nvalid_to = 3\nmark = "S"\n' + ROW, "valid_from must be"),
        (FIRST.replace("2018-12-31", "2017-12-31"), "ends before it begins"),
        (FIRST + FIRST.replace("2018", "2020"), "no law between 2018-12-31 and 2020-01-01"),
        (FIRST + FIRST, "overlap"),
        (FIRST + FIRST.replace("2018-01-01", "2018-12-31"), "overlap"),
        (FIRST.replace("valid_to = 2018-12-31\n", "") + FIRST.replace("2018", "2020"), "overlap"),
        (FIRST.replace(', ground = "Điều 1"', ""), "'a' has no ground"),
        (FIRST.replace("Điều 1", " "), "'a' has no ground"),
        (FIRST.replace('"Điều 1"', "1"), "'a' has no ground"),
        (FIRST.replace("value = 1, ", ""), "'a' must be"),
        (FIRST.replace("value", "valu"), "'a' must be"),
        (FIRST + "b = 1", "'b' must be"),
        (FIRST.replace('"S"', '"X"'), "mark S, M or C"),
        (FIRST.replace('mark = "S"\n', ""), "mark S, M or C"),
    ],
)
def test_a_table_that_leaves_something_open_does_not_load(text: str, complaint: str) -> None:
    with pytest.raises(BadLaw, match=complaint):
        load(text)

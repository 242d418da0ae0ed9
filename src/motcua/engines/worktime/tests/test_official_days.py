"""The nation's days off, decided and estimated, row by row; read anew, not from what an earlier test left cached."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from motcua.engines.worktime import days
from motcua.engines.worktime.errors import BadCalendar

GOLDEN = Path(__file__).parent / "official_days.json"
YEARS = range(2019, 2031)


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    days._official.cache_clear()
    days.national_rows.cache_clear()
    yield
    days._official.cache_clear()
    days.national_rows.cache_clear()


def rows_of(year: int) -> list[list[str]]:
    found = days.national_rows(year)
    return [
        [str(day), str(row.kind), row.name, row.name_en, row.decision, row.source] for day, row in sorted(found.items())
    ]


@pytest.mark.parametrize("year", YEARS)
def test_the_days_of_a_year_are_those_that_were_checked(year: int) -> None:
    assert rows_of(year) == json.loads(GOLDEN.read_text("utf-8"))[str(year)]


def test_the_decided_years_and_the_open_days() -> None:
    assert days.official_years() == {2023, 2024, 2025, 2026}
    assert days._official().open_days == {date(2026, 11, 23), date(2026, 11, 28)}


def test_decided_days_and_years_lie_over_the_nations() -> None:
    row = days.DayRow(date(2026, 11, 23), days.DayRowKind.OFF, "mẫu", "01/QĐ")
    table = days.official_days(iter([row]), iter([2028]))
    assert (table.rows, table.decided) == ((row,), {2028})
    assert table.row(date(2026, 11, 23)) is row
    assert not table.provisional(date(2026, 11, 23), date(2026, 11, 23))
    assert table.provisional(date(2026, 11, 28), date(2026, 11, 28))
    assert not table.provisional(date(2028, 1, 1), date(2028, 12, 31))
    assert table.provisional(date(2028, 12, 31), date(2029, 1, 1))


def test_a_moment_is_no_day() -> None:
    from datetime import UTC, datetime

    with pytest.raises(BadCalendar, match="must be a date") as fault:
        days.official_days([days.DayRow(datetime(2026, 1, 1, tzinfo=UTC), days.DayRowKind.OFF)])
    assert "phải là một ngày" in fault.value.words("vi")


if __name__ == "__main__":
    kept = {str(year): rows_of(year) for year in YEARS}
    GOLDEN.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

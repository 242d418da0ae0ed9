"""Equipment against the norm; outages and round trips: tables, without a database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from motcua.organisations.law import EQUIPMENT
from motcua.organisations.rules.connection import SLOT, Slot, latency, minutes, outages, slot_of
from motcua.organisations.rules.equipment import Thing, norm, shortfall

EIGHT = datetime(2023, 3, 15, 8, tzinfo=UTC)
MORNING = [(EIGHT, EIGHT + timedelta(hours=3))]
WANTED = {"computer": 2, "seat": 10}


@pytest.mark.parametrize(("things", "lacks"), [
    ([], {"computer": 2, "seat": 10}),
    ([Thing("computer", 1, "working"), Thing("computer", 1, "working"), Thing("seat", 10, "working")], {}),
    ([Thing("computer", 1, "working"), Thing("computer", 1, "broken"), Thing("seat", 10, "working")], {"computer": 1}),
    ([Thing("computer", 3, "working"), Thing("seat", 9, "working")], {"seat": 1}),
    ([Thing("computer", 2, "repair"), Thing("seat", 12, "working"), Thing("camera", 1, "broken")], {"computer": 2}),
])  # fmt: skip
def test_what_does_not_work_is_missing(things: list[Thing], lacks: dict[str, int]) -> None:
    assert {row.kind: row.lacks for row in shortfall(WANTED, things)} == lacks


@pytest.mark.parametrize(("day", "level", "kind", "number"), [
    (date(2023, 3, 15), "commune", "computer", 2), (date(2023, 3, 15), "district", "queue_machine", 1),
    (date(2023, 3, 15), "commune", "queue_machine", None), (date(2025, 7, 1), "commune", "queue_machine", 1),
    (date(2023, 3, 15), "nowhere", "computer", None),
])  # fmt: skip
def test_the_norm_of_the_day_and_level(day: date, level: str, kind: str, number: int | None) -> None:
    assert norm(EQUIPMENT.on(day), level).get(kind) == number


def slot(number: int, samples: int, failures: int, latency_ms: int = 100) -> Slot:
    return Slot(EIGHT + number * SLOT, samples, samples * latency_ms, failures)


@pytest.mark.parametrize(("samples", "failures", "out"), [(5, 0, False), (5, 4, False), (5, 5, True), (0, 1, True)])
def test_a_slot_is_an_outage_from_half_of_its_calls_on(samples: int, failures: int, out: bool) -> None:
    assert slot(0, samples, failures).out is out


def test_neighbouring_slots_are_one_outage_and_only_office_hours_count() -> None:
    found = outages([slot(-1, 0, 3), slot(0, 0, 3), slot(1, 1, 1), slot(2, 5, 0), slot(3, 0, 1)], MORNING)
    assert found == [(EIGHT, EIGHT + 2 * SLOT), (EIGHT + 3 * SLOT, EIGHT + 4 * SLOT)]
    assert minutes(found) == 15


def test_a_slot_nobody_measured_is_no_outage() -> None:
    assert outages([], MORNING) == []


@pytest.mark.parametrize(("percent", "found"), [(50, 100), (95, 190), (100, 200)])
def test_percentiles_are_of_the_slots_means(percent: int, found: int) -> None:
    assert latency([slot(n, 2, 0, 10 * n) for n in range(1, 21)], percent) == found


def test_without_a_call_that_came_through_there_is_no_latency() -> None:
    assert latency([slot(0, 0, 3)], 95) is None


@pytest.mark.parametrize(("minute", "start"), [(0, 0), (4, 0), (5, 5), (59, 55)])
def test_a_moment_belongs_to_the_five_minutes_that_hold_it(minute: int, start: int) -> None:
    assert slot_of(EIGHT.replace(minute=minute, second=59)) == EIGHT.replace(minute=start)

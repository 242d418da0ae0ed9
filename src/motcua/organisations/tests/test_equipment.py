"""The register of equipment, and what browsers tell of the connection."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers.tests.conftest import NOW
from motcua.events.models import Event
from motcua.inspection.tests.test_pages import client_of
from motcua.organisations import commands
from motcua.organisations.errors import BadMeasurement, DatesBackwards, LabelTaken, StateUnchanged
from motcua.organisations.models import ConnectionSample, Equipment
from motcua.organisations.reading import connection as connection_reading
from motcua.organisations.reading import equipment as reading
from motcua.organisations.tests.conftest import OneStop, at

BEAT = "/organisations/connection/beat"


def add(one_stop: OneStop, **more: Any) -> Equipment:
    values = {"kind": "printer", "name": "Máy in", "acquired_on": date(2023, 1, 5), "by": one_stop.town.leader,
              "now": NOW, **more}  # fmt: skip
    return commands.add_equipment(one_stop.town.ward.pk, **values)


def state(one_stop: OneStop, moment: Any) -> list[str]:
    return [row.state for row in reading.register(one_stop.town.ward.pk, moment)]


def test_each_thing_gets_the_next_label_of_its_kind_also_after_one_was_retired(one_stop: OneStop) -> None:
    first, second = add(one_stop), add(one_stop)
    commands.retire_equipment(second.pk, last_day=date(2023, 3, 15), by=one_stop.town.leader, now=NOW)
    labels = [row.label for row in (first, second, add(one_stop), add(one_stop, kind="camera"))]
    assert labels == ["H23.15.02-MI01", "H23.15.02-MI02", "H23.15.02-MI03", "H23.15.02-CM01"]


def test_a_label_of_the_property_register_is_kept_and_is_one_thing_s(one_stop: OneStop) -> None:
    assert add(one_stop, own_label=" TS-2023-7 ").label == "TS-2023-7"
    with pytest.raises(LabelTaken):
        add(one_stop, own_label="TS-2023-7")


def test_the_state_as_of_a_moment_is_the_newest_before_it(one_stop: OneStop) -> None:
    row = add(one_stop, now=at(8))
    commands.change_state(row.pk, state="broken", note="Kẹt giấy", by=one_stop.town.leader, now=at(10))
    commands.change_state(row.pk, state="repair", note="", by=one_stop.town.leader, now=at(14))
    assert [state(one_stop, moment) for moment in (at(9), at(10), at(13), at(14))] == [
        ["working"], ["broken"], ["broken"], ["repair"],
    ]  # fmt: skip
    assert [event.data["state"] for event in Event.objects.filter(kind="equipment.state_changed").order_by("seq")] == [
        "broken", "repair",
    ]  # fmt: skip


def test_the_same_state_twice_is_told(one_stop: OneStop) -> None:
    with pytest.raises(StateUnchanged):
        commands.change_state(add(one_stop).pk, state="working", note="", by=one_stop.town.leader, now=NOW)


def test_a_broken_thing_is_missing_against_the_norm(one_stop: OneStop) -> None:
    row = add(one_stop, now=at(8))

    def lacks(moment: Any) -> int:
        held = reading.holdings(
            one_stop.town.ward, reading.register(one_stop.town.ward.pk, moment), date(2023, 3, 15)
        )  # fmt: skip
        return next(one.lacks for one in held if one.kind == "printer")

    commands.change_state(row.pk, state="broken", note="", by=one_stop.town.leader, now=at(10))
    assert (lacks(at(9)), lacks(at(11))) == (0, 1)


@pytest.mark.parametrize(("day", "there"), [(4, 0), (5, 1), (20, 1), (21, 0)])
def test_a_thing_is_there_from_its_first_to_its_last_day(one_stop: OneStop, day: int, there: int) -> None:
    row = add(one_stop, acquired_on=date(2023, 3, 5))
    commands.retire_equipment(row.pk, last_day=date(2023, 3, 20), by=one_stop.town.leader, now=NOW)
    assert len(state(one_stop, at(9, day=day))) == there


def test_clerks_and_others_do_not_keep_the_register(one_stop: OneStop) -> None:
    row = add(one_stop)
    for who, refusal in ((one_stop.town.desk, NotPermitted), (one_stop.town.stranger, NotFound)):
        with pytest.raises(refusal):
            add(one_stop, by=who)
        with pytest.raises(refusal):
            commands.change_state(row.pk, state="broken", note="", by=who, now=NOW)


def test_nothing_is_taken_in_on_a_day_to_come_nor_out_before_it_came(one_stop: OneStop) -> None:
    with pytest.raises(DatesBackwards):
        add(one_stop, acquired_on=date(2023, 3, 16))
    with pytest.raises(DatesBackwards):
        commands.retire_equipment(add(one_stop).pk, last_day=date(2023, 1, 4), by=one_stop.town.leader, now=NOW)


def hear(one_stop: OneStop, latency: int = 80, missed: tuple[int, ...] = (), now: Any = NOW) -> None:
    back = [timedelta(seconds=row) for row in missed]
    commands.hear(one_stop.town.ward.pk, latency_ms=latency, missed=back, now=now)


def test_the_calls_of_five_minutes_are_one_row(one_stop: OneStop) -> None:
    hear(one_stop, 80, now=at(9, 10))
    hear(one_stop, 120, (60, 400), now=at(9, 14))
    hear(one_stop, 50, now=at(9, 15))
    rows = ConnectionSample.objects.order_by("slot")
    assert [(row.slot, row.samples, row.latency_ms_total, row.latency_ms_max, row.failures) for row in rows] == [
        (at(9, 5), 0, 0, 0, 1), (at(9, 10), 2, 200, 120, 1), (at(9, 15), 1, 50, 50, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(("latency", "missed"), [
    (-1, ()), (60_001, ()), (80, (-1,)), (80, (86_401,)), (80, (600,) * 11),
])  # fmt: skip
def test_a_measurement_out_of_bounds_is_refused_whole(one_stop: OneStop, latency: int, missed: tuple[int, ...]) -> None:
    with pytest.raises(BadMeasurement):
        hear(one_stop, latency, missed)
    assert not ConnectionSample.objects.exists()


@pytest.mark.parametrize(("latency", "missed"), [(0, ()), (60_000, ()), (80, (0, 86_400)), (80, (600,) * 10)])
def test_a_measurement_at_the_bounds_is_taken(one_stop: OneStop, latency: int, missed: tuple[int, ...]) -> None:
    hear(one_stop, latency, missed)
    assert ConnectionSample.objects.exists()


def test_a_morning_without_network_is_an_outage_of_that_day(one_stop: OneStop) -> None:
    hear(one_stop, 90, tuple(range(60, 1200, 60)), now=at(9))
    week = connection_reading.week_of([one_stop.town.ward], at(10))[one_stop.town.ward.pk]
    assert [day.measured for day in week[:-1]] == [0] * 6
    assert (week[-1].minutes_out, week[-1].median, week[-1].p95) == (20, 90, 90)


def post(one_stop: OneStop, body: str, who: str = "desk") -> int:
    client = client_of(getattr(one_stop.town, who))
    return int(client.post(BEAT, body, content_type="application/json").status_code)


def test_a_browser_tells_of_its_own_one_stop_whatever_it_says(one_stop: OneStop) -> None:
    told = {"latency_ms": 84, "missed": [], "unit": one_stop.town.other_ward.pk}
    assert post(one_stop, json.dumps(told)) == 204
    assert ConnectionSample.objects.get().unit == one_stop.town.ward


@pytest.mark.parametrize("body", [
    "", "[]", "{}", '{"latency_ms": "84", "missed": []}', '{"latency_ms": true, "missed": []}',
    '{"latency_ms": 84, "missed": 5}', '{"latency_ms": 84, "missed": [1e400]}', '{"latency_ms": 84, "missed": [null]}',
    '{"latency_ms": 84, "missed": [' + "9" * 40 + "]}", '{"latency_ms": 84, "missed": []}' + " " * 5000,
])  # fmt: skip
def test_what_is_no_measurement_is_refused(one_stop: OneStop, body: str) -> None:
    assert post(one_stop, body) == 422
    assert not ConnectionSample.objects.exists()


def test_who_works_at_no_one_stop_tells_nothing(one_stop: OneStop) -> None:
    one_stop.town.ward.one_stop_name = ""
    one_stop.town.ward.save()
    assert post(one_stop, '{"latency_ms": 84, "missed": []}', "officer") == 404

"""What an issued conclusion demands is ordered of the heads of its units; causes that people put down stand in it."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from motcua.base.clock import VIETNAM
from motcua.conclusions import commands
from motcua.conclusions.composing.building import build
from motcua.conclusions.models import Conclusion
from motcua.conclusions.tests.conftest import LATER, Office
from motcua.conclusions.tests.test_commands import ISSUED
from motcua.inspection.models import Finding
from motcua.remedies import commands as remedies
from motcua.remedies.models import Case, Remedy


def issued(office: Office) -> Conclusion:
    found = office.draft()
    return commands.issue(found.pk, by=office.chair, seen=found.version, **ISSUED)


def test_each_finding_gets_a_remedy_of_the_head_of_its_unit_by_the_day_of_the_conclusion(office: Office) -> None:
    found = issued(office)
    counts = commands.order_demands(found.pk, now=LATER)
    of_ward = Finding.objects.filter(unit=office.town.ward, state="open").count()
    assert counts["ordered"] == of_ward
    one = Remedy.objects.get(case__finding__signal="OVD01")
    assert (one.owner, one.ordered_by, one.order_number) == (office.town.leader, office.chair, "15/TB-UBND")
    assert one.due_at == datetime(2023, 4, 17, 17, 0, tzinfo=VIETNAM).astimezone(UTC)
    assert one.working_days == 5
    assert one.case.state == "mending"


def test_twice_orders_once(office: Office) -> None:
    found = issued(office)
    first = commands.order_demands(found.pk, now=LATER)
    assert commands.order_demands(found.pk, now=LATER) == {"left": sum(first.values())}
    assert Remedy.objects.count() == first["ordered"]


def test_a_draft_orders_nothing(office: Office) -> None:
    assert commands.order_demands(office.draft().pk, now=LATER) == {}


def test_what_was_mended_meanwhile_is_left(office: Office) -> None:
    found = issued(office)
    Finding.objects.filter(signal="OVD01").update(state="closed", closed_at=LATER)
    commands.order_demands(found.pk, now=LATER)
    assert not Remedy.objects.filter(case__finding__signal="OVD01").exists()


def test_one_that_fails_stops_no_other(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    found = issued(office)
    twin = Finding.objects.get(signal="OVD01")
    twin.pk, twin.key = None, "twin:1"
    twin.save()
    demand = next(row for row in found.demands if row["signal"] == "OVD01")
    demand["findings"] = [987654321, *demand["findings"]]
    found.save()
    counts = commands.order_demands(found.pk, now=LATER)
    assert counts["failed"] == 1
    assert Remedy.objects.filter(case__finding__signal="OVD01").exists()


def test_issuing_has_a_job_order_it(office: Office) -> None:
    from django.db import connection

    found = issued(office)
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs WHERE task_name = 'motcua.conclusions.tasks.order'")
        assert [json.loads(row[0]) for row in cursor.fetchall()] == [{"conclusion_id": found.pk}]


def sentence(office: Office, code: str) -> str:
    return next(one.text for one in build(office.unit, 2023, LATER).sentences if one.code == code)


def test_nobody_put_down_a_cause_and_none_is_made_up(office: Office) -> None:
    assert "chưa có đơn vị nào ghi nguyên nhân" in sentence(office, "cause.causes")


def test_a_cause_that_was_put_down_stands_in_the_conclusion_and_in_the_demand(office: Office) -> None:
    finding = Finding.objects.get(signal="OVD01")
    confirmed: dict[str, Any] = {"cause": "Người giữ hồ sơ nghỉ.", "cause_code": "", "responsible": None, "seen": 0}
    remedies.confirm(finding.pk, by=office.town.inspector, now=LATER, **confirmed)
    assert Case.objects.get().cause
    assert sentence(office, "cause.causes") == (
        "Nguyên nhân của 01 tồn tại đã được ghi nhận trên phần mềm: người giữ hồ sơ nghỉ (01)."
    )
    demand = next(one for one in build(office.unit, 2023, LATER).demands if one.signal == "OVD01")
    assert demand.cause == "Người giữ hồ sơ nghỉ."

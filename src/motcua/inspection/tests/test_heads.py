"""What a head of unit sees: what to do first and what it earns; the town over its units."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.base.clock import VIETNAM
from motcua.dossiers.tests.conftest import Town
from motcua.inspection import commands
from motcua.inspection.law import SAMPLE_SET
from motcua.inspection.pages.heads import month_ends
from motcua.inspection.signals import registry
from motcua.inspection.standing import FIELD_OF, Cause, field_of, fields, first_things, open_at
from motcua.inspection.tests.test_pages import client_of
from motcua.inspection.tests.test_run import LATER

AT = datetime(2023, 4, 10, 9, 0, tzinfo=VIETNAM)
DAY = timedelta(days=1)
LEAVES = {"one_stop.on_time": 3, "texts.format": 2, "digital.portal": 1}
GROUPS = {"service": 25, "texts": 6, "digital": 15}


def cause(group: str, criterion: str, severity: int, days: int = 1) -> Cause:
    return Cause(group, "OVD01", criterion, severity, 2, AT - days * DAY)


def test_what_weighs_most_is_first_then_what_earns_more_then_what_is_older() -> None:
    light = cause("light", "one_stop.on_time", 1)
    young, old = cause("young", "digital.portal", 3), cause("old", "digital.portal", 3, days=9)
    earning = cause("earning", "texts.format", 3)
    assert [one.cause.group for one in first_things([light, young, old, earning], LEAVES)] == [
        "earning", "old", "young", "light",
    ]  # fmt: skip


def test_a_leaf_that_several_causes_hold_is_lost_once() -> None:
    causes = [cause("a", "one_stop.on_time", 3), cause("b", "one_stop.on_time", 1)]
    assert [(one.points, one.shared) for one in first_things(causes, LEAVES)] == [(3, True), (3, True)]
    service, texts, _ = fields(causes, GROUPS, LEAVES)
    assert (service.lost, service.number, texts.lost) == (3, 4, 0)


def test_every_signal_moves_a_leaf_of_the_sample_set_and_a_field_holds_its_leaves() -> None:
    law = SAMPLE_SET.on(AT.date())
    assert {signal.criterion for signal in registry().values()} <= law.leaves.value.keys()
    assert sum(law.groups.value.values()) == 100
    for name, points in law.groups.value.items():
        assert sum(own for leaf, own in law.leaves.value.items() if field_of(leaf) == name) <= points
    assert set(FIELD_OF.values()) <= law.groups.value.keys()


@pytest.mark.parametrize(("moment", "number"), [(AT - DAY, 0), (AT, 1), (AT + DAY, 0)])
def test_a_finding_counts_from_its_opening_and_not_at_its_closing(moment: datetime, number: int) -> None:
    assert open_at([(AT, AT + DAY)], [moment]) == [number]


def test_the_months_end_with_now() -> None:
    moments = month_ends(AT)
    assert (len(moments), moments[-1], moments[-2]) == (12, AT, datetime(2023, 4, 1, tzinfo=VIETNAM))


def test_the_page_of_a_unit_says_what_to_do_first(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    page = client_of(town.inspector).get(f"/inspection/units/{town.ward.pk}")
    text = page.content.decode()
    assert page.context["first"][0]["title"] == "Quá hạn, chưa xin lỗi"
    assert "Phát hành phiếu xin lỗi" in text
    assert page.context["earns"] > 0


def test_whoever_sees_one_unit_is_led_to_its_page_and_to_no_other(town: Town) -> None:
    client = client_of(town.leader)
    assert client.get("/inspection/units").headers["Location"] == f"/inspection/units/{town.ward.pk}"
    assert client.get(f"/inspection/units/{town.other_ward.pk}").status_code == 404


def test_the_town_asks_no_more_for_more_findings(town: Town) -> None:
    client, counts = client_of(town.inspector), []
    for more in (1, 5):
        for _ in range(more):
            town.forwarded()
        commands.run(now=LATER)
        client.get("/inspection/units")
        with CaptureQueriesContext(connection) as held:
            page = client.get("/inspection/units")
        counts.append(len(held))
    assert counts[0] == counts[1]
    assert {row["unit"].pk: row["total"] for row in page.context["rows"]}[town.ward.pk] >= 6


def test_a_figure_of_a_field_opens_to_its_causes(town: Town) -> None:
    town.forwarded()
    commands.run(now=LATER)
    client = client_of(town.inspector)
    address = f"/inspection/findings?unit={town.ward.pk}&amp;field=service"
    assert address in client.get(f"/inspection/units/{town.ward.pk}").content.decode()
    page = client.get("/inspection/findings", {"unit": town.ward.pk, "field": "service"})
    assert [group["title"] for group in page.context["groups"]]
    assert client.get("/inspection/findings", {"field": "digital"}).context["groups"] == []

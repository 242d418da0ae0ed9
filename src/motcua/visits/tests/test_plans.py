"""The plan of a year: drafted, changed, issued; who sees what of it; its picture and its papers."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from motcua.accounts.models import User
from motcua.base import clock
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers.tests.conftest import Town, person
from motcua.events.models import Event
from motcua.inspection.models import Finding
from motcua.organisations.models import Role, Unit
from motcua.visits import commands, papers, plan_queries, words
from motcua.visits.errors import PlanChanged, PlanExists, PlanIncomplete
from motcua.visits.models import Plan, PlannedUnit, Visit
from motcua.visits.tests.conftest import NOW, decided
from motcua.visits.tests.test_pages import client_of


@pytest.fixture(autouse=True)
def moment(monkeypatch: Any) -> None:
    """The pages take the moment of these tests."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def above(town: Town) -> Unit:
    return town.inspector.posts.get().unit


@pytest.fixture
def chair(town: Town, above: Unit) -> User:
    return person(above, Role.LEADER, "chair")


@pytest.fixture
def draft(town: Town, above: Unit) -> Plan:
    return commands.draft_plan(above, year=2023, by=town.inspector, now=NOW)


def issued(plan: Plan, chair: User) -> Plan:
    return commands.issue_plan(plan.pk, number="7/KH-UBND", on=date(2023, 3, 1), by=chair, now=NOW, seen=plan.version)


def finding(unit: Unit, severity: int = 3, number: int = 1) -> None:
    for place in range(number):
        Finding.objects.create(
            signal="OVD01", key=f"dossier:{unit.pk}-{place}", subject=f"dossier:{unit.pk}{place}", unit=unit,
            group=f"OVD01/{unit.pk}/", severity=severity, ground="x", state="open", since=NOW, opened_at=NOW,
            values={"ref": "x", "at": "x"},
        )  # fmt: skip


def test_a_draft_holds_the_units_with_most_against_them_and_says_why(town: Town, above: Unit) -> None:
    finding(town.other_ward, number=2)
    plan = commands.draft_plan(above, year=2023, by=town.inspector, now=NOW)
    (line,) = plan.units.all()
    assert (line.unit, line.month) == (town.other_ward, 4)
    assert line.why[0] == {"reason": "high", "value": 2}
    assert line.why[1]["reason"] == "points"
    assert "2 tồn tại mức cao" in words.reasons(line.why)
    assert Event.objects.get(kind="inspection-plan.drafted").data["units"] == [town.other_ward.pk]


def test_what_is_found_in_a_unit_below_counts_for_the_one_stop(town: Town, above: Unit) -> None:
    below = Unit.objects.get(pk=town.ward.pk)
    below.pk, below._state.adding, below.code, below.parent = None, True, "H23.15.02.1", town.ward
    below.path, below.one_stop_name = f"{town.ward.path}/H23.15.02.1", ""
    below.save()
    finding(below)
    (first, *_) = plan_queries.ranking(above, 2023, user=town.inspector, now=NOW).proposals
    assert (first.unit, first.reasons[0].value) == (town.ward.pk, 1)


def test_there_is_one_plan_a_year(draft: Plan, town: Town, above: Unit) -> None:
    with pytest.raises(PlanExists):
        commands.draft_plan(above, year=2023, by=town.inspector, now=NOW)
    commands.draft_plan(above, year=2024, by=town.inspector, now=NOW)


def test_a_unit_that_stays_keeps_what_spoke_for_it(draft: Plan, town: Town) -> None:
    (line,) = draft.units.all()
    assert line.why == [{"reason": "never", "value": 0}]
    finding(town.ward)
    finding(town.other_ward)
    months = {town.ward.pk: 5, town.other_ward.pk: 6}
    commands.set_units(draft.pk, months, by=town.inspector, now=NOW, seen=1)
    why = {row.unit_id: row.why[0]["reason"] for row in draft.units.all()}
    assert why.pop(line.unit_id) == "never"
    assert list(why.values()) == ["high"]
    assert dict(draft.units.values_list("unit", "month")) == months


@pytest.mark.parametrize("wrong", ["month", "unit", "stale"])
def test_units_that_cannot_be_set(draft: Plan, town: Town, above: Unit, wrong: str) -> None:
    months = {above.pk if wrong == "unit" else town.ward.pk: 13 if wrong == "month" else 5}
    with pytest.raises(PlanChanged if wrong == "stale" else NotFound):
        commands.set_units(draft.pk, months, by=town.inspector, now=NOW, seen=9 if wrong == "stale" else 1)


def test_only_the_head_issues_and_only_the_inspector_drafts(draft: Plan, town: Town, above: Unit, chair: User) -> None:
    with pytest.raises(NotPermitted):
        issued(draft, town.inspector)
    with pytest.raises(NotPermitted):
        commands.set_units(draft.pk, {}, by=chair, now=NOW, seen=1)
    with pytest.raises(NotPermitted):
        commands.draft_plan(above, year=2025, by=chair, now=NOW)


@pytest.mark.parametrize("given", [
    {"number": " "}, {"on": (NOW + timedelta(days=1)).date()}, {"empty": True},
], ids=["no number", "tomorrow", "no unit"])  # fmt: skip
def test_a_plan_that_cannot_be_issued(draft: Plan, chair: User, given: dict[str, Any]) -> None:
    if given.pop("empty", False):
        PlannedUnit.objects.all().delete()
    with pytest.raises(PlanIncomplete):
        commands.issue_plan(draft.pk, **{"number": "7/KH-UBND", "on": NOW.date()} | given, by=chair, now=NOW, seen=1)


def test_an_issued_plan_never_changes_and_says_its_share(draft: Plan, town: Town, chair: User) -> None:
    plan = issued(draft, chair)
    assert plan.coverage == "1/2 đơn vị, 50,0 %: đủ 30 %"
    with pytest.raises(PlanChanged):
        commands.set_units(plan.pk, {}, by=town.inspector, now=NOW, seen=plan.version)
    with pytest.raises(PlanChanged):
        issued(plan, chair)


@pytest.mark.parametrize(("number", "total", "told"), [
    (7, 23, "7/23 đơn vị, 30,4 %: đủ 30 %"), (6, 23, "6/23 đơn vị, 26,0 %: chưa đủ 30 %"),
    (2999, 10000, "2999/10000 đơn vị, 29,9 %: chưa đủ 30 %"), (0, 0, "0/0 đơn vị, 0,0 %: chưa đủ 30 %"),
])  # fmt: skip
def test_the_share_in_words(number: int, total: int, told: str) -> None:
    assert words.share_vi(number, total, 30) == told


# who: sees the draft, sees the issued plan, lines of it
SEES = [
    ("inspector", True, True, 2), ("administrator", True, True, 2), ("chair", True, True, 2),
    ("leader", False, True, 1), ("desk", False, True, 1), ("stranger", False, True, 1), ("outsider", False, False, 0),
]  # fmt: skip


@pytest.mark.parametrize(("who", "sees_draft", "sees_issued", "lines"), SEES, ids=[row[0] for row in SEES])
def test_who_sees_what_of_a_plan(
    town: Town, draft: Plan, chair: User, who: str, sees_draft: bool, sees_issued: bool, lines: int
) -> None:
    commands.set_units(draft.pk, {town.ward.pk: 5, town.other_ward.pk: 6}, by=town.inspector, now=NOW, seen=1)
    draft.refresh_from_db()
    away = Unit.objects.create(code="H99", name="Nơi khác", short_name="Nơi khác", level="district", kind="committee",
                               path="H99", valid_from=date(2019, 1, 1))  # fmt: skip
    people = {"chair": chair, "outsider": person(away, Role.LEADER, "outsider")}
    user = people.get(who) or getattr(town, who)
    address = f"/visits/plans/{draft.pk}"
    assert (client_of(user).get(address).status_code == 200) is sees_draft
    plan = issued(draft, chair)
    answer = client_of(user).get(address)
    assert (answer.status_code == 200) is sees_issued
    assert len(plan_queries.lines(plan, user, NOW)) == lines
    assert (f'/visits/plans/{plan.pk}"' in client_of(user).get("/visits/plans").content.decode()) is sees_issued
    inspects = lines == 2
    assert (client_of(user).get(f"{address}/paper").status_code == 200) is inspects
    assert (client_of(user).get(f"{address}/calendar.xlsx").status_code == 200) is inspects
    if lines == 1:
        told = answer.content.decode() + client_of(user).get(f"{address}/calendar").content.decode()
        other = town.other_ward if user.posts.get().unit_id == town.ward.pk else town.ward
        assert other.short_name not in told
        assert "tồn tại" not in told


def test_a_plan_is_made_on_its_pages(town: Town, chair: User, above: Unit) -> None:
    client = client_of(town.inspector)
    made = client.post("/visits/plans", {"year": "2023", "unit": above.pk})
    plan = Plan.objects.get()
    assert made["Location"] == f"/visits/plans/{plan.pk}"
    assert client.post("/visits/plans", {"year": "2023", "unit": above.pk}).status_code == 422
    told = client.get(made["Location"]).content.decode()
    assert "hệ thống đề xuất" in told and "1/2 đơn vị, 50,0 %: đủ 30 %" in told
    given = {"seen": 1, f"unit-{town.ward.pk}": "on", f"month-{town.ward.pk}": "8", f"month-{town.other_ward.pk}": "9"}
    assert client.post(made["Location"], given).status_code == 302
    assert list(PlannedUnit.objects.values_list("unit", "month")) == [(town.ward.pk, 8)]
    assert client.post(made["Location"], given).status_code == 409
    assert (
        client.post(f"{made['Location']}/issue", {"number": "7/KH", "on": "01/03/2023", "seen": 2}).status_code == 404
    )
    head = client_of(chair)
    assert head.post(f"{made['Location']}/issue", {"number": "", "on": "01/03/2023", "seen": 2}).status_code == 422
    assert head.post(f"{made['Location']}/issue", {"number": "7/KH", "on": "01/03/2023", "seen": 2}).status_code == 302
    assert "7/KH" in client_of(town.leader).get(made["Location"]).content.decode()


def test_a_page_asks_as_often_for_many_findings_as_for_few(town: Town, draft: Plan) -> None:
    client = client_of(town.inspector)

    def number() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/visits/plans/{draft.pk}")
        return len(queries)

    number()
    few = number()
    finding(town.ward, number=4)
    finding(town.other_ward, severity=1, number=4)
    commands.set_units(draft.pk, {town.ward.pk: 5, town.other_ward.pk: 6}, by=town.inspector, now=NOW, seen=1)
    assert number() == few


def test_a_planned_visit_is_of_the_plan_that_names_its_unit(
    draft: Plan, chair: User, town: Town, prepare: Callable[..., Visit]
) -> None:
    commands.set_units(draft.pk, {town.ward.pk: 3}, by=town.inspector, now=NOW, seen=1)
    assert prepare().plan is None  # not issued yet
    draft.refresh_from_db()
    issued(draft, chair)
    assert prepare().plan == draft
    assert prepare(mode="unannounced").plan is None


def test_the_calendar_shows_what_took_place_and_no_unannounced_visit_before_its_minutes(
    draft: Plan, town: Town, colleague: User, prepare: Callable[..., Visit]
) -> None:
    commands.set_units(draft.pk, {town.ward.pk: 5}, by=town.inspector, now=NOW, seen=1)
    decided(visit := prepare(mode="unannounced"), town, colleague)
    commands.open_visit(visit.pk, by=town.inspector, now=NOW)
    assert plan_queries.took_place(draft, town.inspector, NOW) == []
    commands.make_minutes(visit.pk, by=town.inspector, now=NOW)
    assert plan_queries.took_place(draft, town.inspector, NOW) == [visit]
    client = client_of(town.inspector)
    told = client.get(f"/visits/plans/{draft.pk}/calendar").content.decode()
    assert "20/3" in told or "20/03" in told
    book = load_workbook(io.BytesIO(b"".join(client.get(f"/visits/plans/{draft.pk}/calendar.xlsx").streaming_content)))
    row = [cell.value for cell in book.active[2]]
    assert (row[0], row[3], row[5]) == ("Phường Mẫu 2", "20/03–21/03 (đột xuất)", "KH")


def test_the_plan_as_a_paper_is_clean_with_and_without_its_number(draft: Plan, town: Town, chair: User) -> None:
    lines = plan_queries.lines(draft, town.inspector, NOW)
    share = words.share_vi(1, 2, 30)
    assert papers.faults(papers.written(papers.plan_paper(draft, lines, share))) == []
    plan = issued(draft, chair)
    made = papers.plan_paper(plan, lines, plan.coverage)
    assert (made.number, made.date) == ("7", "2023-03-01")
    assert papers.faults(papers.written(made)) == []

"""A visit from its draft to its end: the team, the decision, the samples, what the system saw, who may know of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from motcua.accounts.models import User
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers.tests.conftest import Town, person
from motcua.events.models import Event
from motcua.inspection.models import Finding, SignalRun
from motcua.organisations.models import Absence, Delegation, Post, PostKind, Role
from motcua.visits import checklists, commands, populations, queries, rules, sampling
from motcua.visits.errors import (
    BadChecklist,
    BadDays,
    ConflictOfInterest,
    DecisionNeeded,
    TeamNeedsHead,
    VisitChanged,
)
from motcua.visits.models import Prefill, Sample, TemplateVersion, Visit
from motcua.visits.rules import Tie
from motcua.visits.tests.conftest import DAYS, NOW, PERIOD, decided

OWN = Tie("own", "Công chức", "Phường Mẫu", date(2021, 7, 1), None)
BEGIN, END = DAYS


@pytest.mark.parametrize(("tie", "refused"), [
    (OWN, True), (replace(OWN, last=date(2022, 3, 19)), False), (replace(OWN, last=date(2022, 3, 20)), True),
    (replace(OWN, first=END), True), (replace(OWN, first=END + timedelta(days=1)), False),
    (replace(OWN, how="delegated", last=BEGIN), True), (replace(OWN, how="stands_in", last=date(2021, 8, 1)), False),
])  # fmt: skip
def test_who_belongs_to_the_unit_or_did_within_twelve_months_does_not_inspect_it(tie: Tie, refused: bool) -> None:
    assert (rules.conflict([tie], begins_on=BEGIN, ends_on=END, months=12) is not None) is refused


@pytest.mark.parametrize(("day", "months", "found"), [
    (date(2023, 3, 20), 12, date(2022, 3, 20)), (date(2024, 2, 29), 12, date(2023, 2, 28)),
    (date(2023, 1, 31), 2, date(2022, 11, 30)), (date(2023, 5, 5), 0, date(2023, 5, 5)),
])  # fmt: skip
def test_months_before_a_day(day: date, months: int, found: date) -> None:
    assert rules.earlier(day, months) == found


def add(visit: Visit, user: User, town: Town, role: str = "member") -> None:
    commands.add_member(visit.pk, user=user, role=role, by=town.inspector, now=NOW)


def test_the_units_own_people_are_refused_with_the_name_of_the_post(town: Town, prepare: Callable[..., Visit]) -> None:
    with pytest.raises(ConflictOfInterest) as refused:
        add(prepare(), town.officer, town)
    assert "officer, Phường Mẫu 2" in refused.value.words("vi")


def test_people_of_another_ward_may_inspect(town: Town, prepare: Callable[..., Visit]) -> None:
    add(visit := prepare(), town.stranger, town)
    assert [one.user for one in queries.members(visit)] == [town.stranger]


@pytest.mark.parametrize("how", ["seconded", "home", "delegated", "stands_in", "below", "before"])
def test_each_kind_of_tie_to_the_unit_is_found(
    town: Town, colleague: User, prepare: Callable[..., Visit], how: str
) -> None:
    span = {"valid_from": date(2023, 1, 1), "valid_to": date(2023, 2, 1)}
    above = town.inspector.posts.get().unit
    if how == "seconded":
        Post.objects.create(user=colleague, unit=town.ward, home=above, kind=PostKind.SECONDED, role="officer",
                            title="Biệt phái", **span)  # fmt: skip
    elif how == "home":
        Post.objects.create(user=colleague, unit=above, home=town.ward, kind=PostKind.SECONDED, role="officer",
                            title="Biệt phái", **span)  # fmt: skip
    elif how == "delegated":
        Delegation.objects.create(post=town.leader.posts.get(), receiver=colleague, document="Giấy", **span)
    elif how == "stands_in":
        Absence.objects.create(user=town.officer, stand_in=colleague, **span)
    else:
        unit = town.ward
        unit.pk, unit._state.adding, unit.code = None, True, "H23.15.99"
        unit.path = f"{town.ward.path}/H23.15.99" if how == "below" else "H23.16/H23.15.99"
        unit.save()
        town.ward = type(unit).objects.get(code="H23.15.02")
        if how == "before":
            town.ward.predecessors.create(before=unit)
        Post.objects.create(user=colleague, unit=unit, role="officer", title="Công chức", **span)
    with pytest.raises(ConflictOfInterest):
        add(prepare(), colleague, town)


def test_a_post_gained_after_the_draft_is_found_at_the_decision(
    town: Town, colleague: User, prepare: Callable[..., Visit]
) -> None:
    visit = prepare()
    add(visit, town.inspector, town, "head")
    add(visit, colleague, town)
    Post.objects.create(user=colleague, unit=town.ward, role="officer", title="Mới", valid_from=BEGIN)
    with pytest.raises(ConflictOfInterest):
        commands.decide(visit.pk, number="1/QĐ", on=BEGIN, by=town.inspector, now=NOW)


def test_only_an_inspector_above_prepares_a_visit(town: Town, checklist: TemplateVersion) -> None:
    above = town.inspector.posts.get().unit
    given = {"mode": "planned", "period": PERIOD, "days": DAYS, "template_version": checklist, "now": NOW}
    for by, unit, by_unit in ((town.leader, town.ward, above), (town.inspector, above, above),
                              (town.inspector, town.ward, town.other_ward)):  # fmt: skip
        with pytest.raises(NotPermitted):
            commands.prepare(unit, by_unit=by_unit, by=by, **given)


def test_days_have_their_order(prepare: Callable[..., Visit]) -> None:
    for wrong in ({"days": DAYS[::-1]}, {"period": PERIOD[::-1]}, {"period": (PERIOD[0], END + timedelta(days=1))}):
        with pytest.raises(BadDays):
            prepare(**wrong)


def test_a_decision_needs_a_head_a_number_and_a_day_before(town: Town, prepare: Callable[..., Visit]) -> None:
    visit = prepare()
    with pytest.raises(TeamNeedsHead):
        commands.decide(visit.pk, number="1/QĐ", on=BEGIN, by=town.inspector, now=NOW)
    add(visit, town.inspector, town, "head")
    for number, on in (("", BEGIN), ("1/QĐ", BEGIN + timedelta(days=1))):
        with pytest.raises(DecisionNeeded):
            commands.decide(visit.pk, number=number, on=on, by=town.inspector, now=NOW)


def test_steps_come_in_their_order_and_are_recorded(opened: Visit, town: Town) -> None:
    with pytest.raises(VisitChanged):
        commands.open_visit(opened.pk, by=town.inspector, now=NOW)
    with pytest.raises(VisitChanged):
        commands.close_visit(opened.pk, by=town.inspector, now=NOW)
    commands.make_minutes(opened.pk, by=town.inspector, now=NOW)
    commands.close_visit(opened.pk, by=town.inspector, now=NOW)
    kinds = list(Event.objects.filter(stream=opened.stream).order_by("seq").values_list("kind", flat=True))
    assert kinds == ["visit.prepared", "visit.member_added", "visit.member_added", "visit.decided", "visit.opened",
                     "visit.minutes", "visit.closed"]  # fmt: skip


def test_the_sample_is_drawn_again_from_the_register_the_moment_and_the_seed(opened: Visit, town: Town) -> None:
    sample = Sample.objects.get(question="7.3")
    town.dossier(at=NOW + timedelta(hours=1))  # came later: it changes nothing
    keys = populations.dossiers([town.ward.pk], *PERIOD, sample.drawn_at)
    assert (len(keys), sample.count, len(sample.keys)) == (9, 9, 4)
    assert sampling.drawn(keys[::-1], seed=sample.seed, size=4) == sample.keys
    assert sampling.digest(keys) == sample.source


def test_questions_over_one_population_look_at_the_same_dossiers(opened: Visit) -> None:
    assert len({tuple(row.keys) for row in Sample.objects.filter(population="dossiers")}) == 1


@pytest.mark.parametrize(("size", "number"), [(0, 0), (1, 1), (5, 5), (6, 5)])
def test_a_sample_is_no_larger_than_what_there_is(size: int, number: int) -> None:
    assert len(sampling.drawn([str(n) for n in range(5)], seed=1, size=size)) == number


def finding(visit: Visit, signal: str, subject: str) -> Finding:
    return Finding.objects.create(
        signal=signal, key=subject, subject=subject, unit=visit.unit, group=f"{signal}/{visit.unit_id}/x", severity=2,
        ground="Điều mẫu", values={"ref": "H23", "days": 3, "hours": 3, "limit": 2, "unit": "x"}, state="open",
        since=NOW, opened_at=NOW,
    )  # fmt: skip


def test_what_the_system_saw_is_written_down_with_its_moment(
    town: Town, colleague: User, prepare: Callable[..., Visit], monkeypatch: Any
) -> None:
    rows = [town.dossier() for _ in range(3)]
    visit = decided(prepare(), town, colleague)
    SignalRun.objects.create(at=NOW, upto=1)
    monkeypatch.setattr("motcua.visits.commands.opening._told", lambda row: {"finding": row.pk})
    finding(visit, "PAP01", f"dossier:{rows[0].pk}")
    finding(visit, "REF01", f"dossier:{rows[1].pk}")
    commands.open_visit(visit.pk, by=town.inspector, now=NOW, size=30)
    found = {row.question: row for row in Prefill.objects.filter(visit=visit)}
    assert (found["9.2"].seen, found["9.2"].of, found["9.2"].suggested) == (2, 3, "fail")
    assert (found["9.3"].seen, found["9.3"].of, found["9.3"].suggested) == (3, 3, "pass")
    assert (found["8.2"].suggested, len(found["8.2"].findings)) == ("fail", 1)
    assert (found["1.1"].suggested, found["10.1"].suggested, found["8.1"].suggested) == ("pass", "", "")
    assert "7.3" not in found


def test_where_the_signals_never_ran_nothing_is_suggested(opened: Visit) -> None:
    assert Prefill.objects.count() == 0


def test_the_inspected_unit_hears_of_a_planned_visit_when_it_is_decided(
    town: Town, colleague: User, prepare: Callable[..., Visit]
) -> None:
    visit = prepare()
    assert not queries.visible_to(town.leader, NOW).exists()
    decided(visit, town, colleague)
    assert queries.visible_to(town.leader, NOW).exists()
    assert not queries.visible_to(town.officer, NOW).exists()


def test_nobody_but_team_heads_and_maker_knows_of_an_unannounced_visit(
    town: Town, colleague: User, prepare: Callable[..., Visit]
) -> None:
    above = town.inspector.posts.get().unit
    head, second = person(above, Role.LEADER, "head"), person(above, Role.INSPECTOR, "second inspector")
    visit = decided(prepare(mode="unannounced"), town, colleague)
    commands.open_visit(visit.pk, by=town.inspector, now=NOW)
    strangers = (town.leader, town.desk, town.officer, town.stranger, town.administrator, second)
    for user in strangers:
        assert not queries.visible_to(user, NOW).exists(), user
        with pytest.raises(NotFound):
            queries.readable(visit.pk, user=user, now=NOW)
    assert all(queries.visible_to(user, NOW).exists() for user in (town.inspector, colleague, head))
    commands.make_minutes(visit.pk, by=town.inspector, now=NOW)
    assert all(queries.visible_to(user, NOW).exists() for user in (town.leader, second))


def test_what_was_said_is_the_teams_alone_while_the_visit_is_open(opened: Visit, town: Town, colleague: User) -> None:
    head = person(opened.by_unit, Role.LEADER, "head")
    assert [queries.may_read(opened, user, NOW) for user in (town.inspector, colleague, head, town.leader)] == [
        True, True, False, False,
    ]  # fmt: skip
    commands.make_minutes(opened.pk, by=town.inspector, now=NOW)
    assert [queries.may_read(opened, user, NOW) for user in (head, town.leader)] == [True, False]


@pytest.mark.parametrize(("days", "reads"), [(-1, False), (0, True), (1, True), (2, False)])
def test_a_member_reads_within_his_days(opened: Visit, colleague: User, days: int, reads: bool) -> None:
    now = NOW + timedelta(days=days)
    assert queries.may_read(opened, colleague, now) is reads
    assert bool(queries.on_tablet(colleague, now)) is reads


def test_published_versions_stay_and_editing_makes_the_next(town: Town, checklist: TemplateVersion) -> None:
    assert commands.publish_default(now=NOW).pk == checklist.pk
    groups = [dict(group) for group in checklist.content]
    groups[0] = groups[0] | {"title": "Kế hoạch năm"}
    made = commands.publish(checklist.template, groups, seen=1, by=town.inspector, now=NOW)
    assert (made.version, made.content[0]["title"]) == (2, "Kế hoạch năm")
    checklist.refresh_from_db()
    assert checklist.content[0]["title"] == "Kế hoạch"
    with pytest.raises(VisitChanged):
        commands.publish(checklist.template, groups, seen=1, by=town.inspector, now=NOW)
    with pytest.raises(NotPermitted):
        commands.publish(checklist.template, groups, seen=2, by=town.leader, now=NOW)


@pytest.mark.parametrize("wrong", [
    [], [{"number": 1, "title": "x", "questions": []}], [{"number": 1, "title": "", "questions": [{"text": "x"}]}],
    [{"number": 1, "title": "x", "questions": [{"text": "x", "kind": "gossip"}]}],
    [{"number": 1, "title": "x", "questions": [{"text": "x", "kind": "sample"}]}],
    [{"number": 1, "title": "x", "questions": [{"text": "x", "weight": 101}]}],
    [{"number": 1, "title": "x", "questions": [{"text": "x", "signals": ["XXX99"]}]}],
    [{"number": 1, "title": "x", "questions": [{"text": "x"}]}] * 2, "text", [None],
])  # fmt: skip
def test_a_checklist_that_cannot_be_used_is_not_published(wrong: Any) -> None:
    with pytest.raises(BadChecklist):
        checklists.read_content(wrong)


def test_the_checklist_of_the_house_has_sixteen_groups(checklist: TemplateVersion) -> None:
    assert [group["number"] for group in checklist.content] == list(range(1, 17))
    assert all(question.ground and question.mark == "M" for question in checklists.questions(checklist.content))


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client

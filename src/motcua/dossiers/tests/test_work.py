"""From the desk to the result: each act by its role, at its step, once."""

from collections.abc import Callable
from datetime import datetime

import pytest

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted, UserError
from motcua.dossiers import commands, queries, rules
from motcua.dossiers.errors import HeldBySomebodyElse, NotAColleague, NotAtThisStep, ReasonNeeded, Stale
from motcua.dossiers.models import Dossier, ReturnRecord, State
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.events.models import Event
from motcua.events.queries import faults


def test_the_whole_way_ends_returned_with_who_took_it(town: Town) -> None:
    found = town.approved()
    done = commands.return_result(
        found.ref, taken_by="Trần Thị Mẫu", proof="Thẻ căn cước", by=town.desk, now=NOW, seen=found.version
    )
    assert (done.state, rules.national_status(done.state)) == (State.RETURNED, 10)
    assert ReturnRecord.objects.get(dossier=done).taken_by == "Trần Thị Mẫu"


def test_every_act_on_the_way_is_in_the_record_and_the_record_proves_itself(town: Town) -> None:
    found = town.approved()
    kinds = list(Event.objects.filter(stream=found.stream).order_by("seq").values_list("kind", flat=True))
    assert kinds == ["dossier.received", "dossier.forwarded", "dossier.resolved", "dossier.approved"]
    assert list(faults()) == []


def test_a_stale_page_is_a_conflict_that_says_who_and_changes_nothing(town: Town) -> None:
    found = town.forwarded()
    with pytest.raises(Stale, match="Mẫu desk"):
        commands.take(found.ref, by=town.officer, now=NOW, seen=found.version - 1)
    assert Dossier.objects.get(pk=found.pk).version == found.version


def test_a_step_held_by_another_officer_is_not_resolved_by_me(town: Town) -> None:
    found = town.forwarded()
    taken = commands.take(found.ref, by=town.officer, now=NOW, seen=found.version)
    with pytest.raises(HeldBySomebodyElse):
        commands.resolve(found.ref, result="x", by=town.second_officer, now=NOW, seen=taken.version)


def test_a_leader_gives_a_held_step_to_another_officer(town: Town) -> None:
    found = town.forwarded()
    taken = commands.take(found.ref, by=town.officer, now=NOW, seen=found.version)
    commands.assign(found.ref, holder_id=town.second_officer.pk, by=town.leader, now=NOW, seen=taken.version)
    assert [task.holder for task in queries.open_tasks(taken)] == [town.second_officer]


def test_a_step_goes_to_nobody_outside_the_unit(town: Town) -> None:
    found = town.dossier()
    with pytest.raises(NotAColleague):
        commands.forward(found.ref, by=town.desk, now=NOW, seen=found.version, holder_id=town.stranger.pk)


def test_a_draft_sent_back_returns_to_who_made_it(town: Town) -> None:
    found = town.resolved()
    back = commands.send_back(found.ref, reason="Thiếu số", by=town.leader, now=NOW, seen=found.version)
    assert (back.state, [task.kind for task in queries.open_tasks(back)]) == (State.IN_PROGRESS, ["resolve"])


def test_withdrawal_closes_the_open_step(town: Town) -> None:
    found = town.forwarded()
    done = commands.withdraw(found.ref, reason="Người nộp yêu cầu", by=town.desk, now=NOW, seen=found.version)
    assert (done.state, queries.open_tasks(done)) == (State.WITHDRAWN, [])


def test_withdrawal_needs_a_reason(town: Town) -> None:
    found = town.dossier()
    with pytest.raises(ReasonNeeded):
        commands.withdraw(found.ref, reason="", by=town.desk, now=NOW, seen=found.version)


def test_a_returned_dossier_is_not_withdrawn(town: Town) -> None:
    found = town.approved()
    done = commands.return_result(found.ref, taken_by="a", proof="b", by=town.desk, now=NOW, seen=found.version)
    with pytest.raises(NotAtThisStep):
        commands.withdraw(found.ref, reason="muộn", by=town.desk, now=NOW, seen=done.version)


ACTS: list[tuple[str, str, Callable[[Dossier, object], object]]] = [
    ("dossier", "desk", lambda d, by: commands.forward(d.ref, by=by, now=NOW, seen=d.version)),
    ("forwarded", "officer", lambda d, by: commands.take(d.ref, by=by, now=NOW, seen=d.version)),
    ("forwarded", "officer", lambda d, by: commands.resolve(d.ref, result="x", by=by, now=NOW, seen=d.version)),
    ("resolved", "leader", lambda d, by: commands.approve(d.ref, by=by, now=NOW, seen=d.version)),
    ("resolved", "leader", lambda d, by: commands.send_back(d.ref, reason="x", by=by, now=NOW, seen=d.version)),
    (
        "approved",
        "desk",
        lambda d, by: commands.return_result(d.ref, taken_by="x", proof="y", by=by, now=NOW, seen=d.version),
    ),
    ("forwarded", "desk", lambda d, by: commands.withdraw(d.ref, reason="x", by=by, now=NOW, seen=d.version)),
]
PEOPLE = ["desk", "officer", "leader", "stranger", "inspector", "administrator"]


@pytest.mark.parametrize(("state", "right", "act"), ACTS)
@pytest.mark.parametrize("who", PEOPLE)
def test_each_act_is_done_by_its_role_alone(
    town: Town, state: str, right: str, act: Callable[[Dossier, object], object], who: str
) -> None:
    found = getattr(town, state)()
    version = Dossier.objects.get(pk=found.pk).version
    if who == right:
        act(found, getattr(town, who))
        return
    with pytest.raises((NotPermitted, NotFound)):
        act(found, getattr(town, who))
    assert Dossier.objects.get(pk=found.pk).version == version


@pytest.mark.parametrize(
    ("state", "act"), [("dossier", ACTS[2][2]), ("resolved", ACTS[2][2]), ("approved", ACTS[0][2])]
)
def test_an_act_at_another_step_is_refused(town: Town, state: str, act: Callable[[Dossier, object], object]) -> None:
    found = getattr(town, state)()
    with pytest.raises(UserError):
        act(found, town.desk if state == "approved" else town.officer)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("desk", True),
        ("officer", True),
        ("leader", True),
        ("inspector", True),
        ("stranger", False),
        ("administrator", False),
    ],
)
def test_who_sees_a_dossier(town: Town, who: str, sees: bool) -> None:
    found = town.dossier()
    assert queries.visible_to(getattr(town, who), NOW).filter(pk=found.pk).exists() is sees


def test_search_and_people_stay_inside_what_is_visible(town: Town) -> None:
    town.dossier()
    for text in ("Trần Thị Mẫu", "tran thi", "030195000001", "0900000001", "H23.15.02-230315-0001", "0001"):
        assert queries.find(text, user=town.desk, now=NOW), text
        assert queries.find(text, user=town.stranger, now=NOW) == [], text
        assert queries.people(text, user=town.stranger, now=NOW) == [], text


def test_a_second_open_dossier_of_the_same_person_is_told(town: Town) -> None:
    found = town.dossier()
    twins = queries.open_twins("030195000001", found.procedure.procedure_id, user=town.desk, now=NOW)
    assert list(twins) == [found]


def test_the_queue_of_an_officer_holds_what_is_free_or_his(town: Town) -> None:
    from motcua.dossiers import queue
    from motcua.dossiers.selection import Selection

    found = town.forwarded()
    commands.take(found.ref, by=town.officer, now=NOW, seen=found.version)
    mine = queue.rows(Selection("mine"), town.officer, NOW)
    others = queue.rows(Selection("mine"), town.second_officer, NOW)
    assert ([task.dossier_id for task in mine], list(others)) == ([found.pk], [])


def test_a_calendar_decision_moves_open_dossiers_and_keeps_both_dates(town: Town) -> None:
    from motcua.accounts.system import SYSTEM
    from motcua.dossiers.commands.recompute import recompute_due
    from motcua.organisations import commands as calendars

    found = town.dossier(at=datetime(2023, 3, 15, 15, 20, tzinfo=VIETNAM))
    day = datetime(2023, 3, 16, tzinfo=VIETNAM).date()
    calendars.decide_day(day=day, what="off", name="Bão", decision="01/QĐ", unit=None, by=town.administrator, now=NOW)
    assert (recompute_due(because="Bão", by=SYSTEM, now=NOW), recompute_due(because="Bão", by=SYSTEM, now=NOW)) == (
        1,
        0,
    )
    moved = Dossier.objects.get(pk=found.pk)
    change = moved.due_changes.get()
    assert (change.before.astimezone(VIETNAM).day, change.after.astimezone(VIETNAM).day) == (16, 17)
    assert moved.appointment == change.after

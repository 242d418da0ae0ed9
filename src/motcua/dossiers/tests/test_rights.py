"""Role × unit × state × action against a plain table of the law; and through every door the same answer."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from motcua.accounts.models import User
from motcua.base.errors import UserError
from motcua.dossiers import commands, policy, queries
from motcua.dossiers.models import Dossier, State
from motcua.dossiers.pages.acts import ACTS
from motcua.dossiers.policy import Action
from motcua.dossiers.tests.conftest import NOW, Town, person
from motcua.dossiers.tests.test_course import CODE, act
from motcua.dossiers.tests.test_transitions import NOW_B
from motcua.organisations.models import Role

# The law in plain words: in which state who of the dossier's own unit may do what (NĐ 61/2018 Điều 15–22,
# NĐ 118/2025 Điều 15–24). What is not written here nobody may do; nobody of another unit may do anything.
LAW = """
guided        complete, withdraw, attach                                             receptionist
guided        attach                                                                 officer
received      forward, take fee, withdraw, stop, attach                              receptionist
received      attach                                                                 officer
received      apologise                                                              leader
in_progress   take fee, withdraw, stop, attach                                       receptionist
in_progress   take, take over, resolve, propose refusal, ask supplement, ask payment officer
in_progress   consult, verify, attach                                                officer
in_progress   assign, take over, pause, apologise                                    leader
for_approval  take fee, withdraw, stop, attach                                       receptionist
for_approval  attach                                                                 officer
for_approval  approve, send back, pause, apologise                                   leader
supplement    complete supplement, close, take fee, withdraw, stop, attach           receptionist
supplement    cancel supplement, attach                                              officer
supplement    cancel supplement, close                                               leader
paying        resume, take fee, withdraw, stop, attach                               receptionist
paying        resume, attach                                                         officer
paying        resume                                                                 leader
paused        resume, take fee, withdraw, stop, attach                               receptionist
paused        resume, attach                                                         officer
paused        resume                                                                 leader
resolved      return, take fee                                                       receptionist
returned      correct                                                                receptionist
"""
ALWAYS = {"see", "print", "undo"}  # of who has a part in it; undoing asks besides whose act it was
MOVED = {"received", "in_progress", "for_approval", "supplement", "paying", "paused", "resolved"}
NOT_OF_A_DOSSIER = {Action.RECEIVE, Action.REGISTER, Action.REPORT, Action.MAIL, Action.ACKNOWLEDGE, Action.ANSWER}
STAFF = {Role.RECEPTIONIST, Role.OFFICER, Role.LEADER}


def allowed() -> set[tuple[str, str, str]]:
    """(state, action, role) of LAW."""
    found = set()
    for line in LAW.strip().splitlines():
        state, actions, role = re.split(r"\s{2,}", line.strip()) if line.count("  ") > 1 else _split(line)
        found |= {(state, action.strip(), role) for action in actions.split(",")}
    return found


def _split(line: str) -> tuple[str, str, str]:
    """A line whose last column touches the one before."""
    state, rest = line.split(maxsplit=1)
    actions, role = rest.rsplit(" ", 1)
    return state, actions, role


def in_every_state(town: Town) -> Iterator[tuple[str, Dossier]]:
    """A dossier of the ward in each state there is."""
    working = lambda now=NOW: act(commands.forward, town.dossier(CODE, at=now), town.desk, now=now)  # noqa: E731
    yield "guided", commands.guide(town.intake(missing=1), reason="thiếu", by=town.desk, now=NOW)
    yield "not_accepted", commands.refuse_reception(town.intake(), reason="x", by=town.desk, now=NOW)
    yield "received", town.dossier(CODE)
    yield "in_progress", working()
    yield "for_approval", town.resolved()
    yield "supplement", act(commands.ask_supplement, working(), town.officer, missing=["x"], reason="y")
    yield "paying", act(commands.ask_payment, working(), town.officer, document="TB 1")
    yield "paused", act(commands.pause, working(), town.leader, ground="luật", document="")
    yield "resolved", town.approved()
    yield "returned", act(commands.return_result, town.approved(), town.desk, taken_by="a", proof="b")
    yield "withdrawn", act(commands.withdraw, working(), town.desk, reason="x")
    yield "stopped", act(commands.stop, working(NOW_B), town.desk, reason="x", now=NOW_B)
    late = act(commands.ask_supplement, working(NOW_B), town.officer, missing=["x"], reason="y", now=NOW_B)
    yield "closed", act(commands.close, late, town.desk, now=NOW_B + timedelta(days=20))


@pytest.fixture
def people(town: Town) -> dict[tuple[str, str], User]:
    """One of each role in the dossier's ward, in the other ward, and in the town above."""
    places = {"own": town.ward, "other": town.other_ward, "above": town.ward.parent}
    return {
        (place, role): person(unit, role, f"p-{place}-{role}")  # type: ignore[arg-type]
        for place, unit in places.items()
        for role in Role.values
    }


def lawful(place: str, role: str, state: str, action: str, table: set[tuple[str, str, str]]) -> bool:
    if action == "move":
        return place in {"own", "above"} and role == Role.ADMINISTRATOR and state in MOVED
    if place != "own" or role not in STAFF:
        return False
    return action in ALWAYS or (state, action, role) in table


def test_who_may_do_what_is_the_table_of_the_law(town: Town, people: dict[tuple[str, str], User]) -> None:
    table, wrong = allowed(), []
    states = dict(in_every_state(town))
    assert set(states) == set(State.values)
    for state, dossier in states.items():
        assert dossier.state == state
        tasks = queries.open_tasks(dossier)
        for (place, role), user in people.items():
            for action in Action:
                if action in {
                    Action.RECEIVE,
                    Action.REGISTER,
                    Action.REPORT,
                    Action.ACKNOWLEDGE,
                    Action.ANSWER,
                    Action.MAIL,
                }:
                    continue
                said = policy.allows(action, user, dossier, tasks, NOW)
                if said != lawful(place, role, state, action.value, table):
                    wrong.append((state, action.value, place, role, said))
    assert wrong == []


MORE: dict[Action, dict[str, Any]] = {
    Action.ASSIGN: {"holder_id": 0}, Action.RESOLVE: {"result": "x"}, Action.PROPOSE_REFUSAL: {"reason": "x"},
    Action.SEND_BACK: {"reason": "x"}, Action.TAKE_OVER: {"reason": "x"}, Action.VERIFY: {"at": NOW, "place": "a",
    "participants": "b", "content": "c"}, Action.ASK_SUPPLEMENT: {"missing": ["x"], "reason": "y"},
    Action.CANCEL_SUPPLEMENT: {"reason": "x"}, Action.ASK_PAYMENT: {"document": "x"},
    Action.PAUSE: {"ground": "x", "document": ""}, Action.CONSULT: {"unit_id": 0, "question": "x", "days": 1},
    Action.ANSWER: {"answer": "x"}, Action.APOLOGISE: {"reason": "x", "new_appointment": NOW + timedelta(days=30)},
    Action.TAKE_FEE: {"amount_vnd": 1, "method": "cash"}, Action.RETURN: {"taken_by": "x", "proof": "y"},
    Action.WITHDRAW: {"reason": "x"}, Action.STOP: {"reason": "x"}, Action.CORRECT: {"error": "x"},
}  # fmt: skip
COMMANDS: dict[Action, Callable[..., Dossier]] = {
    action: getattr(commands, action.value.replace(" ", "_").replace("return", "return_result").replace(
        "verify", "verify_on_site"))
    for action in ACTS if action is not Action.ATTACH
}  # fmt: skip


def test_what_the_law_does_not_allow_is_refused_by_the_command_and_changes_nothing(
    town: Town, people: dict[tuple[str, str], User]
) -> None:
    table, states = allowed(), list(in_every_state(town))
    cases = [
        (state, dossier, action, who, user)
        for state, dossier in states
        for action in COMMANDS
        for who, user in people.items()
        if not lawful(*who, state, action.value, table)
    ]
    for state, dossier, action, who, user in random.Random(7).sample(cases, 500):
        version = Dossier.objects.get(pk=dossier.pk).version
        with pytest.raises(UserError):
            COMMANDS[action](dossier.ref, by=user, now=NOW, seen=version, **MORE.get(action, {}))
        assert Dossier.objects.get(pk=dossier.pk).version == version, (state, action, who)


def test_absent_and_forbidden_answer_the_same_on_every_door(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.test import Client

    from motcua.base import clock
    from motcua.dossiers.models import Attachment, Slip

    monkeypatch.setattr(clock, "now", lambda: NOW)
    found = town.forwarded()
    slip = Slip.objects.get(dossier=found)
    stranger = Client()
    stranger.force_login(person(town.other_ward, Role.LEADER, "other-leader"))
    assert not Attachment.objects.exists()
    pairs = [(f"/dossiers/{found.ref}", "/dossiers/H23.15.02-230315-9999"), (f"/slips/{slip.pk}", "/slips/999999"),
             (f"/dossiers/{found.ref}/control", "/dossiers/H23.15.02-230315-9999/control"),
             (f"/registers/{town.ward.pk}/2023", f"/registers/{town.ward.pk}/1999")]  # fmt: skip
    posted = [f"/{one.slug}" for one in ACTS.values()]
    pairs += [(f"/dossiers/{found.ref}{slug}", f"/dossiers/H23.15.02-230315-9999{slug}") for slug in posted]
    for real, absent in pairs:
        method = stranger.post if real.endswith(tuple(posted)) else stranger.get
        answers = [method(address) for address in (real, absent)]
        assert answers[0].status_code == answers[1].status_code == 404, real
        assert _bare(answers[0], real) == _bare(answers[1], absent), real


def _bare(answer: Any, address: str) -> str:
    """The page without its own address and its CSRF token."""
    text = answer.content.decode().replace(address, "")
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)


@pytest.mark.parametrize("text", ["Trần Thị Mẫu", "tran thi", "030195000001", "0900000001", "H23.15.02", "0001"])
def test_search_counts_people_and_exports_know_nothing_of_another_unit(town: Town, text: str) -> None:
    from motcua.dossiers import queue, selection
    from motcua.dossiers.selection import TABS, Selection

    found = town.forwarded()
    other = person(town.other_ward, Role.LEADER, "other-leader")
    assert queries.find(text, user=town.leader, now=NOW) == [found]
    assert queries.find(text, user=other, now=NOW) == []
    assert queries.people(text, user=other, now=NOW) == []
    assert list(queries.open_twins("030195000001", found.procedure.procedure_id, user=other, now=NOW)) == []
    assert {tab.count for tab in queue.tabs(other, NOW, "mine")} == {0}
    assert {name for _pk, name in queue.choices(other, NOW)[1]} == {"Mẫu stranger", "Mẫu other-leader"}
    for tab in [*TABS, "returned", "all"]:
        assert not selection.dossiers(Selection(tab), other, NOW).exists()

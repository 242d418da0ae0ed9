"""Branches, consultations, going back and undoing: the dossier follows its process, and nothing is lost."""

from datetime import datetime, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers import commands, queries
from motcua.dossiers.errors import NotAtThisStep, NotToUndo, ProcessDiffers, ReasonNeeded
from motcua.dossiers.models import Dossier, ReturnRecord, State, Task
from motcua.dossiers.tests.conftest import NOW, Town, branched, person
from motcua.events.models import Event
from motcua.events.queries import faults
from motcua.organisations.models import Role
from motcua.processes.commands import publish
from motcua.processes.errors import ProcessFaulty

CODE = "1.004884"


def act(command: object, found: Dossier, by: object, **more: object) -> Dossier:
    """One act on the dossier as it stands now."""
    seen = Dossier.objects.get(pk=found.pk).version
    now = more.pop("now", NOW)
    return command(found.ref, by=by, now=now, seen=seen, **more)  # type: ignore[operator, no-any-return]


def open_steps(found: Dossier) -> list[str]:
    return sorted(task.step.key if task.step else task.name for task in queries.open_tasks(found))


def parallel(town: Town, join: str = "all") -> Dossier:
    branched(town, join)
    found = town.dossier(CODE)
    return act(commands.forward, found, town.desk)


def task(found: Dossier, key: str) -> int:
    return Task.objects.get(dossier=found, step__key=key, closed_at__isnull=True).pk


def test_branches_and_a_consultation_open_together_and_the_join_waits_for_all(town: Town) -> None:
    found = parallel(town)
    friend = person(town.other_ward, Role.OFFICER, "friend")
    assert open_steps(found) == ["ask", "field", "law"]
    act(commands.resolve, found, town.officer, result="pháp lý đủ", task_id=task(found, "law"))
    act(commands.answer, found, friend, answer="nhất trí")
    assert open_steps(found) == ["field"]
    done = act(commands.resolve, found, town.second_officer, result="chuyên ngành đủ")
    assert (open_steps(done), done.state) == (["sign"], State.FOR_APPROVAL)


def test_a_join_by_number_drops_the_branch_it_no_longer_waits_for(town: Town) -> None:
    found = parallel(town, join="2")
    act(commands.resolve, found, town.officer, result="a", task_id=task(found, "law"))
    done = act(commands.resolve, found, town.second_officer, result="b", task_id=task(found, "field"))
    assert open_steps(done) == ["sign"]
    assert Task.objects.get(dossier=found, step__key="ask").outcome == "dropped"


def test_a_join_by_deadline_goes_on_without_a_late_answer(town: Town) -> None:
    found = parallel(town, join="deadline")
    act(commands.resolve, found, town.officer, result="a", task_id=task(found, "law"))
    late = datetime(2023, 3, 20, 9, tzinfo=VIETNAM)
    done = act(commands.resolve, found, town.second_officer, result="b", task_id=task(found, "field"), now=late)
    assert open_steps(done) == ["sign"]


def test_the_asked_unit_sees_the_dossier_from_the_question_on_and_no_other_unit_does(town: Town) -> None:
    friend = person(town.other_ward, Role.OFFICER, "friend")
    branched(town)
    found = town.dossier(CODE)
    with pytest.raises(NotFound):
        queries.by_ref(found.ref, user=friend, now=NOW)
    act(commands.forward, found, town.desk)
    assert queries.by_ref(found.ref, user=friend, now=NOW) == found


def test_the_asked_unit_answers_and_does_nothing_else(town: Town) -> None:
    friend = person(town.other_ward, Role.OFFICER, "friend")
    found = parallel(town)
    for command, more in ((commands.resolve, {"result": "x"}), (commands.take, {"task_id": task(found, "law")})):
        with pytest.raises(NotPermitted):
            act(command, found, friend, **more)


def test_a_question_outside_the_process_has_a_limit_a_receipt_and_an_answer(town: Town) -> None:
    friend = person(town.other_ward, Role.LEADER, "friend")
    found = town.forwarded(code=CODE)
    act(commands.consult, found, town.officer, unit_id=town.other_ward.pk, question="Có tranh chấp không?", days=2)
    asked = Task.objects.get(dossier=found, kind="consult")
    assert asked.due == datetime(2023, 3, 17, 17, tzinfo=VIETNAM)
    act(commands.acknowledge, found, friend)
    act(commands.answer, found, friend, answer="Không")
    asked.refresh_from_db()
    assert (asked.seen_at, asked.answer, asked.outcome) == (NOW, "Không", "done")
    assert open_steps(found) == ["appraise"]


def test_going_back_to_a_branch_does_it_again_and_keeps_what_the_other_did(town: Town) -> None:
    found = parallel(town, join="2")
    act(commands.resolve, found, town.officer, result="a", task_id=task(found, "law"))
    act(commands.resolve, found, town.second_officer, result="b", task_id=task(found, "field"))
    back = act(commands.send_back, found, town.leader, reason="thiếu căn cứ", to="law")
    assert (open_steps(back), back.state) == (["law"], State.IN_PROGRESS)
    again = act(commands.resolve, found, town.officer, result="a2")
    assert open_steps(again) == ["sign"]


def test_going_back_needs_a_reason(town: Town) -> None:
    found = town.resolved()
    with pytest.raises(ReasonNeeded):
        act(commands.send_back, found, town.leader, reason="  ")


@pytest.mark.parametrize(("made", "by", "state"), [
    ("forwarded", "desk", State.RECEIVED), ("resolved", "officer", State.IN_PROGRESS),
    ("approved", "leader", State.FOR_APPROVAL),
])  # fmt: skip
def test_the_slip_of_a_hand_is_taken_back(town: Town, made: str, by: str, state: State) -> None:
    found = getattr(town, made)()
    steps_before = Task.objects.filter(dossier=found).count()
    back = act(commands.undo, found, getattr(town, by), now=NOW + timedelta(minutes=10))
    assert (back.state, back.resolved_at) == (state, None)
    assert Task.objects.filter(dossier=found).count() == steps_before
    assert len(queries.open_tasks(back)) == 1


def test_a_return_taken_back_stays_in_the_list_and_can_be_done_again(town: Town) -> None:
    found = town.approved()
    act(commands.return_result, found, town.desk, taken_by="nhầm", proof="x")
    back = act(commands.undo, found, town.desk)
    assert (back.state, back.returned_at, back.ended_at) == (State.RESOLVED, None, None)
    act(commands.return_result, found, town.desk, taken_by="đúng", proof="y")
    assert list(ReturnRecord.objects.order_by("pk").values_list("taken_by", "undone_at")) == [
        ("nhầm", NOW), ("đúng", None)
    ]  # fmt: skip


@pytest.mark.parametrize("minutes", [16, 600])
def test_after_a_quarter_of_an_hour_nothing_is_taken_back(town: Town, minutes: int) -> None:
    with pytest.raises(NotToUndo):
        act(commands.undo, town.forwarded(), town.desk, now=NOW + timedelta(minutes=minutes))


def test_nobody_takes_back_what_another_did_or_what_went_on(town: Town) -> None:
    found = town.forwarded()
    with pytest.raises(NotToUndo):
        act(commands.undo, found, town.officer)
    act(commands.take, found, town.officer)
    with pytest.raises(NotToUndo):
        act(commands.undo, found, town.desk)


def test_a_new_version_of_the_process_moves_no_open_dossier(town: Town) -> None:
    found = town.forwarded(code=CODE)
    branched(town)
    assert Dossier.objects.get(pk=found.pk).process.number == 1  # type: ignore[union-attr]
    assert open_steps(found) == ["appraise"]


def test_an_administrator_moves_one_with_a_reason_where_the_open_step_is_there(town: Town) -> None:
    branched(town)
    found = town.dossier(CODE)
    moved = act(commands.move_process, found, town.administrator, number=1, reason="sai quy trình")
    assert moved.process.number == 1  # type: ignore[union-attr]
    event = Event.objects.filter(stream=found.stream).order_by("-seq")[0]
    assert (event.kind, event.data["reason"]) == ("dossier.process_moved", "sai quy trình")
    act(commands.forward, moved, town.desk)
    with pytest.raises(ProcessDiffers, match="no step"):
        act(commands.move_process, found, town.administrator, number=2, reason="x")


def test_a_faulty_process_is_refused_with_every_fault(town: Town) -> None:
    text = """
procedure: "1.004884"
valid_from: 2024-01-01
steps:
  - {key: receive, name: Nhận, kind: forward, role: receptionist}
  - {key: work, name: Làm, kind: resolve, role: leader, limit: 40 working_day}
  - {key: return, name: Trả, kind: return, role: receptionist, join: any}
"""
    with pytest.raises(ProcessFaulty) as error:
        publish(text, by=town.administrator, now=NOW)
    said = error.value.words("vi")
    assert all(word in said for word in ("vai trò “leader”", "chỉ có một bước đứng trước", "phê duyệt"))


def test_a_step_of_another_unit_is_in_that_unit_s_queue_and_a_skipped_step_is_kept(town: Town) -> None:
    text = """
procedure: "1.004884"
valid_from: 2023-03-02
steps:
  - {key: receive, name: Nhận, kind: forward, role: receptionist}
  - {key: online, name: Số hóa, kind: resolve, role: officer, when: {channel: online}}
  - {key: tell, name: Báo, kind: automatic, message: Hồ sơ đang được giải quyết}
  - {key: work, name: Làm, kind: resolve, role: officer}
  - {key: sign, name: Ký, kind: approve, role: leader, at: parent}
  - {key: return, name: Trả, kind: return, role: receptionist}
"""
    publish(text, by=town.administrator, now=NOW)
    found = act(commands.forward, town.dossier(CODE), town.desk)
    outcomes = dict(Task.objects.filter(dossier=found).values_list("step__key", "outcome"))
    assert outcomes == {"receive": "done", "online": "skipped", "tell": "done", "work": ""}
    above = person(town.ward.parent, Role.LEADER, "above")  # type: ignore[arg-type]
    act(commands.resolve, found, town.officer, result="x")
    with pytest.raises(NotPermitted):
        act(commands.approve, found, town.leader)
    assert act(commands.approve, found, above).state == State.RESOLVED
    assert list(faults()) == []


def test_an_approval_after_the_end_is_refused(town: Town) -> None:
    with pytest.raises(NotAtThisStep):
        act(commands.approve, town.approved(), town.leader)

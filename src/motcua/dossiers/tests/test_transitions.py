"""Every transition of the law: supplement, refusal, money, pause, apology, stop, closing, correction, other units."""

from datetime import datetime, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.dossiers import commands, queries, queue, rules
from motcua.dossiers.errors import (
    AlreadyApologised,
    AmountWrong,
    AppointmentNotLater,
    NotAtThisStep,
    NotElsewhere,
    NothingAsked,
    NotInThisRegime,
    SubmitterUnknown,
    SupplementAgain,
    TooEarlyToClose,
)
from motcua.dossiers.models import Apology, Dossier, Payment, ReturnRecord, Slip, State, Supplement
from motcua.dossiers.selection import Selection, dossiers
from motcua.dossiers.standing import outcome_of
from motcua.dossiers.tests.conftest import NOW, Town, person
from motcua.dossiers.tests.test_course import CODE, act
from motcua.engines.worktime import Outcome
from motcua.events.models import Event
from motcua.organisations.models import Role

NOW_B = datetime(2025, 9, 10, 9, 10, tzinfo=VIETNAM)  # a Wednesday under NĐ 118/2025


def at(day: int, hour: int = 9, minute: int = 0, month: int = 3, year: int = 2023) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=VIETNAM)


def working(town: Town, now: datetime = NOW) -> Dossier:
    """A dossier of five working days at its officer."""
    return act(commands.forward, town.dossier(CODE, at=now), town.desk, now=now)


def asked(town: Town, now: datetime = NOW) -> Dossier:
    found = working(town, now)
    return act(commands.ask_supplement, found, town.officer, missing=["Bản sao"], reason="thiếu", now=now)


def test_a_supplement_restarts_the_clock_from_its_completion(town: Town) -> None:
    found = working(town)
    assert found.appointment == at(22, 17)
    act(commands.ask_supplement, found, town.officer, missing=["Bản sao"], reason="thiếu", now=at(16))
    done = act(commands.complete_supplement, found, town.desk, now=at(20, 10))
    assert (done.appointment, done.state) == (at(27, 17), State.IN_PROGRESS)


def test_no_decision_is_taken_while_a_supplement_is_open(town: Town) -> None:
    found = asked(town)
    for command, by, more in (
        (commands.resolve, town.officer, {"result": "x"}), (commands.approve, town.leader, {}),
        (commands.propose_refusal, town.officer, {"reason": "x"}),
    ):  # fmt: skip
        with pytest.raises(NotAtThisStep):
            act(command, found, by, **more)


def test_a_second_supplement_needs_a_recorded_reason_and_is_flagged(town: Town) -> None:
    found = act(commands.complete_supplement, asked(town), town.desk)
    with pytest.raises(SupplementAgain, match="Điều 11"):
        act(commands.ask_supplement, found, town.officer, missing=["Thêm"], reason="nữa")
    act(commands.ask_supplement, found, town.officer, missing=["Thêm"], reason="nữa", forced="luật mới")
    event = Event.objects.filter(stream=found.stream).order_by("-seq")[0]
    assert event.data["forced"] == "luật mới"


def test_a_request_taken_back_keeps_its_text_and_the_clock_goes_on(town: Town) -> None:
    found = asked(town)
    before = found.appointment
    back = act(commands.cancel_supplement, found, town.officer, reason="đã có trong kho dữ liệu", now=at(17))
    row = Supplement.objects.get()
    assert (back.appointment, back.state, row.missing, row.cancelled_at) == (
        before, State.IN_PROGRESS, ["Bản sao"], at(17)
    )  # fmt: skip
    assert Slip.objects.get(form="supplement").cancelled_at == at(17)


def test_a_cancelled_request_does_not_use_up_the_one_the_law_allows(town: Town) -> None:
    found = act(commands.cancel_supplement, asked(town), town.officer, reason="nhầm")
    assert act(commands.ask_supplement, found, town.officer, missing=["x"], reason="y").state == State.SUPPLEMENT


def test_a_request_that_asks_for_nothing_is_refused(town: Town) -> None:
    with pytest.raises(NothingAsked):
        act(commands.ask_supplement, working(town), town.officer, missing=[" "], reason="x")


@pytest.mark.parametrize(("when", "late"), [(at(20, 16), False), (at(21, 8), True)])
def test_a_request_after_the_third_working_day_is_flagged(town: Town, when: datetime, late: bool) -> None:
    found = working(town)
    act(commands.ask_supplement, found, town.officer, missing=["x"], reason="y", now=when)
    assert Event.objects.filter(stream=found.stream).order_by("-seq")[0].data["late"] is late


def test_fifteen_days_without_completion_the_one_stop_closes_under_the_law_of_2025(town: Town) -> None:
    found = asked(town, NOW_B)
    row = Supplement.objects.get()
    assert (row.last_day, row.closes_from) == (at(25, month=9, year=2025).date(), at(26, month=9, year=2025).date())
    with pytest.raises(TooEarlyToClose):
        act(commands.close, found, town.desk, now=at(25, month=9, year=2025))
    done = act(commands.close, found, town.desk, now=at(26, month=9, year=2025))
    assert (done.state, rules.national_status(done.state)) == (State.CLOSED, 8)


def test_the_law_of_2018_has_no_closing(town: Town) -> None:
    with pytest.raises(TooEarlyToClose, match="61/2018"):
        act(commands.close, asked(town), town.desk, now=at(30))


def test_a_refusal_after_appraisal_is_a_result_with_its_slip_in_time(town: Town) -> None:
    found = act(commands.propose_refusal, working(town), town.officer, reason="không đủ điều kiện")
    done = act(commands.approve, found, town.leader, now=at(20))
    assert (done.state, done.result_kind, outcome_of(done)) == (State.RESOLVED, "refused", Outcome.EARLY)
    assert Slip.objects.get(dossier=found, form="refusal").content["reason"] == "không đủ điều kiện"


def test_money_the_applicant_owes_pauses_the_clock(town: Town) -> None:
    found = working(town)
    act(commands.ask_payment, found, town.officer, document="Thông báo thuế 12/TB", now=at(16, 10))
    waiting = Dossier.objects.get(pk=found.pk)
    assert rules.national_status(waiting.state) == 6
    done = act(commands.resume, found, town.desk, document="Giấy nộp tiền", now=at(21, 10))
    assert (done.appointment, done.state) == (at(27, 17), State.IN_PROGRESS)


def test_a_dossier_that_waits_is_never_overdue_in_the_queue(town: Town) -> None:
    found = working(town)
    act(commands.ask_payment, found, town.officer, document="Thông báo", now=at(16))
    late = at(30)
    assert list(queue.rows(Selection("overdue"), town.leader, late)) == []
    act(commands.resume, found, town.desk, now=at(16, 10))
    assert [task.dossier_id for task in queue.rows(Selection("overdue"), town.leader, late)] == [found.pk]


def test_a_special_law_pauses_with_its_ground(town: Town) -> None:
    found = act(commands.pause, working(town), town.leader, ground="Luật Đất đai 2024 Điều 137", document="")
    assert (found.state, found.pauses.get().ground) == (State.PAUSED, "Luật Đất đai 2024 Điều 137")


def test_an_apology_is_owed_from_the_last_working_day_before_the_due_date(town: Town) -> None:
    found = working(town)
    owed = lambda now: [row.pk for row in dossiers(Selection("apology"), town.leader, now)]  # noqa: E731
    assert (found.apology_from, owed(at(20, 17)), owed(at(21, 7, 30))) == (at(21, 7, 30), [], [found.pk])


def test_the_apology_sets_the_one_new_appointment_and_lateness_stays_with_the_first(town: Town) -> None:
    found = working(town)
    new = at(24, 17)
    done = act(commands.apologise, found, town.leader, reason="chờ xác minh", new_appointment=new, now=at(21))
    assert (done.appointment, done.promised, Apology.objects.get().late) == (new, at(22, 17), False)
    assert Slip.objects.get(form="apology").content["reason"] == "chờ xác minh."
    act(commands.resolve, found, town.officer, result="x", now=at(23))
    ready = act(commands.approve, found, town.leader, now=at(23))
    assert outcome_of(ready) == Outcome.OVERDUE
    with pytest.raises(NotAtThisStep):
        act(commands.apologise, found, town.leader, reason="x", new_appointment=at(28), now=at(23))


def test_a_second_re_appointment_is_refused(town: Town) -> None:
    found = act(commands.apologise, working(town), town.leader, reason="x", new_appointment=at(24, 17), now=at(21))
    with pytest.raises(AlreadyApologised, match="Điều 19"):
        act(commands.apologise, found, town.leader, reason="x", new_appointment=at(28, 17), now=at(23))


def test_an_apology_on_the_due_date_is_late_and_an_earlier_appointment_is_none(town: Town) -> None:
    found = working(town)
    with pytest.raises(AppointmentNotLater):
        act(commands.apologise, found, town.leader, reason="x", new_appointment=at(22, 17), now=at(22))
    act(commands.apologise, found, town.leader, reason="x", new_appointment=at(23, 17), now=at(22))
    assert Apology.objects.get().late


def test_stopping_belongs_to_the_law_of_2025(town: Town) -> None:
    with pytest.raises(NotInThisRegime, match="rút"):
        act(commands.stop, working(town), town.desk, reason="không cần nữa")
    found = working(town, NOW_B)
    done = act(commands.stop, found, town.desk, reason="không cần nữa", now=NOW_B)
    assert (done.state, Slip.objects.get(dossier=found, form="stop").content["reason"]) == (
        State.STOPPED, "không cần nữa."
    )  # fmt: skip


def test_both_regimes_are_open_side_by_side_each_with_its_own_law(town: Town) -> None:
    old, new = working(town, datetime(2025, 6, 30, 9, tzinfo=VIETNAM)), working(town, NOW_B)
    grounds = {d.pk: Event.objects.filter(stream=d.stream).order_by("seq")[0].ground for d in (old, new)}
    assert ("61/2018" in grounds[old.pk], "118/2025" in grounds[new.pk]) == (True, True)


@pytest.mark.parametrize(("received", "due"), [
    (at(15, 15), at(15, 17)), (at(15, 15, 1), at(16, 7, 30)), (at(17, 16), at(20, 7, 30)),
])  # fmt: skip
def test_forwarding_is_due_the_same_day_or_after_three_at_the_next_opening(
    town: Town, received: datetime, due: datetime
) -> None:
    (step,) = queries.open_tasks(town.dossier(CODE, at=received))
    assert step.due == due


def test_a_dossier_received_for_another_ward_runs_by_the_law_of_2025_and_both_follow_it(town: Town) -> None:
    intake = town.intake(CODE)
    intake = type(intake)(**{f: getattr(intake, f) for f in intake.__slots__} | {"for_unit_id": town.other_ward.pk})
    with pytest.raises(NotElsewhere, match="61/2018"):
        commands.receive(intake, by=town.desk, now=NOW)
    found = commands.receive(intake, by=town.desk, now=NOW_B)
    assert (found.code, found.desk, found.unit) == ("H23.15.03-250910-0001", town.ward, town.other_ward)
    officer, leader = person(town.other_ward, Role.OFFICER, "o3"), person(town.other_ward, Role.LEADER, "l3")
    act(commands.forward, found, town.desk, now=NOW_B)
    act(commands.resolve, found, officer, result="x", now=NOW_B)
    act(commands.approve, found, leader, now=NOW_B)
    for user in (town.desk, town.stranger, officer):
        assert queries.by_ref(found.ref, user=user, now=NOW_B)
    done = act(commands.return_result, found, town.desk, taken_by="a", proof="b", now=NOW_B)
    assert done.state == State.RETURNED


def test_who_hands_in_for_another_is_named_with_his_paper(town: Town) -> None:
    intake = town.intake(CODE)

    def with_(submitter: commands.Submitter) -> commands.Intake:
        return type(intake)(**{f: getattr(intake, f) for f in intake.__slots__} | {"submitter": submitter})

    with pytest.raises(SubmitterUnknown):
        commands.receive(with_(commands.Submitter("authorised", "Lê Văn Dụ")), by=town.desk, now=NOW)
    found = commands.receive(with_(commands.Submitter("authorised", "Lê Văn Dụ", "", "Giấy ủy quyền")), by=town.desk,
                             now=NOW)  # fmt: skip
    assert (found.submitter_capacity, found.submitter_name) == ("authorised", "Lê Văn Dụ")


def test_a_fee_has_a_receipt_an_exemption_its_ground_and_a_mistake_is_cancelled_not_deleted(town: Town) -> None:
    found = act(commands.take_fee, town.dossier(CODE), town.desk, amount_vnd=8000, method="cash")
    payment = Payment.objects.get()
    assert payment.slip is not None
    with pytest.raises(AmountWrong):
        act(commands.take_fee, found, town.desk, amount_vnd=0, method="exempt")
    act(commands.cancel_fee, found, town.desk, payment_id=payment.pk, reason="thu nhầm")
    act(commands.take_fee, found, town.desk, amount_vnd=0, method="exempt", ground="người có công")
    assert list(Payment.objects.order_by("pk").values_list("amount_vnd", "method", "cancelled_because")) == [
        (8000, "cash", "thu nhầm"), (0, "exempt", "")
    ]  # fmt: skip


def test_a_result_with_an_error_is_corrected_by_a_linked_dossier_in_three_working_days(town: Town) -> None:
    found = act(commands.return_result, town.approved(), town.desk, taken_by="a", proof="b")
    new = act(commands.correct, found, town.desk, error="sai năm sinh")
    assert (new.corrects, new.appointment, new.fee_vnd) == (found, at(20, 17), 0)
    assert Dossier.objects.get(pk=found.pk).state == State.RETURNED


@pytest.mark.parametrize(
    ("way", "without"), [("postal", False), ("authorised", False), ("online", False), ("desk", True)]
)
def test_a_result_is_returned_in_every_way_of_the_law(town: Town, way: str, without: bool) -> None:
    act(commands.return_result, town.approved(), town.desk, taken_by="a", proof="b", way=way, without_receipt=without)
    row = ReturnRecord.objects.get()
    assert (row.way, row.without_receipt) == (way, without)


def test_a_check_on_site_is_recorded_with_who_was_there(town: Town) -> None:
    found = act(commands.verify_on_site, working(town), town.officer, at=NOW - timedelta(hours=1), place="Thửa 12",
                participants="chủ hộ, trưởng khu", content="đúng hiện trạng")  # fmt: skip
    assert found.verifications.get().participants == "chủ hộ, trưởng khu"


def test_a_colleague_takes_over_with_a_reason_and_it_is_traced(town: Town) -> None:
    found = act(commands.take, working(town), town.officer)
    done = act(commands.take_over, found, town.second_officer, reason="ốm")
    assert [task.holder for task in queries.open_tasks(done)] == [town.second_officer]
    event = Event.objects.filter(stream=found.stream).order_by("-seq")[0]
    assert (event.data["holder_before"], event.data["reason"]) == ("Mẫu officer", "ốm")

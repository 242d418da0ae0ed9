"""The roster, who comes, who is away: rights, times, the record, and a past day as it was known then."""

from datetime import date, time
from typing import Any

import pytest

from motcua.accounts.models import User
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers.tests.conftest import NOW, person
from motcua.events.models import Event
from motcua.organisations import commands
from motcua.organisations.errors import (
    AlreadyOnDuty,
    GroundNeeded,
    HoursBackwards,
    NotOfThisPost,
    NotYourCheckIn,
    PastIsFixed,
    PinClosed,
    PinTooSimple,
    PostNotToday,
    SubstituteIsHimself,
    WrongPin,
)
from motcua.organisations.models import CheckIn, DutyPin, DutyPost, Role, Unit
from motcua.organisations.reading.duty import duty_day
from motcua.organisations.tests.conftest import WEEK, OneStop, at

TODAY = date(2023, 3, 15)
PIN = "280317"


def add(one_stop: OneStop, **more: Any) -> DutyPost:
    values = {
        "counter": "Quầy 2", "branch": "", "field": "Đất đai", "weekdays": WEEK, "begins": time(7, 30),
        "ends": time(17), "person": None, "valid_from": TODAY, "decision": "02/QĐ mẫu", "by": one_stop.town.leader,
        "now": NOW, **more,
    }  # fmt: skip
    return commands.add_duty_post(one_stop.town.ward.pk, **values)


def gaps(one_stop: OneStop, hour: int, minute: int = 0) -> list[str]:
    found = duty_day(one_stop.town.ward, TODAY, at(hour, minute)).gaps
    return [f"{gap.branch or 'own'} {gap.since:%H:%M}-{gap.until:%H:%M}" for gap in found]


def away(one_stop: OneStop, **more: Any) -> Any:
    values = {"day_from": TODAY, "day_to": TODAY, "ground": "Đi tập huấn", "substitute": None,
              "by": one_stop.town.leader, "now": at(7), **more}  # fmt: skip
    return commands.enter_duty_absence(one_stop.police.pk, **values)


@pytest.mark.parametrize("who", ["leader", "administrator"])
def test_a_leader_of_the_unit_and_an_administrator_above_keep_the_roster(one_stop: OneStop, who: str) -> None:
    assert add(one_stop, by=getattr(one_stop.town, who)).pk


@pytest.mark.parametrize("who", ["desk", "officer", "inspector"])
def test_others_who_see_the_roster_do_not_keep_it(one_stop: OneStop, who: str) -> None:
    with pytest.raises(NotPermitted):
        add(one_stop, by=getattr(one_stop.town, who))
    with pytest.raises(NotPermitted):
        commands.end_duty_post(one_stop.own.pk, last_day=TODAY, by=getattr(one_stop.town, who), now=NOW)


def test_a_roster_of_another_unit_is_not_there(one_stop: OneStop) -> None:
    leader = person(one_stop.town.other_ward, Role.LEADER, "elsewhere")
    with pytest.raises(NotFound):
        add(one_stop, by=leader)
    with pytest.raises(NotFound):
        commands.check_in(one_stop.own.pk, by=one_stop.town.stranger, now=at(8))


@pytest.mark.parametrize(("day", "fits"), [(14, False), (15, True), (16, True)])
def test_the_roster_of_a_past_day_is_not_written_anew(one_stop: OneStop, day: int, fits: bool) -> None:
    last = date(2023, 3, day)
    if fits:
        commands.end_duty_post(one_stop.own.pk, last_day=last, by=one_stop.town.leader, now=NOW)
        assert add(one_stop, valid_from=last).valid_from == last
        return
    with pytest.raises(PastIsFixed):
        commands.end_duty_post(one_stop.own.pk, last_day=last, by=one_stop.town.leader, now=NOW)
    with pytest.raises(PastIsFixed):
        add(one_stop, valid_from=last)


def test_duty_ends_after_it_begins(one_stop: OneStop) -> None:
    with pytest.raises(HoursBackwards):
        add(one_stop, begins=time(8), ends=time(8))


def test_the_gap_is_seen_the_same_morning_and_closes_when_somebody_comes(one_stop: OneStop) -> None:
    assert gaps(one_stop, 7, 39) == []
    assert gaps(one_stop, 7, 40) == ["own 07:30-07:40", "police 07:30-07:40"]
    commands.check_in(one_stop.police.pk, by=one_stop.officer_of_police, now=at(8))
    commands.check_in(one_stop.own.pk, by=one_stop.town.desk, now=at(7, 25))
    assert gaps(one_stop, 9) == ["police 07:30-08:00"]
    assert gaps(one_stop, 7, 50) == ["police 07:30-07:50"]  # as it stood then


def test_who_leaves_opens_the_gap_again_and_nobody_is_there_after_the_post_s_end(one_stop: OneStop) -> None:
    commands.check_in(one_stop.police.pk, by=one_stop.officer_of_police, now=at(7, 30))
    row = commands.check_in(one_stop.own.pk, by=one_stop.town.desk, now=at(7, 30))
    commands.check_out(row.pk, by=one_stop.town.desk, now=at(15))
    assert gaps(one_stop, 16) == ["own 15:00-16:00"]
    day = duty_day(one_stop.town.ward, TODAY, at(18))
    assert (len(day.there), [f"{gap.until:%H:%M}" for gap in day.gaps]) == (0, ["17:00"])


@pytest.mark.parametrize("moment", [at(17), at(8, day=18)], ids=["after its hours", "on a Saturday"])
def test_nobody_comes_to_a_post_that_awaits_nobody(one_stop: OneStop, moment: Any) -> None:
    with pytest.raises(PostNotToday):
        commands.check_in(one_stop.own.pk, by=one_stop.town.desk, now=moment)


def test_one_post_has_one_person(one_stop: OneStop) -> None:
    commands.check_in(one_stop.own.pk, by=one_stop.town.desk, now=at(8))
    with pytest.raises(AlreadyOnDuty):
        commands.check_in(one_stop.own.pk, by=one_stop.town.officer, now=at(9))
    commands.check_in(one_stop.own.pk, by=one_stop.town.desk, now=at(8, day=16))  # forgot to leave yesterday


def test_a_colleague_stands_in_and_the_row_says_for_whom(one_stop: OneStop) -> None:
    row = commands.check_in(one_stop.own.pk, by=one_stop.town.officer, now=at(8))
    assert row.standing_in_for == one_stop.town.desk
    event = Event.objects.get(kind="duty.checked_in")
    assert (event.ground, event.data["instead_of"]) == ("NĐ 61/2018/NĐ-CP Điều 12 khoản 8", "Mẫu desk")


def test_a_clerk_of_the_ward_does_not_cover_the_police(one_stop: OneStop) -> None:
    with pytest.raises(NotOfThisPost):
        commands.check_in(one_stop.police.pk, by=one_stop.town.desk, now=at(8))


def test_a_colleague_of_the_same_branch_covers_the_police(one_stop: OneStop) -> None:
    above = one_stop.town.ward.parent
    station = Unit.objects.create(
        code="H23.15.60", name="Công an mẫu", short_name="Công an mẫu", level="district", kind="vertical",
        branch="police", parent=above, path="H23.15/H23.15.60", valid_from=date(2019, 11, 1),
    )  # fmt: skip
    colleague = person(station, Role.OFFICER, "sergeant")
    person(one_stop.town.ward, Role.OFFICER, "nobody")
    one_stop.own.person = colleague  # on this roster, so that he sees the one-stop
    one_stop.own.save()
    assert commands.check_in(one_stop.police.pk, by=colleague, now=at(8)).standing_in_for == one_stop.officer_of_police


def test_a_recorded_substitute_covers_the_police_on_these_days_only(one_stop: OneStop) -> None:
    away(one_stop, substitute=one_stop.town.desk)
    assert commands.check_in(one_stop.police.pk, by=one_stop.town.desk, now=at(8)).standing_in_for_id
    assert gaps(one_stop, 9) == ["own 07:30-09:00", "police 07:30-08:00"]
    with pytest.raises(NotOfThisPost):
        commands.check_in(one_stop.police.pk, by=one_stop.town.desk, now=at(8, day=16))


def test_an_absence_needs_a_reason_which_stays_out_of_the_record(one_stop: OneStop) -> None:
    with pytest.raises(GroundNeeded):
        away(one_stop, ground="  ")
    with pytest.raises(SubstituteIsHimself):
        away(one_stop, substitute=one_stop.officer_of_police)
    away(one_stop, ground="Nằm viện")
    event = Event.objects.get(kind="duty.absence_entered")
    assert "Nằm viện" not in f"{event.ground} {event.data}"


def test_an_absence_is_known_from_when_it_was_recorded_until_it_is_withdrawn(one_stop: OneStop) -> None:
    row = away(one_stop, now=at(10))

    def grounds(hour: int) -> list[str]:
        day = duty_day(one_stop.town.ward, TODAY, at(hour))
        return [gap.ground for gap in day.gaps if gap.branch == "police"]

    commands.withdraw_duty_absence(row.pk, by=one_stop.town.leader, now=at(14))
    assert (grounds(9), grounds(11), grounds(15)) == ([""], ["Đi tập huấn"], ["", ""])
    with pytest.raises(NotFound):
        commands.withdraw_duty_absence(row.pk, by=one_stop.town.leader, now=at(15))


def test_an_absence_is_recorded_by_a_leader_and_not_by_a_clerk(one_stop: OneStop) -> None:
    with pytest.raises(NotPermitted):
        away(one_stop, by=one_stop.town.desk)


def test_who_is_named_on_the_roster_only_sees_that_one_stop_and_no_other(one_stop: OneStop) -> None:
    stray = User.objects.create(username="stray", full_name="Mẫu stray", demo=True)
    with pytest.raises(NotFound):
        commands.check_in(one_stop.police.pk, by=stray, now=at(8))


def come(one_stop: OneStop, pin: str, minute: int = 0) -> CheckIn:
    return commands.check_in_by_pin(
        one_stop.police.pk, person=one_stop.officer_of_police, pin=pin, by=one_stop.town.desk, now=at(8, minute)
    )  # fmt: skip


def test_by_pin_a_person_comes_and_leaves_at_another_s_computer(one_stop: OneStop) -> None:
    police = one_stop.officer_of_police
    commands.set_pin(PIN, by=police, now=at(7))
    row = come(one_stop, PIN)
    assert (row.how, row.person) == ("pin", police)
    event = Event.objects.get(kind="duty.checked_in")
    assert (event.actor_name, event.data["session_of"]) == ("Mẫu police", "Mẫu desk")
    with pytest.raises(NotYourCheckIn):
        commands.check_out(row.pk, by=one_stop.town.desk, now=at(9))
    commands.check_out_by_pin(row.pk, person=police, pin=PIN, by=one_stop.town.desk, now=at(9))
    row.refresh_from_db()
    assert row.out_at == at(9)


def test_a_wrong_pin_is_counted_and_the_sixth_try_is_not_even_compared(one_stop: OneStop) -> None:
    commands.set_pin(PIN, by=one_stop.officer_of_police, now=at(7))
    for _ in range(5):
        with pytest.raises(WrongPin):
            come(one_stop, "111112")
    with pytest.raises(PinClosed):
        come(one_stop, PIN)
    with pytest.raises(PinClosed):
        come(one_stop, PIN, minute=14)
    assert come(one_stop, PIN, minute=15).pk


def test_the_right_pin_forgets_the_wrong_ones(one_stop: OneStop) -> None:
    commands.set_pin(PIN, by=one_stop.officer_of_police, now=at(7))
    with pytest.raises(WrongPin):
        come(one_stop, "111112")
    come(one_stop, PIN)
    assert DutyPin.objects.get().wrong == 0


def test_without_a_pin_the_answer_is_that_of_a_wrong_one(one_stop: OneStop) -> None:
    with pytest.raises(WrongPin):
        come(one_stop, PIN)


@pytest.mark.parametrize("pin", ["12345", "1234567", "111111", "123456", "654321", "12345a", "", "１２３４５８"])
def test_a_pin_that_is_guessed_at_once_is_none(one_stop: OneStop, pin: str) -> None:
    with pytest.raises(PinTooSimple):
        commands.set_pin(pin, by=one_stop.town.desk, now=NOW)


def test_only_the_hash_of_a_pin_is_kept(one_stop: OneStop) -> None:
    commands.set_pin(PIN, by=one_stop.town.desk, now=NOW)
    assert PIN not in DutyPin.objects.get().hashed
    assert PIN not in str(Event.objects.get(kind="account.duty_pin_set").data)

"""What follows of itself: the signal verifies, what comes back is a repeat, lateness goes up; no failure stops it."""

from datetime import datetime
from typing import Any

import pytest

from motcua.base.clock import VIETNAM
from motcua.events.models import Event
from motcua.inspection import commands as inspection
from motcua.inspection.tests.test_run import LATER
from motcua.remedies import commands
from motcua.remedies.commands import follow
from motcua.remedies.models import Case, Remedy
from motcua.remedies.tests.scenes import DAY, SELF_CLOSING, Scene, common, reopen

MONDAY = datetime(2023, 4, 10, 9, 0, tzinfo=VIETNAM)  # three working days end on Thursday 13 April, 17:00


def on(day: int, hour: int = 9) -> datetime:
    """That day of April 2023."""
    return datetime(2023, 4, day, hour, 0, tzinfo=VIETNAM)


def test_when_the_signal_sees_no_cause_it_verifies_and_the_case_is_mended(scene: Scene) -> None:
    remedy = scene.ordered(SELF_CLOSING)
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    assert follow(now=LATER + 2 * DAY) == {"mended": 1}
    remedy.refresh_from_db()
    case = scene.case(SELF_CLOSING)
    assert (remedy.state, remedy.verified_by, remedy.verified_how) == ("verified", None, "signal")
    assert (case.state, case.closed_by, case.closed_at) == ("mended", None, LATER + DAY)


def test_twice_changes_nothing(scene: Scene) -> None:
    scene.ordered(SELF_CLOSING)
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    follow(now=LATER + 2 * DAY)
    events = Event.objects.count()
    assert follow(now=LATER + 2 * DAY) == {}
    assert Event.objects.count() == events


def test_what_nobody_decided_of_makes_no_case(scene: Scene) -> None:
    assert follow(now=LATER) == {}
    assert not Case.objects.exists()


def test_what_people_verified_is_mended_as_soon_as_the_signal_agrees(scene: Scene) -> None:
    remedy = scene.reported(SELF_CLOSING)
    commands.verify(remedy.pk, **common(scene.town.inspector, remedy.version))
    assert follow(now=LATER + DAY) == {}
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    assert follow(now=LATER + 2 * DAY) == {"mended": 1}
    remedy.refresh_from_db()
    assert remedy.verified_by == scene.town.inspector


@pytest.mark.parametrize(("day", "state"), [(13, "reported"), (14, "concluded")])
def test_after_three_working_days_the_signal_is_believed(scene: Scene, day: int, state: str) -> None:
    remedy = scene.reported(SELF_CLOSING)
    commands.verify(remedy.pk, **common(scene.town.inspector, remedy.version))
    follow(now=on(day))
    assert scene.case(SELF_CLOSING).state == state


def test_what_comes_back_is_a_new_case_linked_to_the_last_time(scene: Scene) -> None:
    scene.ordered(SELF_CLOSING)
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    follow(now=LATER + 2 * DAY)
    first = scene.case(SELF_CLOSING)
    reopen(scene.finding(SELF_CLOSING), LATER + 5 * DAY)
    assert follow(now=LATER + 6 * DAY) == {"repeated": 1}
    again = scene.case(SELF_CLOSING)
    assert (again.state, again.previous, again.episode) == ("noted", first, 2)
    assert follow(now=LATER + 6 * DAY) == {}


def test_closed_and_open_again_between_two_looks_are_two_cases(scene: Scene) -> None:
    scene.ordered(SELF_CLOSING)
    scene.mend(LATER + DAY)
    inspection.run(now=LATER + 2 * DAY)
    reopen(scene.finding(SELF_CLOSING), LATER + 5 * DAY)
    follow(now=LATER + 6 * DAY)
    first, again = Case.objects.filter(finding__signal=SELF_CLOSING).order_by("episode")
    assert (first.state, again.state, again.previous) == ("mended", "noted", first)


def test_when_an_acceptance_ends_the_same_case_goes_on(scene: Scene) -> None:
    scene.ordered(SELF_CLOSING, days=60)
    finding = scene.finding(SELF_CLOSING)
    inspection.accept(finding.pk, until=LATER + DAY, reason="Chờ", by=scene.town.inspector, now=LATER, seen=1)
    assert follow(now=LATER) == {}
    inspection.run(now=LATER + 2 * DAY)
    assert follow(now=LATER + 2 * DAY) == {"gone_on": 1}
    case = Case.objects.get(finding=finding)
    assert (case.state, case.episode, case.previous) == ("mending", 2, None)


def test_what_a_person_concluded_on_the_page_of_the_finding_ends_the_case(scene: Scene) -> None:
    remedy, finding = scene.ordered(), scene.finding()
    inspection.withdraw(finding.pk, reason="Nhầm", by=scene.town.inspector, now=LATER, seen=finding.version)
    assert follow(now=LATER) == {"explained": 1}
    remedy.refresh_from_db()
    assert (scene.case().state, remedy.state) == ("explained", "lifted")


# Due on Thursday 13: late by one working day on Friday 14, by five on Thursday 20.
@pytest.mark.parametrize(("moments", "level"), [
    ([on(13, 17)], 0), ([on(13, 18)], 0), ([on(14)], 1), ([on(16)], 1), ([on(19)], 1), ([on(20)], 1),
    ([on(14), on(19)], 1), ([on(14), on(20)], 2), ([on(20), on(20)], 2), ([on(14), on(20), on(28)], 2),
])  # fmt: skip
def test_what_is_late_goes_to_the_head_and_then_to_the_town(scene: Scene, moments: list[datetime], level: int) -> None:
    remedy = scene.ordered()
    for now in moments:
        follow(now=now)
    remedy.refresh_from_db()
    assert remedy.level == level == len(remedy.escalated)
    told = Event.objects.filter(stream=scene.case().stream, kind="remedy.escalated")
    assert [event.data["level"] for event in told.order_by("seq")] == list(range(1, level + 1))


def test_what_is_reported_in_time_goes_up_to_nobody(scene: Scene) -> None:
    remedy = scene.reported()
    assert follow(now=on(28)) == {}
    remedy.refresh_from_db()
    assert remedy.level == 0


def test_one_that_fails_stops_nothing_and_is_counted(scene: Scene, monkeypatch: Any, caplog: Any) -> None:
    first = scene.ordered()
    second = scene.ordered(SELF_CLOSING)
    whole = follow.__globals__["_late_days"]

    def late(unit_id: int, since: datetime, now: datetime) -> int:
        if not failed:
            failed.append(1)
            raise ValueError("a spoiled calendar")
        return int(whole(unit_id, since, now))

    failed: list[int] = []
    monkeypatch.setitem(follow.__globals__, "_late_days", late)
    assert follow(now=on(14)) == {"failed": 1, "escalated": 1}
    assert sorted(Remedy.objects.values_list("pk", "level")) == [(first.pk, 0), (second.pk, 1)]
    assert "_escalate" in caplog.text
    assert follow(now=on(14)) == {"escalated": 1}


def test_half_done_is_not_done(scene: Scene, monkeypatch: Any) -> None:
    remedy = scene.ordered()

    def broken(*_args: Any, **_more: Any) -> None:
        raise ValueError("the record is away")

    monkeypatch.setitem(follow.__globals__, "record", broken)
    assert follow(now=on(14)) == {"failed": 1}
    remedy.refresh_from_db()
    assert (remedy.level, remedy.escalated) == (0, [])

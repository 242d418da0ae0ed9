"""Follow-up is itself looked at: nothing is said of a unit that has not begun, and days count from when it began."""

from datetime import datetime, timedelta

import pytest

from motcua.base.clock import VIETNAM
from motcua.inspection import commands as inspection
from motcua.inspection.models import Finding
from motcua.inspection.sources import BadSource, Source, register, sources
from motcua.inspection.tests.test_run import LATER
from motcua.remedies import commands
from motcua.remedies.models import Case
from motcua.remedies.source import SOURCE
from motcua.remedies.tests.scenes import DAY, SELF_CLOSING, Scene, common


def at(day: int, hour: int = 9) -> datetime:
    """That day of April 2023; the first case is of Monday 10."""
    return datetime(2023, 4, day, hour, 0, tzinfo=VIETNAM)


def open_of(code: str) -> set[str]:
    return set(Finding.objects.filter(signal=code, state="open").values_list("subject", flat=True))


def test_nothing_is_said_of_a_unit_that_follows_nothing_up(scene: Scene) -> None:
    inspection.run(now=LATER + 90 * DAY, everything=True)
    assert Finding.objects.filter(state="open").exists()
    assert open_of("FUP01") == set()


@pytest.mark.parametrize(("day", "told"), [(17, False), (18, True)])
def test_a_finding_that_nobody_follows_is_told_after_five_working_days_of_following(
    scene: Scene, day: int, told: bool
) -> None:
    scene.ordered(days=60)
    inspection.run(now=at(day), everything=True)
    left = scene.finding(SELF_CLOSING)
    assert (f"followed:{left.pk}" in open_of("FUP01")) == told
    assert f"followed:{scene.finding().pk}" not in open_of("FUP01")


def test_it_closes_when_somebody_is_named_and_no_follow_up_is_followed_up(scene: Scene) -> None:
    scene.ordered(days=60)
    inspection.run(now=at(18))
    assert {one.partition(":")[0] for one in open_of("FUP01")} == {"followed"}
    subject = f"followed:{scene.finding(SELF_CLOSING).pk}"
    scene.ordered(SELF_CLOSING, days=60, now=at(18, 10))
    inspection.run(now=at(19))
    assert subject not in open_of("FUP01")
    inspection.run(now=at(28))
    own = set(Finding.objects.filter(signal__startswith="FUP").values_list("pk", flat=True))
    assert not {f"followed:{pk}" for pk in own} & open_of("FUP01")


def test_a_contest_without_answer_is_followed_and_a_confirmed_finding_is_not_yet(scene: Scene) -> None:
    commands.contest(scene.finding().pk, text="x", **common(scene.town.leader))
    given = {"cause": "x", "cause_code": "", "responsible": None}
    commands.confirm(scene.finding(SELF_CLOSING).pk, **given, **common(scene.town.inspector))  # type: ignore[arg-type]
    inspection.run(now=at(18), everything=True)
    assert f"followed:{scene.finding().pk}" not in open_of("FUP01")
    assert f"followed:{scene.finding(SELF_CLOSING).pk}" in open_of("FUP01")


def test_a_late_remedy_is_a_finding_from_its_hour_until_it_is_reported(scene: Scene) -> None:
    remedy = scene.ordered()  # until Thursday 13, 17:00
    inspection.run(now=at(13, 16))
    assert open_of("FUP02") == set()
    inspection.run(now=at(13, 18))
    assert open_of("FUP02") == {f"remedy:{remedy.pk}"}
    assert Finding.objects.get(signal="FUP02").opened_at == remedy.due_at
    commands.report(remedy.pk, text="Đã làm", shown=[commands.Shown("x")], **common(scene.town.officer, 1, now=at(14)))
    inspection.run(now=at(14, 14))
    assert open_of("FUP02") == set()


def test_day_after_day_finds_what_one_look_at_everything_finds(scene: Scene) -> None:
    scene.ordered()
    for day in range(10, 25):
        inspection.run(now=at(day))
    daily = sorted(Finding.objects.filter(signal__startswith="FUP").values_list("signal", "key", "state", "opened_at"))
    assert {signal for signal, *_ in daily} == {"FUP01", "FUP02"}
    assert inspection.run(now=at(24), everything=True).counts == {}
    assert Case.objects.count() == 1


def test_a_source_from_above_may_not_take_a_name_and_the_same_twice_is_one() -> None:
    register(*SOURCE)
    assert [one.name for one in SOURCE] == [name for name in sources() if name in {"followed", "remedy"}]
    with pytest.raises(BadSource):
        register(Source("dossier", SOURCE[0].words, SOURCE[0].all_of_them, SOURCE[0].to_look_at, SOURCE[0].read))


def test_the_days_are_those_of_the_unit_and_no_line_reaches_further_than_the_list(scene: Scene) -> None:
    scene.ordered(days=60)
    (fact,) = SOURCE[0].read([str(scene.finding(SELF_CLOSING).pk)], at(18))
    assert [f"{day:%d}" for day in fact.days] == ["11", "12", "13", "14", "17", "18"]  # type: ignore[attr-defined]
    (late,) = SOURCE[0].read([str(scene.finding(SELF_CLOSING).pk)], at(18) + timedelta(days=400))
    assert len(late.days) < 120  # type: ignore[attr-defined]

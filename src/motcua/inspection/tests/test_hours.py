"""The runs of a day: when they are, and that a post nobody came to is a finding the same morning."""

import pytest

from motcua.inspection import commands, tasks
from motcua.inspection.models import Finding
from motcua.organisations.models import CheckIn
from motcua.organisations.tests.conftest import OneStop, at

CRONS = {"every_morning": "10 23 * * *", "in_the_morning": "40 1 * * *", "in_the_afternoon": "10 7 * * *"}


@pytest.mark.parametrize(("name", "cron"), CRONS.items())
def test_the_signals_run_at_six_ten_eight_forty_and_two_ten_in_vietnam(name: str, cron: str) -> None:
    held = tasks.app.periodic_registry.periodic_tasks
    assert [one.cron for one in held.values() if one.task.name == f"motcua.inspection.tasks.{name}"] == [cron]


@pytest.mark.django_db
@pytest.mark.parametrize("name", CRONS)
def test_each_of_them_is_a_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = []
    monkeypatch.setattr(tasks, "run", lambda *, now: ran.append(now))
    getattr(tasks, name)(timestamp=0)
    assert len(ran) == 1


@pytest.mark.parametrize(("hour", "minute", "codes"), [(8, 29, set()), (8, 40, {"DUT01"})])
def test_a_post_nobody_came_to_is_a_finding_the_same_morning(
    one_stop: OneStop, hour: int, minute: int, codes: set[str]
) -> None:
    for post, who in ((one_stop.own, one_stop.town.desk), (one_stop.police, one_stop.officer_of_police)):
        CheckIn.objects.create(unit=post.unit, post=post, person=who, at=at(7, 30, day=14), how="sign_in")
    commands.run(now=at(6, 10))
    assert not Finding.objects.filter(signal="DUT01").exists()
    commands.run(now=at(hour, minute))
    assert set(Finding.objects.filter(signal="DUT01", state="open").values_list("signal", flat=True)) == codes

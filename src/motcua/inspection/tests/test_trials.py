"""Trying a signal in the browser: asked for, carried out by a job, read by its own administrator, then deleted."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.accounts.models import User
from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound, NotPermitted
from motcua.dossiers.tests.conftest import NOW, Town, person
from motcua.events.models import Event
from motcua.inspection import commands
from motcua.inspection.errors import BadSpan, UnknownThreshold
from motcua.inspection.models import Finding, SignalSetting, SignalTrial
from motcua.inspection.tests.test_pages import client_of
from motcua.inspection.tests.test_run import LATER

DAY = timedelta(days=1)
SPAN: dict[str, Any] = {"since": date(2023, 3, 1), "until": LATER.astimezone(VIETNAM).date()}


def asked(town: Town, code: str = "OVD01", **more: Any) -> SignalTrial:
    given: dict[str, Any] = {**SPAN, "thresholds": {}, "by": town.administrator, "now": LATER, **more}
    return commands.ask_trial(code, **given)


def carried_out(trial: SignalTrial) -> SignalTrial:
    commands.carry_out_trial(trial.pk, now=LATER)
    trial.refresh_from_db()
    return trial


def page_of(trial: SignalTrial, user: User, **more: Any) -> Any:
    return client_of(user).get(f"/inspection/trials/{trial.pk}", **more)


def test_a_trial_tells_what_would_be_opened_and_writes_nothing_else(town: Town) -> None:
    dossier = town.forwarded()
    events = Event.objects.count()
    trial = carried_out(asked(town))
    assert (trial.state, trial.number, trial.total, trial.done) == ("done", 1, 1, 1)
    assert dossier.promised is not None
    assert datetime.fromisoformat(trial.rows[0]["at"]) == dossier.promised
    assert trial.rows[0]["unit"] == town.ward.short_name
    assert (Event.objects.count(), Finding.objects.count(), SignalSetting.objects.count()) == (events, 0, 0)
    text = page_of(trial, town.administrator).content.decode()
    assert "Sẽ mở 1 phát hiện" in text
    assert f"{dossier.code} đã quá hạn mà chưa có phiếu xin lỗi" in text


def test_a_job_carries_it_out(town: Town) -> None:
    trial = asked(town)
    jobs = ProcrastinateJob.objects.filter(task_name="motcua.inspection.tasks.try_signal")
    assert [job.args for job in jobs] == [{"trial_id": trial.pk}]


def test_another_threshold_finds_another_number_and_the_others_are_those_in_force(town: Town) -> None:
    town.forwarded()
    commands.set_signal("DUT01", on=True, thresholds={"days": 3}, reason="x", by=town.administrator, now=NOW)
    assert carried_out(asked(town, thresholds={"hours": 24 * 365})).number == 0
    assert asked(town, "DUT01", thresholds={"minutes": 5}).thresholds == {"minutes": 5, "days": 3}


def test_what_opens_after_the_last_day_or_before_the_first_is_not_told(town: Town) -> None:
    dossier = town.forwarded()
    assert dossier.promised is not None
    due = dossier.promised.astimezone(VIETNAM).date()
    assert carried_out(asked(town, since=due, until=due)).number == 1
    assert carried_out(asked(town, until=due - DAY)).number == 0
    assert carried_out(asked(town, since=due + DAY)).number == 0


def test_of_more_than_can_be_shown_all_are_counted(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("motcua.inspection.commands.trials.SHOWN", 2)
    for _ in range(3):
        town.forwarded()
    trial = carried_out(asked(town))
    assert (trial.number, len(trial.rows)) == (3, 2)
    assert "Chỉ hiện 2 phát hiện cũ nhất" in page_of(trial, town.administrator).content.decode()


def test_what_is_not_known_is_said_to_be_unknown(town: Town) -> None:
    trial = carried_out(asked(town, "DUT01"))
    assert trial.total == trial.unknown > 0


def test_the_progress_is_shown_while_it_runs_and_the_page_comes_anew_when_it_is_over(town: Town) -> None:
    trial = asked(town)
    SignalTrial.objects.filter(pk=trial.pk).update(state="running", total=4000, done=1000)
    part = page_of(trial, town.administrator, headers={"HX-Request": "true"})
    assert 'value="25"' in part.content.decode()
    assert "HX-Refresh" not in part
    carried_out(trial)
    assert page_of(trial, town.administrator, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_one_that_is_over_is_left_alone(town: Town) -> None:
    trial = carried_out(asked(town))
    town.forwarded()
    assert carried_out(trial).number == 0


def test_one_that_breaks_says_so(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = asked(town)

    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("motcua.inspection.commands.trials.trying", broken)
    with pytest.raises(ZeroDivisionError):
        commands.carry_out_trial(trial.pk, now=LATER)
    assert "bị dừng vì lỗi" in page_of(trial, town.administrator).content.decode()


def test_it_is_deleted_after_thirty_days_and_not_before(town: Town) -> None:
    trial = asked(town)
    assert commands.sweep_trials(now=LATER + 30 * DAY) == 0
    assert commands.sweep_trials(now=LATER + 30 * DAY + timedelta(seconds=1)) == 1
    commands.carry_out_trial(trial.pk, now=LATER)  # a job that comes too late finds nothing to do


def test_only_an_administrator_tries_and_only_what_there_is(town: Town) -> None:
    with pytest.raises(NotPermitted):
        asked(town, by=town.inspector)
    with pytest.raises(NotFound):
        asked(town, "XXX99")
    with pytest.raises(UnknownThreshold):
        asked(town, thresholds={"cups": 2})
    for wrong in ({"since": SPAN["until"] + DAY}, {"until": SPAN["until"] + DAY}):
        with pytest.raises(BadSpan):
            asked(town, **wrong)
    assert not SignalTrial.objects.exists()


def test_a_trial_is_its_administrators_alone_and_of_the_units_below_him(town: Town) -> None:
    town.forwarded()
    other = person(town.other_ward, "administrator", "other-administrator")
    trial = carried_out(asked(town, by=other))
    assert trial.number == 0
    assert page_of(trial, town.administrator).status_code == 404
    assert page_of(trial, other).status_code == 200
    assert page_of(trial, town.leader).status_code == 404


def test_the_form_asks_for_a_trial_and_says_what_is_wrong(town: Town) -> None:
    client, path = Client(), "/inspection/signals/OVD01/try"
    client.force_login(town.administrator, backend="django.contrib.auth.backends.ModelBackend")
    good = {"try-since": "2023-01-01", "try-until": "2023-03-10", "try-hours": "0"}
    answer = client.post(path, {**good, "try-since": "2023-03-11"})
    assert (answer.status_code, "Ngày đầu phải trước hoặc bằng ngày cuối" in answer.content.decode()) == (422, True)
    answer = client.post(path, {**good, "try-hours": "-1"})
    assert (answer.status_code, 'id="id_try-hours_error"' in answer.content.decode()) == (422, True)
    answer = client.post(path, good)
    trial = SignalTrial.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"/inspection/trials/{trial.pk}")
    assert f"/inspection/trials/{trial.pk}" in client.get("/inspection/signals/OVD01").content.decode()
    assert client.post("/inspection/signals/NONE1/try", good).status_code == 404

"""The promised day as of a past moment is the one of then, whatever moved it since."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.accounts.system import SYSTEM
from motcua.base.clock import VIETNAM
from motcua.dossiers import commands as dossiers
from motcua.dossiers.commands.recompute import recompute_due
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.conftest import NOW, Town
from motcua.events.models import Event
from motcua.inspection.facts import Case
from motcua.inspection.sources import dossiers as source
from motcua.inspection.sources.promised import promised_then
from motcua.organisations import commands as calendars

IN_DAYS = "1.004884"  # a limit of the same day knows no pause
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def as_of(dossier: Dossier, at: datetime) -> Case:
    (found,) = source.cases([str(dossier.pk)], at)
    return found


def supplemented(town: Town, *, answered: datetime) -> tuple[Dossier, Case]:
    """A dossier whose supplement was brought later, and how a run saw it before."""
    dossier = town.forwarded(code=IN_DAYS)
    asked = dossiers.ask_supplement(
        dossier.ref, missing=["Bản sao"], reason="Thiếu", by=town.officer, now=NOW, seen=dossier.version
    )
    then = as_of(dossier, NOW + HOUR)
    dossiers.complete_supplement(dossier.ref, by=town.desk, now=answered, seen=asked.version)
    dossier.refresh_from_db()
    return dossier, then


def test_a_brought_supplement_moves_the_day_from_then_on_only(town: Town) -> None:
    answered = NOW + 5 * DAY
    dossier, then = supplemented(town, answered=answered)
    assert then.promised is not None
    assert dossier.promised is not None
    assert dossier.promised > then.promised
    assert as_of(dossier, NOW + HOUR) == then
    assert as_of(dossier, answered - timedelta(seconds=1)).promised == then.promised
    assert as_of(dossier, answered).promised == dossier.promised


def test_the_end_of_a_pause_moves_the_day_from_then_on_only(town: Town) -> None:
    dossier = town.forwarded(code=IN_DAYS)
    paused = dossiers.pause(
        dossier.ref, ground="Luật mẫu", document="1/CV", by=town.leader, now=NOW, seen=dossier.version
    )
    then = as_of(dossier, NOW + HOUR)
    dossiers.resume(dossier.ref, by=town.leader, now=NOW + 3 * DAY, seen=paused.version)
    assert as_of(dossier, NOW + HOUR) == then
    assert as_of(dossier, NOW + 3 * DAY).promised != then.promised


def test_a_changed_calendar_moves_the_day_from_then_on_only(town: Town) -> None:
    dossier = town.forwarded()
    then = as_of(dossier, NOW)
    assert then.promised is not None
    day = then.promised.astimezone(VIETNAM).date()
    calendars.decide_day(day=day, what="off", name="Bão", decision="01/QĐ", unit=None, by=town.administrator, now=NOW)
    assert recompute_due(because="Bão", by=SYSTEM, now=NOW + HOUR) == 1
    assert as_of(dossier, NOW).promised == then.promised
    assert as_of(dossier, NOW + HOUR).promised != then.promised


def test_each_of_several_moves_gives_the_day_between_them(town: Town) -> None:
    dossier, first = supplemented(town, answered=NOW + 5 * DAY)
    second = dossier.promised
    paused = dossiers.pause(
        dossier.ref, ground="Luật mẫu", document="1/CV", by=town.leader, now=NOW + 6 * DAY, seen=dossier.version
    )
    dossiers.resume(dossier.ref, by=town.leader, now=NOW + 9 * DAY, seen=paused.version)
    dossier.refresh_from_db()
    days = [as_of(dossier, NOW + n * DAY).promised for n in (1, 7, 9)]
    assert days == [first.promised, second, dossier.promised]
    assert len(set(days)) == 3


def test_an_act_of_an_older_release_gives_the_appointment_of_then(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier, then = supplemented(town, answered=NOW + 5 * DAY)
    written = Event.objects.get(kind="dossier.supplement_completed").data
    monkeypatch.setattr(
        "motcua.inspection.sources.promised._written",
        lambda data, name: datetime.fromisoformat(written[name]) if name == "appointment_before" else None,
    )
    assert promised_then([dossier.pk], NOW + HOUR) == {dossier.pk: then.promised}


def test_after_an_apology_the_promised_day_is_still_the_one_before_the_supplement(town: Town) -> None:
    dossier = town.forwarded()
    assert dossier.promised is not None
    late = dossier.promised + HOUR
    sorry = dossiers.apologise(
        dossier.ref, reason="Chờ", new_appointment=late + 20 * DAY, by=town.leader, now=late, seen=dossier.version
    )
    asked = dossiers.ask_supplement(
        dossier.ref, missing=["Bản sao"], reason="Thiếu", by=town.officer, now=late + HOUR, seen=sorry.version
    )
    then = as_of(dossier, late + HOUR)
    dossiers.complete_supplement(dossier.ref, by=town.desk, now=late + 3 * DAY, seen=asked.version)
    assert then.promised == dossier.promised
    assert as_of(dossier, late + HOUR) == then


def test_many_dossiers_cost_no_more_queries(town: Town) -> None:
    counts = []
    for more in (1, 4):
        for _ in range(more):
            supplemented(town, answered=NOW + 5 * DAY)
        ids = list(Dossier.objects.values_list("pk", flat=True))
        with CaptureQueriesContext(connection) as held:
            assert len(promised_then(ids, NOW + HOUR)) == len(ids)
        counts.append(len(held))
    assert counts == [3, 3]

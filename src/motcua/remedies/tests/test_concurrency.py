"""Two at once: one case, one decision, one level."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from motcua.dossiers.tests.conftest import make_town
from motcua.events.queries import faults
from motcua.inspection.tests.test_run import LATER
from motcua.remedies import commands, tasks
from motcua.remedies.errors import CaseChanged
from motcua.remedies.models import Case, Remedy
from motcua.remedies.tests.scenes import common, scene_of


def at_once(act: Any, times: int = 4) -> list[Any]:
    """What each of them came to."""

    def one(_place: int) -> Any:
        try:
            return act()
        except CaseChanged:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def fresh(user: Any) -> Any:
    """Each reads the account for itself, as each request does."""
    return type(user).objects.get(pk=user.pk)


@pytest.mark.django_db(transaction=True)
def test_of_four_who_decide_at_once_one_does_and_of_four_runs_one_escalates() -> None:
    scene = scene_of(make_town())
    pk, head = scene.finding().pk, scene.town.leader

    def contest() -> Any:
        return commands.contest(pk, text="Không phải", **common(fresh(head)))

    assert sum(one is not None for one in at_once(contest)) == 1
    assert Case.objects.count() == 1
    scene.ordered("OVD01", days=1)  # until Tuesday 11
    counts = at_once(lambda: commands.follow(now=LATER + timedelta(days=2)))
    assert sum(one["escalated"] for one in counts) >= 1
    remedy = Remedy.objects.get()
    assert (remedy.level, len(remedy.escalated)) == (1, 1)
    assert list(faults()) == []


def test_what_follows_is_looked_at_after_each_run_of_the_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    held = tasks.app.periodic_registry.periodic_tasks
    name = "motcua.remedies.tasks.after_the_signals"
    assert [one.cron for one in held.values() if one.task.name == name] == ["50 1,7,23 * * *"]
    ran = []
    monkeypatch.setattr(tasks, "follow", lambda *, now: ran.append(now))
    tasks.after_the_signals(timestamp=0)
    assert len(ran) == 1

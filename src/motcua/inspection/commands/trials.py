"""An administrator tries a signal in the browser: asked for, carried out by a job, deleted after its time.

Nothing but the trial's own row is written: no finding, no setting, no event.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction
from procrastinate.contrib.django import app

from motcua.base.clock import VIETNAM
from motcua.base.errors import NotFound
from motcua.inspection import policy
from motcua.inspection.errors import BadSpan
from motcua.inspection.models import SignalTrial
from motcua.inspection.policy import Action
from motcua.inspection.signals import registry
from motcua.inspection.trial import Progress, Tried, in_order, trying, wanted_thresholds
from motcua.organisations.models import Unit

SHOWN: Final = 200
KEPT: Final = timedelta(days=30)
JOB: Final = "motcua.inspection.tasks.try_signal"
State = SignalTrial.State


@transaction.atomic
def ask_trial(
    code: str, *, since: date, until: date, thresholds: Mapping[str, int], by: Any, now: datetime
) -> SignalTrial:
    """Have a signal tried on the days from `since` to `until`, by a job.

    Raises NotFound, NotPermitted, UnknownThreshold, BadSpan.
    """
    signal = registry().get(code)
    if signal is None:
        raise NotFound
    policy.require(Action.SET, by, None, now)
    wanted = wanted_thresholds(signal, thresholds)
    if not since <= until <= now.astimezone(VIETNAM).date():
        raise BadSpan
    made = SignalTrial.objects.create(code=code, thresholds=wanted, since=since, until=until, by=by, asked_at=now)
    app.configure_task(JOB, queue="runs").defer(trial_id=made.pk)
    return made


def carry_out_trial(pk: int, *, now: datetime) -> None:
    """Try it; how far it is can be seen meanwhile.

    One that is over, or deleted, is left alone; what a crash left is done again from the beginning.
    """
    trial = SignalTrial.objects.filter(pk=pk, state__in=(State.QUEUED, State.RUNNING)).select_related("by").first()
    if trial is None:
        return
    try:
        last = _walk(trial, now)
    except Exception:
        _note(trial, state=State.FAILED)
        raise
    found = in_order(last.found)
    _note(trial, state=State.DONE, number=len(found), rows=_rows(found[:SHOWN]))


def _walk(trial: SignalTrial, now: datetime) -> Progress:
    since, until = _begin(trial.since), _begin(trial.until + timedelta(days=1))
    last = Progress(0)
    for last in trying(trial.code, since=since, until=until, thresholds=trial.thresholds, by=trial.by, now=now):
        _note(trial, state=State.RUNNING, total=last.total, done=last.done, unknown=last.unknown,
              number=len(last.found))  # fmt: skip
    return last


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, VIETNAM)


def _note(trial: SignalTrial, **fields: Any) -> None:
    """Written at once, outside any transaction, so that the page sees it."""
    SignalTrial.objects.filter(pk=trial.pk).update(**fields)


def _rows(found: list[Tried]) -> list[dict[str, Any]]:
    names = dict(Unit.objects.filter(pk__in={one.found.unit_id for one in found}).values_list("pk", "short_name"))
    return [
        {"at": one.found.since.isoformat(), "unit": names[one.found.unit_id], "values": one.found.values}
        for one in found
    ]


def sweep_trials(*, now: datetime) -> int:
    """Trials past their time are deleted; how many."""
    return SignalTrial.objects.filter(asked_at__lt=now - KEPT).delete()[0]

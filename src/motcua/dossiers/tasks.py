"""Background work of dossiers: started by events, or by the clock."""

from datetime import timedelta
from typing import Final

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.accounts.system import SYSTEM
from motcua.base import clock
from motcua.dossiers.commands import succeed
from motcua.dossiers.commands.deadlines import pass_deadlines
from motcua.dossiers.commands.messages import MOST_TRIES, mark_unsure, send, tell
from motcua.dossiers.commands.recompute import recompute_due
from motcua.dossiers.commands.runs import carry_out, sweep
from motcua.events import queries as events
from motcua.events.subscriptions import subscribe
from motcua.web import idempotency

EXPORTS_KEPT: Final = timedelta(days=7)


def _recompute(event_id: int) -> None:
    event = events.get(event_id)
    because = str(event.data.get("name") or event.data.get("year") or "lịch làm việc")
    recompute_due(because=because, by=SYSTEM, now=clock.now())


@subscribe("calendar.day_decided", queue="calendars")
def after_day_decided(event_id: int) -> None:
    """A day was decided: due moments move (R9). May run twice, moves once."""
    _recompute(event_id)


@subscribe("calendar.day_revoked", queue="calendars")
def after_day_revoked(event_id: int) -> None:
    """A decision was taken back: due moments move back."""
    _recompute(event_id)


@subscribe("calendar.year_decided", queue="calendars")
def after_year_decided(event_id: int) -> None:
    """A year's days off are decided: dates in it are no longer provisional."""
    _recompute(event_id)


@subscribe("run.asked", queue="runs")
def after_run_asked(event_id: int) -> None:
    """Do what was ordered. May run twice: a run goes on where it stands."""
    carry_out(int(events.get(event_id).data["run"]), now=clock.now())


@app.task(queue="mail", name="motcua.dossiers.tasks.send_mail", retry=RetryStrategy(max_attempts=MOST_TRIES, wait=60))
def send_mail(message_id: int) -> None:
    """Send one e-mail; a failure is tried again after a minute, five times in all."""
    if not send(message_id, by=SYSTEM, now=clock.now()):
        raise RuntimeError("the mail server did not take it; tried again")


@app.periodic(cron="* * * * *")
@app.task(queue="clock", name="motcua.dossiers.tasks.every_minute", pass_context=False)
def every_minute(timestamp: int) -> None:
    """People are told of what happened since."""
    for message_id in tell(now=clock.now()):
        send_mail.defer(message_id=message_id)
    mark_unsure(now=clock.now())


@app.periodic(cron="*/10 * * * *")
@app.task(queue="clock", name="motcua.dossiers.tasks.every_ten_minutes", pass_context=False)
def every_ten_minutes(timestamp: int) -> None:
    """Joins whose deadline has passed go on."""
    pass_deadlines(by=SYSTEM, now=clock.now())


@app.periodic(cron="5 17 * * *")  # 00:05 in Vietnam
@app.task(queue="clock", name="motcua.dossiers.tasks.every_night", pass_context=False)
def every_night(timestamp: int) -> None:
    """Dossiers of units that ended pass on; old exports are swept."""
    succeed(by=SYSTEM, now=clock.now())
    sweep(before=clock.now() - EXPORTS_KEPT)
    idempotency.sweep(before=clock.now() - idempotency.KEPT)

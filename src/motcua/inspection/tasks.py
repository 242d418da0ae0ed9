"""Background work of the signals and of campaigns."""

from procrastinate.contrib.django import app

from motcua.base import clock
from motcua.inspection.commands import carry_out_campaign, carry_out_trial, reckon_entered, run, sweep_trials


@app.periodic(cron="10 23 * * *")  # 06:10 in Vietnam: before the one-stops open
@app.task(queue="clock", name="motcua.inspection.tasks.every_morning", pass_context=False)
def every_morning(timestamp: int) -> None:
    """The daily run."""
    run(now=clock.now())


@app.periodic(cron="40 1 * * *")  # 08:40 in Vietnam: a post that nobody came to is told the same morning
@app.task(queue="clock", name="motcua.inspection.tasks.in_the_morning", pass_context=False)
def in_the_morning(timestamp: int) -> None:
    """The run of the morning."""
    run(now=clock.now())


@app.periodic(cron="10 7 * * *")  # 14:10 in Vietnam
@app.task(queue="clock", name="motcua.inspection.tasks.in_the_afternoon", pass_context=False)
def in_the_afternoon(timestamp: int) -> None:
    """The run of the afternoon."""
    run(now=clock.now())


@app.task(queue="runs", name="motcua.inspection.tasks.try_signal")
def try_signal(trial_id: int) -> None:
    """Try a signal on past data. May run twice."""
    carry_out_trial(trial_id, now=clock.now())


@app.periodic(cron="55 17 * * *")  # 00:55 in Vietnam
@app.task(queue="clock", name="motcua.inspection.tasks.every_night", pass_context=False)
def every_night(timestamp: int) -> None:
    """Trials past their time are deleted."""
    sweep_trials(now=clock.now())


@app.periodic(cron="*/5 * * * *")
@app.task(queue="clock", name="motcua.inspection.tasks.what_was_entered", pass_context=False)
def what_was_entered(timestamp: int) -> None:
    """Missing dossiers that were entered meanwhile are missing no more."""
    reckon_entered(now=clock.now())


@app.task(queue="runs", name="motcua.inspection.tasks.carry_out", pass_context=False)
def carry_out(campaign_id: int) -> None:
    """Check what still waits in a campaign. May run twice: it goes on where it stands."""
    carry_out_campaign(campaign_id, now=clock.now())

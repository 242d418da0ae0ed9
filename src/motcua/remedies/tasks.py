"""Background work: what follows of findings and of the clock, soon after each run of the signals."""

from procrastinate.contrib.django import app

from motcua.base import clock
from motcua.remedies.commands import follow


@app.periodic(cron="50 1,7,23 * * *")  # 06:50, 08:50 and 14:50 in Vietnam: after the signals
@app.task(queue="clock", name="motcua.remedies.tasks.after_the_signals", pass_context=False)
def after_the_signals(timestamp: int) -> None:
    """Cases and remedies are brought in line. May run twice."""
    follow(now=clock.now())

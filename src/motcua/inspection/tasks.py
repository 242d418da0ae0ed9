"""Background work of the signals."""

from procrastinate.contrib.django import app

from motcua.base import clock
from motcua.inspection.commands import run


@app.periodic(cron="10 23 * * *")  # 06:10 in Vietnam: before the one-stops open
@app.task(queue="clock", name="motcua.inspection.tasks.every_morning", pass_context=False)
def every_morning(timestamp: int) -> None:
    """The daily run."""
    run(now=clock.now())

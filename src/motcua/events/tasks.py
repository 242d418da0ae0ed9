"""Background work of the record itself."""

from procrastinate.contrib.django import app

from motcua.base import clock
from motcua.events.commands import seal


@app.periodic(cron="*/10 * * * *")
@app.task(queue="clock", name="motcua.events.tasks.seal_events", pass_context=False)
def seal_events(timestamp: int) -> None:
    """Every ten minutes what was written is sealed."""
    seal(now=clock.now())

"""Background work of the portal."""

from procrastinate.contrib.django import app

from motcua.accounts.system import SYSTEM
from motcua.base import clock
from motcua.portal.commands import look_at_all


@app.periodic(cron="20 20 * * *")  # 03:20 in Vietnam
@app.task(queue="clock", name="motcua.portal.tasks.every_night", pass_context=False)
def every_night(timestamp: int) -> None:
    """Look at the units' sites."""
    look_at_all(by=SYSTEM, now=clock.now())

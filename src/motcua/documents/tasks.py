"""Background work of documents: started by events, or by the clock."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from procrastinate.contrib.django import app

from motcua.accounts.system import SYSTEM
from motcua.base import clock
from motcua.documents.commands import carry_out, draw, sweep, sweep_unnamed
from motcua.events import queries as events
from motcua.events.subscriptions import subscribe


@subscribe("format_check.asked", queue="runs")
def after_check_asked(event_id: int) -> None:
    """Check what was handed in. May run twice: it goes on where it stands."""
    carry_out(int(events.get(event_id).data["check"]), now=clock.now())


@subscribe("format_check.pages_asked", queue="runs")
def after_pages_asked(event_id: int) -> None:
    """Draw the pages of a document. May run twice: drawn pages are drawn over."""
    draw(int(events.get(event_id).data["file"]))


@app.periodic(cron="35 17 * * *")  # 00:35 in Vietnam
@app.task(queue="clock", name="motcua.documents.tasks.every_night", pass_context=False)
def every_night(timestamp: int) -> None:
    """Checks past their time are deleted with their files, and what a crash left behind."""
    now = clock.now()
    sweep(before=now - timedelta(days=settings.CHECKS_KEEP_DAYS), by=SYSTEM, now=now)
    sweep_unnamed(before=datetime.now(UTC) - timedelta(days=1))  # files bear the machine's time, not the town's

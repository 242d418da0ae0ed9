"""Background work of registers: long checks and imports, and the nightly sweep."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from motcua.base import clock
from motcua.registers.commands import carry_out, check, sweep


@app.task(queue="runs", name="motcua.registers.tasks.check_rows")
def check_rows(run_id: int) -> None:
    """Check a long file. May run twice."""
    check(run_id, now=clock.now())


@app.task(queue="runs", name="motcua.registers.tasks.import_rows")
def import_rows(run_id: int) -> None:
    """Import a long file. May run twice."""
    carry_out(run_id, now=clock.now())


@app.periodic(cron="45 17 * * *")  # 00:45 in Vietnam
@app.task(queue="clock", name="motcua.registers.tasks.every_night", pass_context=False)
def every_night(timestamp: int) -> None:
    """What was left lying is removed."""
    sweep(now=clock.now(), real_now=datetime.now(UTC))

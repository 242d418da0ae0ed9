"""What was checked is imported, or not."""

from datetime import datetime
from typing import Any

from django.db import transaction
from procrastinate.contrib.django import app

from motcua.registers import keeping, policy, queries
from motcua.registers.commands.carry_out import carry_out
from motcua.registers.commands.check import AT_ONCE
from motcua.registers.errors import NotAtThisStage
from motcua.registers.models import ImportRun
from motcua.registers.policy import Action

State = ImportRun.State


def ask_import(run_id: int, *, by: Any, now: datetime, at_once: bool = False) -> ImportRun:
    """Import the good rows: few at once, more by a job.

    at_once: the caller waits, however many there are. Raises NotFound, NotPermitted, NotAtThisStage.
    """
    with transaction.atomic():
        run = queries.run(run_id, user=by, lock=True)
        policy.register_for(run.register, Action.WRITE, by, now)
        if run.state != State.READY or not run.good:
            raise NotAtThisStage
        run.state = State.IMPORTING
        run.save(update_fields=["state"])
        if at_once or run.total <= AT_ONCE:
            carry_out(run.pk, now=now)
        else:
            app.configure_task("motcua.registers.tasks.import_rows", queue="runs").defer(run_id=run.pk)
    run.refresh_from_db()
    return run


@transaction.atomic
def cancel(run_id: int, *, by: Any) -> ImportRun:
    """Give an import up; its file goes, its report too. Raises NotFound, NotAtThisStage."""
    run = queries.run(run_id, user=by, lock=True)
    if run.over or run.state == State.IMPORTING:
        raise NotAtThisStage
    folder, run.folder, run.state = run.folder, "", State.CANCELLED
    run.save()
    run.faults.all().delete()
    transaction.on_commit(lambda: keeping.drop(folder))
    return run

"""The import itself: one transaction for the whole file, so that nothing is half done."""

from datetime import datetime
from typing import Final

from django.db import transaction

from motcua.base.errors import UserError
from motcua.events.commands import record
from motcua.registers import keeping, policy, upsert
from motcua.registers.commands.walk import UNEXPECTED, keep_report, walk
from motcua.registers.models import ImportRun
from motcua.registers.policy import Action
from motcua.registers.register import Register

State = ImportRun.State
COUNTS: Final = ("total", "good", "bad", "new", "changed", "same")


def carry_out(run_id: int, *, now: datetime) -> None:
    """Read the file again, as it was checked and by the rights of this moment, and write its good rows.

    May run twice: what is done is left as it is. A kill in the middle leaves register and import as they were.
    """
    try:
        _carry_out(run_id, now)
    except UserError as error:
        _failed(run_id, (error.words("vi"), error.words("en")), now)
    except Exception:
        _failed(run_id, UNEXPECTED, now)
        raise


def _failed(run_id: int, why: tuple[str, str], now: datetime) -> None:
    runs = ImportRun.objects.filter(pk=run_id, state=State.IMPORTING)
    runs.update(state=State.FAILED, finished_at=now, fault=why[0][:300], fault_en=why[1][:300])


@transaction.atomic
def _carry_out(run_id: int, now: datetime) -> None:
    locked = ImportRun.objects.select_for_update(of=("self",), no_key=True).select_related("by")
    run = locked.filter(pk=run_id, state=State.IMPORTING).first()
    if run is None:
        return
    register = policy.register_for(run.register, Action.WRITE, run.by, now)
    upsert.alone()
    tally = walk(run, register, by=run.by, now=now, save=True, tell=lambda _done: None)
    keep_report(run, tally)
    folder, run.folder, run.state, run.finished_at = run.folder, "", State.DONE, now
    run.save()
    _record(run, register, now)
    transaction.on_commit(lambda: keeping.drop(folder))


def _record(run: ImportRun, register: Register, now: datetime) -> None:
    """One event for the file: counts and its digest, nothing of its rows."""
    counts = {name: getattr(run, name) for name in COUNTS}
    data = {"register": register.name, "import": run.pk, "sha256": run.sha256, "unit": run.unit_id, **counts}
    record("register.imported", register.stream, by=run.by, at=now, ground=register.ground, data=data)

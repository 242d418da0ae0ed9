"""The dry check: how the heads fill the columns is said, then every row is read and nothing written."""

from collections.abc import Mapping as Map
from datetime import datetime
from itertools import islice
from typing import Any, Final

from django.db import transaction
from procrastinate.contrib.django import app

from motcua.base.errors import NotPermitted, UserError
from motcua.registers import headers, keeping, policy, queries, tables
from motcua.registers.commands.walk import UNEXPECTED, keep_report, walk
from motcua.registers.errors import ColumnsMissing, NotAtThisStage, UnknownHead
from motcua.registers.models import ImportRun, Mapping
from motcua.registers.policy import Action
from motcua.registers.reading import CONSTANT
from motcua.registers.register import Register

AT_ONCE: Final = 2000  # rows that are read while the page waits
State = ImportRun.State
MAY_CHECK: Final = (State.UPLOADED, State.CHECKING, State.READY, State.FAILED)


def ask_check(
    run_id: int, *, mapping: Map[str, str], unit_id: int | None, by: Any, now: datetime, at_once: bool = False
) -> ImportRun:
    """Say which head fills which column, remember it, and have the rows checked: a few at once, more by a job.

    at_once: the caller waits, however many there are. Raises NotFound, NotPermitted, NotAtThisStage, UnknownHead,
    ColumnsMissing.
    """
    with transaction.atomic():
        run = queries.run(run_id, user=by, lock=True)
        register = policy.register_for(run.register, Action.WRITE, by, now)
        if run.state not in MAY_CHECK:
            raise NotAtThisStage
        said = {name: head for name, head in mapping.items() if head}
        _require(register, run, said, unit_id=unit_id, by=by, now=now)
        run.mapping, run.unit_id, run.state, run.done, run.fault = said, unit_id, State.CHECKING, 0, ""
        run.save()
        digest = headers.digest(run.heads)
        Mapping.objects.create(register=register.name, digest=digest, columns=said, by=by, at=now)
        small = at_once or is_small(run)
        if not small:
            app.configure_task("motcua.registers.tasks.check_rows", queue="runs").defer(run_id=run.pk)
    if small:
        check(run.pk, now=now)
    run.refresh_from_db()
    return run


def _require(
    register: Register, run: ImportRun, said: Map[str, str], *, unit_id: int | None, by: Any, now: datetime
) -> None:
    known = {column.name for column in register.columns}
    for name, head in said.items():
        if name not in known or not (head.startswith(CONSTANT) or head in run.heads):
            raise UnknownHead(name=head if name in known else name)
    if unit_id is not None and unit_id not in {unit.pk for unit in policy.writable_units(by, register, now)}:
        raise NotPermitted
    given = {**said, "unit": "=" if unit_id is not None else said.get("unit", "")}
    if missing := headers.wanting(register.columns, given):
        names = [", ".join(column.words.words(language) for column in missing) for language in ("vi", "en")]
        raise ColumnsMissing(names_vi=names[0], names=names[1])


def is_small(run: ImportRun) -> bool:
    """Few enough rows to be read at once. What the file says of its length is not believed where it is short."""
    if run.expected > AT_ONCE * 2:
        return False
    with keeping.opened(run.folder) as source:
        return sum(1 for _ in islice(tables.lines_below(source, run.header), AT_ONCE + 1)) <= AT_ONCE


def check(run_id: int, *, now: datetime) -> None:
    """Read every row. May run twice; one that was cancelled or asked for anew meanwhile is left as it is."""
    run = ImportRun.objects.select_related("by").filter(pk=run_id, state=State.CHECKING).first()
    if run is None:
        return
    try:
        register = policy.register_for(run.register, Action.WRITE, run.by, now)
        tally = walk(run, register, by=run.by, now=now, save=False, tell=lambda done: _told(run, done))
    except UserError as error:
        _failed(run, (error.words("vi"), error.words("en")), now)
        return
    except Exception:
        _failed(run, UNEXPECTED, now)
        raise
    with transaction.atomic():
        found = _still(run)
        if found is not None:
            keep_report(found, tally)
            found.state = State.READY
            found.save()


def _still(run: ImportRun) -> ImportRun | None:
    """The run, locked, if it is still being checked as it was when we began."""
    found = ImportRun.objects.select_for_update(no_key=True).filter(pk=run.pk, state=State.CHECKING).first()
    return found if found and (found.mapping, found.unit_id) == (run.mapping, run.unit_id) else None


def _told(run: ImportRun, done: int) -> None:
    ImportRun.objects.filter(pk=run.pk, state=State.CHECKING).update(done=done)


@transaction.atomic
def _failed(run: ImportRun, why: tuple[str, str], now: datetime) -> None:
    if found := _still(run):
        found.state, found.finished_at = State.FAILED, now
        found.fault, found.fault_en = why[0][:300], why[1][:300]
        found.save()

"""Exports and acts on many: asked in a moment, done in the background, each row its own transaction and result."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final
from uuid import uuid4

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction

from motcua.base.errors import NotFound, UserError
from motcua.dossiers import exporting, selection
from motcua.dossiers.commands.work import assign, forward, take
from motcua.dossiers.errors import NothingChosen
from motcua.dossiers.models import Dossier, Run
from motcua.dossiers.selection import Selection
from motcua.engines.worktime import WorktimeError
from motcua.events.commands import record

GROUND: Final = "NĐ 61/2018/NĐ-CP Điều 18, 19; NĐ 118/2025/NĐ-CP Điều 18, 19"
MANY: Final[Mapping[str, Callable[..., Dossier]]] = {"forward": forward, "assign": assign, "take": take}
EXPORT_NOTED_EVERY: Final = 2000


@transaction.atomic
def ask_export(chosen: Selection, *, form: str, language: str, by: Any, now: datetime) -> Run:
    """Order a list as "xlsx" or "csv" of all that the selection shows. Who exports what is in the record."""
    order = {"selection": chosen.as_json(), "form": form if form in exporting.WRITERS else "xlsx", "language": language}
    return _ask(Run.Kind.EXPORT, order, by=by, now=now)


@transaction.atomic
def ask_many(
    act: str, *, refs: Sequence[str], chosen: Selection | None, more: Mapping[str, object], by: Any, now: datetime
) -> Run:
    """Order an act on the dossiers named, or on all that a selection shows. Raises NothingChosen, NotFound."""
    if act not in MANY:
        raise NotFound
    if not refs and chosen is None:
        raise NothingChosen
    order = {"act": act, "refs": list(refs), "selection": chosen.as_json() if chosen else None, "more": dict(more)}
    return _ask(Run.Kind.MANY, order, by=by, now=now)


def _ask(kind: str, order: Mapping[str, object], *, by: Any, now: datetime) -> Run:
    run = Run.objects.create(user=by, kind=kind, order=order, asked_at=now)
    record("run.asked", f"runs:{by.pk}", by=by, at=now, ground=GROUND, data={"run": run.pk, "kind": kind, **order})
    return run


def carry_out(run_id: int, *, now: datetime) -> None:
    """Do what a run orders, with the rights its owner has now; a run that is done is not done again."""
    run = Run.objects.select_related("user").get(pk=run_id)
    if run.stage == Run.Stage.DONE:
        return
    Run.objects.filter(pk=run.pk).update(stage=Run.Stage.RUNNING)
    try:
        if run.kind == Run.Kind.EXPORT:
            _export(run, now)
        else:
            _do_many(run, now)
    except Exception:
        Run.objects.filter(pk=run.pk).update(stage=Run.Stage.STOPPED)
        raise
    Run.objects.filter(pk=run.pk).update(stage=Run.Stage.DONE, finished_at=now)


def _export(run: Run, now: datetime) -> None:
    form = run.order["form"]
    rows = selection.dossiers(Selection.read(run.order["selection"]), run.user, now).order_by("pk")
    Run.objects.filter(pk=run.pk).update(total=rows.count(), done=0)
    related = rows.select_related("procedure__procedure", "unit", "desk").iterator(chunk_size=2000)
    path = exporting.scratch(form)
    try:
        exporting.WRITERS[form](exporting.heads(run.order["language"]), _counted(exporting.rows_of(related), run), path)
        with path.open("rb") as file:
            kept = default_storage.save(f"exports/{uuid4()}.{form}", File(file))
    finally:
        path.unlink()
    Run.objects.filter(pk=run.pk).update(path=kept)


def _counted(rows: Iterator[list[str]], run: Run) -> Iterator[list[str]]:
    """The rows, with the progress noted now and then."""
    count = 0
    for count, row in enumerate(rows, start=1):
        if count % EXPORT_NOTED_EVERY == 0:
            Run.objects.filter(pk=run.pk).update(done=count)
        yield row
    Run.objects.filter(pk=run.pk).update(done=count)


def _do_many(run: Run, now: datetime) -> None:
    """Row by row from where it stands: a run that a killed worker left goes on after its last row."""
    order = run.order
    if not order["refs"]:
        rows = selection.dossiers(Selection.read(order["selection"]), run.user, now).exclude(code=None)
        order["refs"] = list(rows.order_by("pk").values_list("code", flat=True))
    run.order, run.total = order, len(order["refs"])
    run.save(update_fields=["order", "total"])
    for ref in order["refs"][run.done :]:
        fault = _one(run, ref, now)
        if fault:
            run.results = [*run.results, {"ref": ref, "why": fault}]
            run.done, run.failed = run.done + 1, run.failed + 1
            run.save(update_fields=["done", "failed", "results"])


def _one(run: Run, ref: str, now: datetime) -> str:
    """One dossier and the count of it in one transaction; the reason in words where it could not be done."""
    rows = selection.dossiers(Selection("all"), run.user, now).values_list("version", flat=True)
    try:
        with transaction.atomic():
            seen = rows.filter(code=ref).first()
            if seen is None:
                raise NotFound
            MANY[run.order["act"]](ref, by=run.user, now=now, seen=seen, **run.order["more"])
            Run.objects.filter(pk=run.pk).update(done=run.done + 1)
    except (UserError, WorktimeError) as error:
        return error.words("vi")
    run.done += 1
    return ""


@transaction.atomic
def sweep(*, before: datetime) -> int:
    """Exports older than `before` are removed from the storage; their line in the list stays. Returns how many."""
    rows = list(Run.objects.filter(asked_at__lt=before).exclude(path=""))
    for run in rows:
        default_storage.delete(run.path)
        Run.objects.filter(pk=run.pk).update(path="")
    return len(rows)

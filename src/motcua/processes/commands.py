"""Putting internal processes in force. A version is never changed: what is new is a new version."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils.translation import get_language

from motcua.base.errors import NotFound
from motcua.catalogue.models import Procedure, Terms
from motcua.events.commands import record
from motcua.processes import description, policy
from motcua.processes.description import HOURS, Described, Description
from motcua.processes.errors import ProcessDates, ProcessFaulty
from motcua.processes.models import ProcessVersion, Step

DATA: Final = Path(__file__).parent / "data"
GROUND: Final = "TT 01/2018/TT-VPCP Điều 8"
STREAM: Final = "catalogue"


@transaction.atomic
def lay_processes(*, by: Any, now: datetime, folder: Path = DATA) -> int:
    """Put the processes written in `folder`, a YAML file each, in force; returns how many are new."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))]
    known = set(ProcessVersion.objects.values_list("procedure__code", flat=True))
    read = [(description.read(text), text) for text in texts]
    new = [(one, text) for one, text in read if one.procedure not in known]
    for one, text in new:
        _write(one, text, number=1)
    if new:
        data = {"procedures": [one.procedure for one, _ in new]}
        record("process.laid", STREAM, by=by, at=now, ground=GROUND, data=data)
    return len(new)


@transaction.atomic
def publish(text: str, *, by: Any, now: datetime) -> ProcessVersion:
    """Put a new version in force from its date; the one before it ends the day before. No open dossier moves.

    Raises NotPermitted, ProcessUnreadable, ProcessFaulty with every fault, ProcessDates, NotFound for a procedure
    the catalogue lacks.
    """
    policy.require(policy.Action.PUBLISH, by, now)
    one = description.read(text)
    procedure = Procedure.objects.select_for_update(no_key=True).filter(code=one.procedure).first()
    if procedure is None:
        raise NotFound
    if found := description.faults_of(one, limit_hours(procedure, one.valid_from)):
        language = get_language() or "vi"
        raise ProcessFaulty(faults=" ".join(fault.en if language.startswith("en") else fault.vi for fault in found))
    before = procedure.processes.order_by("-number").first()
    if before is not None:
        if before.valid_from >= one.valid_from:
            raise ProcessDates(day=f"{before.valid_from:%d/%m/%Y}")
        ProcessVersion.objects.filter(pk=before.pk).update(valid_to=one.valid_from - timedelta(days=1))
    version = _write(one, text, number=before.number + 1 if before else 1)
    data = {"procedure": one.procedure, "number": version.number, "valid_from": one.valid_from.isoformat(),
            "decision": one.decision}  # fmt: skip
    record("process.published", STREAM, by=by, at=now, ground=GROUND, data=data)
    return version


def limit_hours(procedure: Procedure, on: date) -> float | None:
    """The procedure's shortest limit on that day in working hours; None where it is not in working time."""
    rows = Terms.objects.filter(version__procedure=procedure, limit_unit__in=HOURS).exclude(limit_quantity="")
    rows = rows.exclude(version__valid_to__lt=on).order_by("version__source_rank")
    return min((float(Fraction(row.limit_quantity)) * HOURS[row.limit_unit] for row in rows), default=None)


def limit_of_procedure(code: str, on: date) -> float | None:
    """The same by the procedure's code; None for one the catalogue lacks."""
    procedure = Procedure.objects.filter(code=code).first()
    return limit_hours(procedure, on) if procedure else None


def _write(one: Description, text: str, *, number: int) -> ProcessVersion:
    procedure = Procedure.objects.get(code=one.procedure)
    version = ProcessVersion.objects.create(
        procedure=procedure, number=number, valid_from=one.valid_from, decision=one.decision, text=text
    )
    Step.objects.bulk_create(_row(version, place, step) for place, step in enumerate(one.steps, start=1))
    return version


def _row(version: ProcessVersion, place: int, step: Described) -> Step:
    return Step(
        version=version, place=place, key=step.key, name=step.name, kind=step.kind, role=step.role, at=step.at,
        limit_quantity=step.quantity, limit_unit=step.unit, after=list(step.after), join=step.join,
        when={name: list(values) for name, values in step.when.items()}, output=step.output, message=step.message,
    )  # fmt: skip

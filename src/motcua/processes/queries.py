"""Reading internal processes; they are public by law (TT 01/2018/TT-VPCP Điều 8)."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from motcua.base.errors import NotFound
from motcua.catalogue.models import ProcedureVersion
from motcua.engines.flow import Flow, Join
from motcua.engines.flow import Step as FlowStep
from motcua.processes.models import ProcessVersion, Step, StepKind

_NAMED = ProcedureVersion.objects.filter(procedure=OuterRef("procedure")).order_by("source_rank", "-number")


def visible_to(_user: Any = None) -> QuerySet[ProcessVersion]:
    """All versions: processes are published."""
    return ProcessVersion.objects.all()


def in_force(procedure_id: int, on: date) -> ProcessVersion | None:
    """The process of a procedure on that day, the newest version of it; None where there is none."""
    rows = visible_to().filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), procedure_id=procedure_id)
    return rows.filter(valid_from__lte=on).order_by("-number").first()


def version(procedure: str, number: int) -> ProcessVersion:
    """One version by the procedure's code, with `procedure_name`. Raises NotFound."""
    rows = visible_to().select_related("procedure").annotate(procedure_name=Subquery(_NAMED.values("name")[:1]))
    found = rows.filter(procedure__code=procedure, number=number).first()
    if found is None:
        raise NotFound
    return found


def versions_of(procedure: str) -> QuerySet[ProcessVersion]:
    """All versions of a procedure's process, newest first."""
    return visible_to().filter(procedure__code=procedure).order_by("-number")


def latest_with_names() -> QuerySet[ProcessVersion]:
    """The newest version of each process with `procedure_name`, `field_name` and `step_count`, by code."""
    newest = ProcessVersion.objects.order_by("procedure__code", "-number").distinct("procedure__code").values("pk")
    rows = visible_to().filter(pk__in=newest).select_related("procedure").annotate(
        procedure_name=Subquery(_NAMED.values("name")[:1]), field_name=Subquery(_NAMED.values("field__name")[:1]),
        step_count=Count("steps"),
    )  # fmt: skip
    return rows.order_by("procedure__code")


def steps_of(version_id: int) -> tuple[Step, ...]:
    """All steps of a version in order. A version never changes, so they are read once a process."""
    return _steps(str(connection.settings_dict["NAME"]), version_id)


def flow_of(version_id: int) -> Flow:
    """The same as the engine sees it."""
    return _flow(str(connection.settings_dict["NAME"]), version_id)


@lru_cache(maxsize=2048)
def _steps(_database: str, version_id: int) -> tuple[Step, ...]:
    return tuple(Step.objects.filter(version_id=version_id).order_by("place"))


@lru_cache(maxsize=2048)
def _flow(database: str, version_id: int) -> Flow:
    return Flow(tuple(as_flow(step) for step in _steps(database, version_id)))


def as_flow(step: Step) -> FlowStep:
    """A stored step for the engine; limits play no part in its course."""
    when = {name: tuple(values) for name, values in step.when.items()}
    return FlowStep(step.key, step.name, tuple(step.after), Join.read(step.join), when, 0,
                    is_end=step.kind == StepKind.RETURN)  # fmt: skip

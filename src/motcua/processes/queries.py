"""Reading internal processes; they are public by law (TT 01/2018/TT-VPCP Điều 8)."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from motcua.processes.models import ProcessVersion, Step


def visible_to(_user: Any = None) -> QuerySet[ProcessVersion]:
    """All versions: processes are published."""
    return ProcessVersion.objects.all()


def in_force(procedure_id: int, on: date) -> ProcessVersion | None:
    """The process of a procedure on that day, the newest version of it; None where there is none."""
    rows = visible_to().filter(Q(valid_to__isnull=True) | Q(valid_to__gte=on), procedure_id=procedure_id)
    return rows.filter(valid_from__lte=on).order_by("-number").first()


def first_step(process: ProcessVersion) -> Step:
    """Where a dossier begins."""
    return Step.objects.filter(version=process).order_by("place")[0]


def step_after(step: Step) -> Step | None:
    """The next step of the line; None after the last."""
    return Step.objects.filter(version_id=step.version_id, place__gt=step.place).order_by("place").first()


def steps_of(process: ProcessVersion) -> QuerySet[Step]:
    """All steps in order."""
    return Step.objects.filter(version=process).order_by("place")

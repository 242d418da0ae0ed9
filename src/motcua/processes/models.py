"""Internal processes (quy trình nội bộ) in versions. A dossier keeps the version it began with."""

from django.db import models

from motcua.catalogue.models import Procedure
from motcua.organisations.models import Role


class StepKind(models.TextChoices):
    """What is done at a step; the rules of dossiers hang on it."""

    FORWARD = "forward", "Tiếp nhận, chuyển xử lý"
    ASSIGN = "assign", "Phân công"
    RESOLVE = "resolve", "Thẩm định, giải quyết"
    APPROVE = "approve", "Phê duyệt"
    RETURN = "return", "Trả kết quả"


class ProcessVersion(models.Model):
    """One version of the process of a procedure. Dates are inclusive."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="processes")
    number = models.PositiveIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    decision = models.CharField(max_length=200)

    class Meta:
        db_table = "processes_version"
        constraints = [models.UniqueConstraint(fields=["procedure", "number"], name="process_number_once")]


class Step(models.Model):
    """One step: who does it, in what time, and which steps follow.

    limit_quantity, limit_unit: as in the catalogue; empty where the step has no limit of its own.
    after: keys of the steps it follows; the first slice runs them one after another, several are a join.
    """

    version = models.ForeignKey(ProcessVersion, models.CASCADE, related_name="steps")
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=StepKind)
    role = models.CharField(max_length=20, choices=Role)
    limit_quantity = models.CharField(max_length=12, blank=True)
    limit_unit = models.CharField(max_length=20, blank=True)
    after = models.JSONField(default=list)

    class Meta:
        db_table = "processes_step"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="step_key_once"),
            models.UniqueConstraint(fields=["version", "place"], name="step_place_once"),
        ]

"""Internal processes (quy trình nội bộ) in versions. A dossier keeps the version it began with."""

from django.db import models
from django.db.models import F, Q

from motcua.catalogue.models import Procedure
from motcua.organisations.models import Role


class StepKind(models.TextChoices):
    """What is done at a step; the rules of dossiers hang on it."""

    FORWARD = "forward", "Tiếp nhận, chuyển xử lý"
    ASSIGN = "assign", "Phân công"
    RESOLVE = "resolve", "Thẩm định, giải quyết"
    CONSULT = "consult", "Lấy ý kiến"
    APPROVE = "approve", "Phê duyệt"
    AUTOMATIC = "automatic", "Tự động"
    RETURN = "return", "Trả kết quả"


class ProcessVersion(models.Model):
    """One version of the process of a procedure. Dates are inclusive. text: the YAML it was written in."""

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="processes")
    number = models.PositiveIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    decision = models.CharField(max_length=200)
    text = models.TextField(blank=True, default="")

    class Meta:
        db_table = "processes_version"
        constraints = [
            models.UniqueConstraint(fields=["procedure", "number"], name="process_number_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="process_dates"
            ),
        ]


class Step(models.Model):
    """One step: who does it where and in what time, which steps it follows, and on what condition. Never changed.

    limit_quantity, limit_unit: as in the catalogue; empty where the step has no limit of its own.
    after: keys of the steps it follows; join: how many of them it waits for ("all", "any", "2", "deadline").
    at: the unit that does it (places.Place). when: fact → values. output: what the step produces.
    message: what an automatic step tells the applicant.
    """

    version = models.ForeignKey(ProcessVersion, models.PROTECT, related_name="steps")
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, choices=StepKind)
    role = models.CharField(max_length=20, choices=Role, blank=True)
    limit_quantity = models.CharField(max_length=12, blank=True)
    limit_unit = models.CharField(max_length=20, blank=True)
    after = models.JSONField(default=list)
    join = models.CharField(max_length=10, default="all")
    at = models.CharField(max_length=120, default="own")
    when = models.JSONField(default=dict)
    output = models.CharField(max_length=300, blank=True, default="")
    message = models.TextField(blank=True, default="")

    class Meta:
        db_table = "processes_step"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="step_key_once"),
            models.UniqueConstraint(fields=["version", "place"], name="step_place_once"),
        ]

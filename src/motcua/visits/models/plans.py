"""The plan of a year: which units are inspected in which month, and why these."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit


class Plan(models.Model):
    """What `unit` means to inspect in a year (NĐ 63/2010/NĐ-CP Điều 35a). number, issued_on: of the document.

    coverage: in words, which share of the units below it is reached. Unannounced visits are never in it.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        ISSUED = "issued", _("Đã ban hành")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="inspection_plans")
    year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=100, blank=True, default="")
    issued_on = models.DateField(null=True)
    coverage = models.CharField(max_length=500, blank=True, default="")
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "visits_plan"
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="plan_once_a_year"),
            models.CheckConstraint(
                condition=~Q(state="issued") | (~Q(number="") & Q(issued_on__isnull=False)),
                name="issued_plan_has_number",
            ),
        ]

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"inspection-plan:{self.pk}"


class PlannedUnit(models.Model):
    """One unit of a plan. why: rows of {"reason", "value"}: what spoke for it when the plan was made (proposing.py)."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    month = models.PositiveSmallIntegerField()
    why = models.JSONField(default=list)

    class Meta:
        db_table = "visits_planned_unit"
        constraints = [
            models.UniqueConstraint(fields=["plan", "unit", "month"], name="planned_unit_once_a_month"),
            models.CheckConstraint(condition=Q(month__range=(1, 12)), name="planned_unit_month"),
        ]

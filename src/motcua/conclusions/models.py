"""A conclusion from its draft to its issue, and the figures it stands on."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit


class Conclusion(models.Model):
    """The conclusion of a unit on the reform of a year, its own and of all below it.

    as_of: the data were read as of this moment. sentences, demands: as in composing.report (as_json), with what people
    changed. hand: why a number differs from the data, by the code of its sentence. paper: SHA-256 of the issued .docx
    in the store. version: raised by each change.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Dự thảo")
        ISSUED = "issued", _("Đã ban hành")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="conclusions")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    as_of = models.DateTimeField()
    since = models.DateField()
    until = models.DateField()
    sentences = models.JSONField(default=list)
    demands = models.JSONField(default=list)
    hand = models.JSONField(default=dict)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    number = models.CharField(max_length=20, blank=True, default="")
    issued_on = models.DateField(null=True)
    signer = models.CharField(max_length=200, blank=True, default="")
    deputy = models.BooleanField(default=False)
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    paper = models.CharField(max_length=64, blank=True, default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "conclusions_conclusion"
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], condition=Q(state="draft"), name="one_draft_a_year"),
            models.CheckConstraint(
                condition=Q(state="draft") | (Q(issued_on__isnull=False) & ~Q(number="") & ~Q(paper="")),
                name="issued_with_number_day_and_paper",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-year", "-id"], name="conclusion_of_unit")]

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"conclusion:{self.pk}"

    @property
    def issued(self) -> bool:
        """May nothing of it be changed any more?"""
        return self.state == self.State.ISSUED


class StoredFigure(models.Model):
    """A figure of a conclusion as it was reckoned (figures.figure.Reckoned). records: rows of label, ref, unit."""

    conclusion = models.ForeignKey(Conclusion, models.CASCADE, related_name="figures")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=60)
    label_vi = models.CharField(max_length=300)
    label_en = models.CharField(max_length=300)
    how_vi = models.CharField(max_length=500)
    how_en = models.CharField(max_length=500)
    value = models.BigIntegerField(null=True)
    text = models.TextField()
    query = models.JSONField(null=True)
    parts = models.JSONField(default=list)
    records = models.JSONField(default=list)

    class Meta:
        db_table = "conclusions_figure"
        constraints = [models.UniqueConstraint(fields=["conclusion", "code"], name="figure_once")]

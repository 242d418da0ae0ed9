"""Checklists: a template, and its versions, which never change once published."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class TemplateKind(models.TextChoices):
    COMMUNE = "commune", _("Xã, phường")
    DIVISION = "division", _("Phòng chuyên môn")
    THEMATIC = "thematic", _("Chuyên đề")


class ChecklistTemplate(models.Model):
    """A checklist under its name, for units of a kind."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=10, choices=TemplateKind)

    class Meta:
        db_table = "visits_checklist_template"

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"checklist:{self.pk}"

    def __str__(self) -> str:
        return self.name


class TemplateVersion(models.Model):
    """One published state of a template: editing makes the next version, visits keep theirs.

    content: [{"number", "title", "questions": [{"id", "text", "ground", "mark", "weight", "kind", "signals",
    "evidence", "population"}]}], as checklists.read_content takes it. by: None: what the software brings.
    """

    template = models.ForeignKey(ChecklistTemplate, models.PROTECT, related_name="versions")
    version = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    content = models.JSONField()

    class Meta:
        db_table = "visits_template_version"
        constraints = [
            models.UniqueConstraint(fields=["template", "version"], name="template_version_once"),
            models.CheckConstraint(condition=Q(version__gte=1), name="template_version_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.template}, v{self.version}"

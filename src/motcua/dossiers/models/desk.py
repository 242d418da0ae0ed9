"""What belongs to one person's desk: saved filters, the last look, and long runs (exports, acts on many)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SavedFilter(models.Model):
    """A filter of the queue that somebody comes back to. query: as in the address; nothing personal is in it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=200)

    class Meta:
        db_table = "dossiers_saved_filter"
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="filter_name_once")]


class Look(models.Model):
    """When a person last looked at his queue: what came after `before` is new to him. One row a person."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="look")
    before = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        db_table = "dossiers_look"


class Run(models.Model):
    """Something that takes longer than a page: an export, or an act on many dossiers; with its progress.

    order: what was asked (runs.Order as JSON). total, done, failed: rows. results: of rows that failed, the code
    and why. path: of the file an export made, in the storage, until it is swept.
    """

    class Kind(models.TextChoices):
        EXPORT = "export", _("Xuất danh sách")
        MANY = "many", _("Làm nhiều hồ sơ")

    class Stage(models.TextChoices):
        QUEUED = "queued", _("Đang chờ")
        RUNNING = "running", _("Đang chạy")
        DONE = "done", _("Xong")
        STOPPED = "stopped", _("Bị dừng")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="runs")
    kind = models.CharField(max_length=8, choices=Kind)
    order = models.JSONField()
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.QUEUED)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    results = models.JSONField(default=list)
    path = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_run"
        constraints = [models.CheckConstraint(condition=Q(failed__lte=F("done")), name="failed_rows_were_done")]

    @property
    def percent(self) -> int:
        """0–100."""
        return 100 if self.stage == self.Stage.DONE else min(99, self.done * 100 // self.total) if self.total else 0

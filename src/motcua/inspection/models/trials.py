"""A signal tried on past data in the browser: how far it is, and what it would have opened."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class SignalTrial(models.Model):
    """One trial; of whoever asked for it alone, and deleted after thirty days.

    thresholds: all that were tried. since, until: whole days in Vietnam. total, done: things looked at; unknown: of
    these, the ones of which too little is known, or whose source is silent. number: findings that would have been
    opened; rows: the first of them, {"at": ISO moment, "unit": its short name, "values": what the sentence names}.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Đang chờ chạy")
        RUNNING = "running", _("Đang thử")
        DONE = "done", _("Đã thử xong")
        FAILED = "failed", _("Không thử được")

    code = models.CharField(max_length=12)
    thresholds = models.JSONField(default=dict)
    since = models.DateField()
    until = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=7, choices=State, default=State.QUEUED)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    unknown = models.PositiveIntegerField(default=0)
    number = models.PositiveIntegerField(default=0)
    rows = models.JSONField(default=list)

    class Meta:
        db_table = "inspection_signal_trial"
        indexes = [
            models.Index(fields=["by", "code", "-id"], name="signal_trial_by_whom"),
            models.Index(fields=["asked_at"], name="signal_trial_asked"),
        ]

    @property
    def running(self) -> bool:
        """Is more to come of it?"""
        return self.state in {self.State.QUEUED, self.State.RUNNING}

    @property
    def percent(self) -> int:
        """How far it is."""
        return min(99, 100 * self.done // self.total) if self.total else 0

"""What the format checker was asked and what it found."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit


class FormatCheck(models.Model):
    """Files that somebody had checked together; with its progress while it runs.

    unit: his post's when he asked. profile_text: the house style as TOML, empty for the decree alone. folder: where
    the files lie in the storage, by their content. passing, failing, unreadable: files. totals: of each rule, files
    with a violation and with a warning, when done; most first.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Đang chờ")
        RUNNING = "running", _("Đang chạy")
        DONE = "done", _("Xong")
        STOPPED = "stopped", _("Bị dừng")

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="format_checks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="format_checks")
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    profile_name = models.CharField(max_length=200)
    profile_text = models.TextField(blank=True)
    folder = models.CharField(max_length=32, unique=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    passing = models.PositiveIntegerField(default=0)
    failing = models.PositiveIntegerField(default=0)
    unreadable = models.PositiveIntegerField(default=0)
    totals = models.JSONField(default=list)

    class Meta:
        db_table = "documents_format_check"
        indexes = [
            models.Index(fields=["by", "-id"], name="format_check_by_whom"),
            models.Index(fields=["unit", "-id"], name="format_check_of_unit"),
            models.Index(fields=["asked_at"], name="format_check_asked"),
        ]

    @property
    def over(self) -> bool:
        """Is nothing more to come?"""
        return self.state == self.State.DONE

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 * self.done // self.total if self.total else 0


class CheckedFile(models.Model):
    """One file of a check: what it was, what was found in it.

    name: as it was given; it stands in no address, log or event. sha256: of what was given. kept: of the content that
    was read and lies in the storage (of an older format, what LibreOffice made of it); empty where nothing is kept.
    archive, member: the zip it waits in. number: agency, symbol, number and year, then "#" and a mark of the subject.
    error, error_en: why it cannot be read. findings, not_evaluated, roles, notes: as in the report's JSON. drawn:
    images of its pages (drawing.py).
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("Đang chờ")
        VIOLATION = "violation", _("Có lỗi")
        WARNING = "warning", _("Cảnh báo")
        CLEAN = "clean", _("Đạt")
        UNREADABLE = "unreadable", _("Không đọc được")

    check_of = models.ForeignKey(FormatCheck, models.PROTECT, related_name="files")
    place = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    kept = models.CharField(max_length=64, blank=True)
    archive = models.CharField(max_length=64, blank=True)
    member = models.TextField(blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    document_type = models.CharField(max_length=100, blank=True)
    number = models.CharField(max_length=500, blank=True)
    violations = models.PositiveIntegerField(default=0)
    warnings = models.PositiveIntegerField(default=0)
    not_filled = models.PositiveIntegerField(default=0)
    needs_human = models.PositiveIntegerField(default=0)
    unsettled = models.PositiveIntegerField(default=0)
    mendable = models.PositiveIntegerField(default=0)
    findings = models.JSONField(default=list)
    not_evaluated = models.JSONField(default=list)
    roles = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    error_code = models.CharField(max_length=40, blank=True)
    error = models.TextField(blank=True)
    error_en = models.TextField(blank=True)
    drawn = models.JSONField(null=True)

    class Meta:
        db_table = "documents_checked_file"
        constraints = [
            models.UniqueConstraint(fields=["check_of", "place"], name="checked_file_place"),
            models.CheckConstraint(
                condition=~Q(outcome="unreadable") | ~Q(error=""), name="checked_file_says_why_unreadable"
            ),
        ]
        indexes = [
            models.Index(fields=["check_of", "outcome", "place"], name="checked_file_by_outcome"),
            models.Index(fields=["check_of", "number"], name="checked_file_number", condition=~Q(number="")),
        ]

    @property
    def why_unreadable(self) -> str:
        """Why it cannot be read, in the reader's language."""
        english = (get_language() or "vi").startswith("en") and self.error_en
        return self.error_en if english else self.error

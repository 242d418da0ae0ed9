"""Imports into registers: how they stand, what was wrong with which row, and how headers were mapped before."""

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit


class Mapping(models.Model):
    """How somebody said that the heads of a file fill the columns of a register; the newest is proposed again.

    digest: of the heads. columns: {column: head}, or "=value" for one value in every row.
    """

    register = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    columns = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "registers_mapping"
        indexes = [models.Index(fields=["register", "digest", "-id"], name="mapping_newest")]


class ImportRun(models.Model):
    """One file on its way into a register; its uploader's alone.

    folder: where its content lies, "" when it is removed. header: the number of the line of heads; heads: what it
    says. mapping: as Mapping.columns. unit: of rows that name none. expected: about how many lines there are, 0 where
    unknown. total, good, bad: rows. new, changed, same: good rows, as against the register at the check, then as they
    were imported. fault, fault_en: why it failed.
    """

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("Chờ ghép cột")
        CHECKING = "checking", _("Đang kiểm tra")
        READY = "ready", _("Đã kiểm tra, chờ nhập")
        IMPORTING = "importing", _("Đang nhập")
        DONE = "done", _("Đã nhập")
        FAILED = "failed", _("Không nhập được")
        CANCELLED = "cancelled", _("Đã bỏ")

    register = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="register_imports")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    folder = models.CharField(max_length=32, blank=True)
    header = models.PositiveIntegerField()
    heads = models.JSONField()
    mapping = models.JSONField(default=dict)
    state = models.CharField(max_length=9, choices=State, default=State.UPLOADED)
    expected = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    fault = models.CharField(max_length=300, blank=True)
    fault_en = models.CharField(max_length=300, blank=True)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "registers_import_run"
        indexes = [
            models.Index(fields=["by", "register", "-id"], name="import_run_by_whom"),
            models.Index(fields=["asked_at"], name="import_run_asked"),
        ]

    @property
    def running(self) -> bool:
        """Is a job at it?"""
        return self.state in {self.State.CHECKING, self.State.IMPORTING}

    @property
    def over(self) -> bool:
        """Does nothing more come of it?"""
        return self.state in {self.State.DONE, self.State.CANCELLED}

    @property
    def percent(self) -> int | None:
        """How far the check is; None where it cannot be told."""
        return min(99, 100 * self.done // self.expected) if self.expected else None

    @property
    def why(self) -> str:
        """Why it failed, in the reader's language."""
        return self.fault_en if (get_language() or "vi").startswith("en") else self.fault


class RowFault(models.Model):
    """Why a row was left out: one line a fault. column: "" for the row as a whole. given: what its cell says."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="faults")
    line = models.PositiveIntegerField()
    column = models.CharField(max_length=40, blank=True)
    fault = models.CharField(max_length=300)
    fault_en = models.CharField(max_length=300)
    given = models.CharField(max_length=80, blank=True)

    class Meta:
        db_table = "registers_row_fault"
        indexes = [models.Index(fields=["run", "id"], name="row_fault_of_run")]

    @property
    def why(self) -> str:
        """Why, in the reader's language."""
        return self.fault_en if (get_language() or "vi").startswith("en") else self.fault

"""Self-inspection: a campaign over the documents that units issued in a period, and what was said of each of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.documents.models import IssuedDocument
from motcua.organisations.models import Unit


class Campaign(models.Model):
    """Documents issued from `since` to `until` (inclusive) by `unit` and all below it, inspected together.

    units: ids of the subtree when it was opened. index: SHA-256 of the index its documents came with, folder: where
    their files lay; both empty where they were taken from the outgoing register. seed, sample_percent: of the draw for
    people's review (commands/campaigns/sample.py). counts: of documents by outcome, when done.
    """

    class State(models.TextChoices):
        QUEUED = "queued", _("Đang chờ")
        RUNNING = "running", _("Đang chạy")
        DONE = "done", _("Xong")
        STOPPED = "stopped", _("Bị dừng")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="campaigns")
    units = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="campaigns")
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    seed = models.PositiveBigIntegerField()
    sample_percent = models.PositiveSmallIntegerField()
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    index = models.CharField(max_length=64, blank=True, default="")
    folder = models.TextField(blank=True, default="")

    class Meta:
        db_table = "inspection_campaign"
        indexes = [models.Index(fields=["unit", "-id"], name="campaign_of_unit")]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=models.F("since")), name="campaign_period"),
            models.CheckConstraint(condition=Q(sample_percent__range=(0, 100)), name="campaign_sample_is_a_share"),
        ]

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"campaign:{self.pk}"

    @property
    def over(self) -> bool:
        """Is nothing more to be checked?"""
        return self.state == self.State.DONE

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 * self.done // self.total if self.total else 0


class Reviewed(models.Model):
    """One document of a campaign: what the machine found, what a person says of it, and what is to be done.

    place: its rank by unit code, year, symbol and number. file: its path in the campaign's folder. rules: codes it
    breaks; warnings: codes the checker is not sure of; content: codes of `words.CONTENT`. points: of each of the five
    points of review (`Point`) "met", "not_met" or "", empty until a person looked. version: raised by each review.
    """

    class Outcome(models.TextChoices):
        WAITING = "waiting", _("Đang chờ")
        VIOLATION = "violation", _("Có lỗi")
        WARNING = "warning", _("Cảnh báo")
        CLEAN = "clean", _("Đạt")
        UNREADABLE = "unreadable", _("Không đọc được")

    class Point(models.TextChoices):
        """NĐ 34/2016/NĐ-CP Điều 104 (sửa đổi: NĐ 154/2020/NĐ-CP) [M], made out for administrative documents [C]."""

        BASIS = "basis", _("Căn cứ ban hành")
        POWER = "power", _("Thẩm quyền ban hành")
        CONTENT = "content", _("Nội dung")
        FORM = "form", _("Thể thức, kỹ thuật trình bày")
        PROCEDURE = "procedure", _("Trình tự, thủ tục")

    class Verdict(models.TextChoices):
        RIGHT = "right", _("Đúng quy định")
        FORM = "form", _("Sai thể thức, kỹ thuật trình bày")
        CONTENT = "content", _("Sai nội dung")
        POWER = "power", _("Sai thẩm quyền")
        PROCEDURE = "procedure", _("Sai trình tự, thủ tục")
        BASIS = "basis", _("Sai căn cứ ban hành")

    class Handling(models.TextChoices):
        NONE = "none", _("Không phải xử lý")
        CORRECT = "correct", _("Đính chính")
        AMEND = "amend", _("Sửa đổi, bổ sung")
        REPLACE = "replace", _("Thay thế")
        REPEAL = "repeal", _("Bãi bỏ")
        SUSPEND = "suspend", _("Đình chỉ thi hành")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="documents")
    document = models.ForeignKey(IssuedDocument, models.PROTECT, related_name="reviews")
    place = models.PositiveIntegerField()
    file = models.CharField(max_length=500, blank=True, default="")
    sha256 = models.CharField(max_length=64, blank=True, default="")
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.WAITING)
    rules = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    content = models.JSONField(default=list)
    error = models.TextField(blank=True, default="")
    error_en = models.TextField(blank=True, default="")
    sampled = models.BooleanField(default=False)
    points = models.JSONField(default=dict)
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True, default="")
    handling = models.CharField(max_length=10, choices=Handling, blank=True, default="")
    note = models.CharField(max_length=1000, blank=True, default="")
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "inspection_reviewed"
        constraints = [
            models.UniqueConstraint(fields=["campaign", "document"], name="reviewed_once"),
            models.CheckConstraint(condition=~Q(outcome="unreadable") | ~Q(error=""), name="reviewed_says_why"),
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True, verdict="") | Q(reviewer__isnull=False) & ~Q(verdict=""),
                name="verdict_has_a_reviewer",
            ),
            models.CheckConstraint(
                condition=Q(handling__in=("", "none")) | Q(due_on__isnull=False), name="handling_has_a_deadline"
            ),
        ]
        indexes = [models.Index(fields=["campaign", "place"], name="reviewed_in_order")]

    @property
    def why_unreadable(self) -> str:
        """Why it cannot be read, in the reader's language."""
        english = (get_language() or "vi").startswith("en") and self.error_en
        return self.error_en if english else self.error

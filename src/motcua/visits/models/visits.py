"""A visit to a unit: when, by whom, with which checklist, over which samples."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit
from motcua.visits.models.checklists import TemplateVersion
from motcua.visits.models.plans import Plan


class Mode(models.TextChoices):
    PLANNED = "planned", _("Theo kế hoạch")
    UNANNOUNCED = "unannounced", _("Đột xuất")


class VisitState(models.TextChoices):
    DRAFT = "draft", _("Dự thảo")
    DECIDED = "decided", _("Đã quyết định")
    OPEN = "open", _("Đang kiểm tra")
    MINUTES = "minutes", _("Lập biên bản")
    CLOSED = "closed", _("Kết thúc")


class MemberRole(models.TextChoices):
    HEAD = "head", _("Trưởng đoàn")
    MEMBER = "member", _("Thành viên")
    SECRETARY = "secretary", _("Thư ký")


class Visit(models.Model):
    """An inspection of `unit` and all below it by `by_unit`, above it.

    period_from, period_to: the inspected time; begins_on, ends_on: days at the unit, all inclusive. decision_number,
    decision_on, decided_by: of the decision that set up the team, as entered. opened_at: from then on tablets
    may ask for it. ended_at: when it was closed. version: raised by each change of the visit itself, not by what is
    said at it.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, null=True, related_name="visits")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="visits")
    by_unit = models.ForeignKey(Unit, models.PROTECT, related_name="visits_made")
    mode = models.CharField(max_length=11, choices=Mode)
    period_from = models.DateField()
    period_to = models.DateField()
    begins_on = models.DateField()
    ends_on = models.DateField()
    template_version = models.ForeignKey(TemplateVersion, models.PROTECT, related_name="visits")
    decision_number = models.CharField(max_length=100, blank=True, default="")
    decision_on = models.DateField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=VisitState, default=VisitState.DRAFT)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "visits_visit"
        indexes = [models.Index(fields=["unit", "-begins_on"], name="visit_of_unit")]
        constraints = [
            models.CheckConstraint(condition=Q(period_to__gte=F("period_from")), name="visit_period"),
            models.CheckConstraint(condition=Q(ends_on__gte=F("begins_on")), name="visit_days"),
            models.CheckConstraint(
                condition=~Q(mode="unannounced") | Q(plan__isnull=True), name="unannounced_unplanned"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | (~Q(decision_number="") & Q(decision_on__isnull=False)),
                name="visit_has_decision",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("draft", "decided")) | Q(opened_at__isnull=False), name="visit_opened_at"
            ),
            models.CheckConstraint(
                condition=Q(state="closed", ended_at__isnull=False) | ~Q(state="closed") & Q(ended_at__isnull=True),
                name="closed_visit_ended",
            ),
        ]

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"visit:{self.pk}"


class Member(models.Model):
    """Somebody of the team, from valid_from to valid_to (inclusive): in this time he reads and writes the checklist."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="visits")
    role = models.CharField(max_length=9, choices=MemberRole)
    valid_from = models.DateField()
    valid_to = models.DateField()

    class Meta:
        db_table = "visits_member"
        constraints = [
            models.UniqueConstraint(fields=["visit", "user"], name="member_once"),
            models.UniqueConstraint(fields=["visit"], condition=Q(role="head"), name="one_head_of_team"),
            models.CheckConstraint(condition=Q(valid_to__gte=F("valid_from")), name="member_dates"),
        ]


class Sample(models.Model):
    """What was drawn for a question: anybody draws the same again from the register, the moment and the seed.

    population: which register rows ("dossiers"); description: in words; count: how many there were; source: SHA-256
    of their keys, so that a later draw tells whether the register still holds the same. keys: what was drawn;
    digest: SHA-256 of the keys.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="samples")
    question = models.CharField(max_length=20)
    population = models.CharField(max_length=20)
    description = models.CharField(max_length=300)
    count = models.PositiveIntegerField()
    source = models.CharField(max_length=64)
    seed = models.PositiveBigIntegerField()
    size = models.PositiveIntegerField()
    keys = models.JSONField()
    drawn_at = models.DateTimeField()
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "visits_sample"
        constraints = [models.UniqueConstraint(fields=["visit", "question"], name="sample_once")]


class Prefill(models.Model):
    """What the system saw for a question when the visit was opened, as facts of the moment `at`.

    suggested: "pass", "fail" or "" where it can say nothing. seen, of: of a sample, how many of how many are without
    a finding. findings: rows of {"finding", "signal", "vi", "en"}.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="prefills")
    question = models.CharField(max_length=20)
    at = models.DateTimeField()
    suggested = models.CharField(max_length=4, blank=True, default="")
    seen = models.PositiveIntegerField(null=True)
    of = models.PositiveIntegerField(null=True)
    findings = models.JSONField(default=list)

    class Meta:
        db_table = "visits_prefill"
        constraints = [models.UniqueConstraint(fields=["visit", "question"], name="prefill_once")]

"""What becomes of findings: cases, the remedies that were ordered, and what shows that they were done."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models import Blob
from motcua.engines.mending import CLOSED, OVER, CaseState, RemedyState
from motcua.inspection.models import Finding
from motcua.organisations.models import Unit

USER = settings.AUTH_USER_MODEL
CLOSED_STATES = sorted(one.value for one in CLOSED)
OVER_STATES = sorted(one.value for one in OVER)


class Case(models.Model):
    """The mending of one episode of a finding; made when somebody first decides of it, or when it comes back.

    found_at: when the episode was opened. cause: in words; cause_code: of the table of causes (law). responsible: whose
    work it is. closed_because: why it was dropped, or the explanation that was accepted. closed_by: None: the signal.
    previous: the case of the last time: of the same finding, else of the same cause of the unit lately. version: what a
    person decides is of the version that he saw; 0 where there was no case yet.
    """

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="cases")
    episode = models.PositiveIntegerField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="cases")
    found_at = models.DateTimeField()
    noted_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in CaseState], default="noted")
    cause = models.CharField(max_length=500, blank=True, default="")
    cause_code = models.CharField(max_length=20, blank=True, default="")
    responsible = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    confirmed_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    contest = models.CharField(max_length=2000, blank=True, default="")
    contested_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    contested_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=2000, blank=True, default="")
    answered_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    closed_because = models.CharField(max_length=500, blank=True, default="")
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="following")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "remedies_case"
        constraints = [
            models.UniqueConstraint(fields=["finding", "episode"], name="case_once_an_episode"),
            models.CheckConstraint(
                condition=Q(state__in=CLOSED_STATES, closed_at__isnull=False)
                | (~Q(state__in=CLOSED_STATES) & Q(closed_at__isnull=True)),
                name="case_is_closed_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("dropped", "explained")) | ~Q(closed_because=""), name="case_ends_with_a_reason"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state"], name="case_of_unit"),
            models.Index(fields=["id"], name="case_open", condition=~Q(state__in=CLOSED_STATES)),
        ]

    @property
    def stream(self) -> str:
        """Its chain in the record, its remedies' too."""
        return f"case:{self.pk}"

    @property
    def stands(self) -> CaseState:
        """As the engine knows it."""
        return CaseState(self.state)

    @property
    def closed(self) -> bool:
        """Has it ended?"""
        return self.stands in CLOSED


class Remedy(models.Model):
    """What one person is to do about a case, until when.

    template: code of a common remedy, "" for one of its own. working_days: as ordered; due_at: the end of that day by
    the working clock of the unit. level: 0, or how far its lateness went up; escalated: [level, moment] of each.
    verified_by: None where the signal saw the cause gone (verified_how). order_number, order_date: of the letter,
    once it is issued.
    """

    class How(models.TextChoices):
        PERSON = "person", _("Người xác minh")
        SIGNAL = "signal", _("Hệ thống thấy nguyên nhân không còn")

    case = models.ForeignKey(Case, models.PROTECT, related_name="remedies")
    template = models.CharField(max_length=20, blank=True, default="")
    action = models.CharField(max_length=500)
    owner = models.ForeignKey(USER, models.PROTECT, related_name="remedies")
    ordered_by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    working_days = models.PositiveSmallIntegerField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=[(one.value, one.value) for one in RemedyState], default="assigned")
    begun_at = models.DateTimeField(null=True)
    report = models.CharField(max_length=2000, blank=True, default="")
    reported_at = models.DateTimeField(null=True)
    returned_because = models.CharField(max_length=500, blank=True, default="")
    verified_by = models.ForeignKey(USER, models.PROTECT, null=True, related_name="+")
    verified_how = models.CharField(max_length=6, choices=How, blank=True, default="")
    ended_at = models.DateTimeField(null=True)
    level = models.PositiveSmallIntegerField(default=0)
    escalated = models.JSONField(default=list)
    order_number = models.CharField(max_length=40, blank=True, default="")
    order_date = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "remedies_remedy"
        constraints = [
            models.CheckConstraint(condition=~Q(verified_by=models.F("owner")), name="nobody_verifies_his_own_remedy"),
            models.CheckConstraint(
                condition=Q(state__in=OVER_STATES, ended_at__isnull=False)
                | (~Q(state__in=OVER_STATES) & Q(ended_at__isnull=True)),
                name="remedy_ends_at_a_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state="verified") | ~Q(verified_how=""), name="remedy_is_verified_somehow"
            ),
        ]
        indexes = [
            models.Index(fields=["case"], name="remedy_of_case"),
            models.Index(fields=["owner", "due_at"], name="remedy_to_do",
                         condition=Q(state__in=("assigned", "begun", "returned"))),
            models.Index(fields=["due_at"], name="remedy_open", condition=~Q(state__in=OVER_STATES)),
        ]  # fmt: skip

    @property
    def stands(self) -> RemedyState:
        """As the engine knows it."""
        return RemedyState(self.state)


class Evidence(models.Model):
    """What shows that a remedy was done: a note, a link, a file; one of them at least."""

    remedy = models.ForeignKey(Remedy, models.PROTECT, related_name="evidence")
    note = models.CharField(max_length=1000, blank=True, default="")
    link = models.CharField(max_length=500, blank=True, default="")
    blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, blank=True, default="")
    by = models.ForeignKey(USER, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "remedies_evidence"
        constraints = [
            models.CheckConstraint(
                condition=~Q(note="") | ~Q(link="") | Q(blob__isnull=False), name="evidence_shows_something"
            ),
        ]
        indexes = [models.Index(fields=["remedy", "id"], name="evidence_of_remedy")]

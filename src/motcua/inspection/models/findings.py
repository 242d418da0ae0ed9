"""What the signals found, and what people decided of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.engines.signals import Standing, State
from motcua.organisations.models import Unit


class Severity(models.IntegerChoices):
    """How much it weighs: the order in which a head of unit should look."""

    LOW = 1, _("Thấp")
    MEDIUM = 2, _("Vừa")
    HIGH = 3, _("Cao")


class Finding(models.Model):
    """A shortcoming that a signal saw, with its evidence, for as long as it is known; one row a signal and key.

    subject: the record that was looked at ("dossier:<id>"); a run closes only what it looked at. state, since,
    episode, opened_at, closed_at, accepted_until: as in engines.signals.Standing. values: what the sentence names.
    evidence: rows of {"what", "at", "ref"}: the very acts. group: findings of one group have one cause and are one
    line. version: raised by each change; what a person decides is of the version that he saw.
    """

    signal = models.CharField(max_length=12)
    key = models.CharField(max_length=120)
    subject = models.CharField(max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="findings")
    group = models.CharField(max_length=160)
    severity = models.PositiveSmallIntegerField(choices=Severity)
    ground = models.CharField(max_length=300)
    values = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=[(state.value, state.value) for state in State])
    since = models.DateTimeField()
    episode = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    accepted_until = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    accepted_because = models.CharField(max_length=500, blank=True, default="")
    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="findings")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "inspection_finding"
        constraints = [
            models.UniqueConstraint(fields=["signal", "key"], name="finding_once"),
            models.CheckConstraint(
                condition=~Q(state="accepted") | (Q(accepted_until__isnull=False) & ~Q(accepted_because="")),
                name="acceptance_has_reason_and_end",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "-severity", "opened_at"], name="finding_of_unit",
                         condition=Q(state__in=("open", "easing"))),
            models.Index(fields=["subject"], name="finding_subject", condition=~Q(state__in=("closed", "withdrawn"))),
        ]  # fmt: skip

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"finding:{self.pk}"

    @property
    def standing(self) -> Standing:
        """As the life of findings knows it."""
        return Standing(
            State(self.state), self.since, self.episode, self.opened_at, self.closed_at, self.accepted_until
        )

    def stand(self, standing: Standing) -> None:
        """Take over a standing; the caller saves and records."""
        self.state, self.since, self.episode = standing.state.value, standing.since, standing.episode
        self.opened_at, self.closed_at = standing.opened_at, standing.closed_at
        self.accepted_until = standing.accepted_until


class SignalRun(models.Model):
    """One run of all signals that are on. at: the data are seen as of this moment. upto: the last event it read.

    looked_at: how many things of each source. counts: opened, reopened, closed and so on, by what happened.
    """

    at = models.DateTimeField()
    upto = models.BigIntegerField()
    looked_at = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)

    class Meta:
        db_table = "inspection_signal_run"
        indexes = [models.Index(fields=["-upto"], name="signal_run_newest")]


class SignalSetting(models.Model):
    """What an administrator changed of a signal, from when, and why; the newest row of a signal counts.

    on: is it asked at all. thresholds: only those that differ from the signal's own.
    """

    signal = models.CharField(max_length=12)
    on = models.BooleanField(default=True)
    thresholds = models.JSONField(default=dict)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        db_table = "inspection_signal_setting"
        indexes = [models.Index(fields=["signal", "-id"], name="signal_setting_newest")]
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="signal_setting_has_a_reason")]


class Remark(models.Model):
    """What somebody said of a finding."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="remarks")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        db_table = "inspection_remark"
        indexes = [models.Index(fields=["finding", "id"], name="remark_of_finding")]


class ReformTask(models.Model):
    """One line of a unit's reform plan of a year: the plan itself, a report, a task. due_on, done_on: days.

    document: number and symbol of what shows that it was done.
    """

    class Kind(models.TextChoices):
        PLAN = "plan", _("Kế hoạch")
        REPORT = "report", _("Báo cáo")
        TASK = "task", _("Nhiệm vụ")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reform_tasks")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Kind)
    title = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    document = models.CharField(max_length=120, blank=True, default="")
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "inspection_reform_task"
        constraints = [models.UniqueConstraint(fields=["unit", "year", "kind", "title"], name="reform_task_once")]
        indexes = [models.Index(fields=["unit", "-year", "due_on", "id"], name="reform_task_of_unit")]

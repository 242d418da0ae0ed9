"""Work on a dossier: its steps, its waits, and what was asked and promised on the way."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models.dossier import Dossier
from motcua.dossiers.models.papers import Slip
from motcua.organisations.models import Role, Unit
from motcua.processes.models import Step, StepKind


class Outcome(models.TextChoices):
    """How a step ended. Only `done` and `skipped` count on the way to the end."""

    DONE = "done", _("Đã làm")
    SKIPPED = "skipped", _("Không cần")
    DROPPED = "dropped", _("Không chờ nữa")
    BACK = "back", _("Trả lại")
    UNDONE = "undone", _("Rút lại thao tác")
    ENDED = "ended", _("Hồ sơ kết thúc")


class Task(models.Model):
    """A step that is being done or was done; parallel branches are several open ones.

    step: of the process; null: an opinion asked outside it. unit: where it is done. holder: who does it; null:
    anybody with the role in the unit may take it. due: end of the step's own limit. counts: it is part of the way
    as it stands; sent back or undone it is not. sort_at: the dossier's appointment, by which queues are sorted.
    question, answer: of a consultation; seen_at: when the asked unit acknowledged it. for_unit: the unit that resolves
    the dossier, as the dossier has it; kept here too, so that what waits for another unit is found by one index.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="tasks")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="tasks")
    kind = models.CharField(max_length=10, choices=StepKind)
    name = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="tasks")
    for_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    role = models.CharField(max_length=20, choices=Role, blank=True)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="tasks")
    opened_at = models.DateTimeField()
    due = models.DateTimeField(null=True)
    sort_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="closed_tasks")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True, default="")
    counts = models.BooleanField(default=True)
    question = models.TextField(blank=True, default="")
    answer = models.TextField(blank=True, default="")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_task"
        indexes = [
            models.Index(fields=["unit", "sort_at", "id"], name="task_queue", condition=Q(closed_at__isnull=True)),
            models.Index(fields=["holder", "sort_at", "id"], name="task_held", condition=Q(closed_at__isnull=True)),
            models.Index(
                fields=["unit", "role", "sort_at", "id"],
                name="task_free",
                condition=Q(closed_at__isnull=True, holder__isnull=True),
            ),
            models.Index(
                fields=["unit", "sort_at", "id"],
                name="task_to_collect",
                condition=Q(closed_at__isnull=True, kind=StepKind.RETURN),
            ),
            models.Index(
                fields=["for_unit", "sort_at", "id"],
                name="task_elsewhere",
                condition=Q(closed_at__isnull=True) & ~Q(unit=F("for_unit")),
            ),
            models.Index(fields=["dossier", "id"], name="task_of_dossier"),
            models.Index(fields=["unit", "closed_at"], name="task_closed", condition=Q(closed_at__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="closed_task_has_an_outcome",
            )
        ]


class Pause(models.Model):
    """An interval in which the limit does not run: ground and document named (R16). until null: still open."""

    class Kind(models.TextChoices):
        PAYMENT = "payment", _("Nghĩa vụ tài chính của người nộp")
        LAW = "law", _("Thời gian không tính theo luật chuyên ngành")

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="pauses")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.LAW)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    ground = models.CharField(max_length=300)
    document = models.CharField(max_length=300, blank=True)
    amount_vnd = models.BigIntegerField(null=True)

    class Meta:
        db_table = "dossiers_pause"
        indexes = [models.Index(fields=["dossier"], name="pause_of_dossier")]


class Supplement(models.Model):
    """A request to complete the dossier after appraisal (NĐ 61/2018 Điều 19 khoản 4; NĐ 118/2025 Điều 19 khoản 5).

    missing: what to bring or change, a list of texts. forced: why a further request was needed though the law
    allows one. closes_from: from that day the dossier may be closed (R19); null where the regime has no such day.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="supplements")
    number = models.PositiveIntegerField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="supplements")
    missing = models.JSONField()
    reason = models.TextField()
    forced = models.TextField(blank=True)
    slip = models.ForeignKey(Slip, models.PROTECT, related_name="supplements")
    last_day = models.DateField(null=True)
    closes_from = models.DateField(null=True)
    answered_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_supplement"
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="supplement_number_once"),
            models.UniqueConstraint(
                fields=["dossier"], name="one_supplement_open",
                condition=Q(answered_at__isnull=True, cancelled_at__isnull=True),
            ),
        ]  # fmt: skip


class Apology(models.Model):
    """The apology for a late result with its one re-appointment (NĐ 61/2018 Điều 19 khoản 9; NĐ 118 Điều 19 khoản 6).

    late: it was issued after the last day the law gives for it (R21).
    """

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="apology")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="apologies")
    reason = models.TextField()
    before = models.DateTimeField()
    after = models.DateTimeField()
    late = models.BooleanField()
    slip = models.ForeignKey(Slip, models.PROTECT, related_name="apologies")

    class Meta:
        db_table = "dossiers_apology"


class Verification(models.Model):
    """A check on site: where, when, who took part, what was found (NĐ 61/2018 Điều 19 khoản 3)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="verifications")
    at = models.DateTimeField()
    place = models.CharField(max_length=300)
    participants = models.TextField()
    content = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="verifications")

    class Meta:
        db_table = "dossiers_verification"


class DueChange(models.Model):
    """A due moment that a changed calendar moved: both are kept (R9)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="due_changes")
    at = models.DateTimeField()
    before = models.DateTimeField()
    after = models.DateTimeField()
    because = models.CharField(max_length=300)

    class Meta:
        db_table = "dossiers_due_change"

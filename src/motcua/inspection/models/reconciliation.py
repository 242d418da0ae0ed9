"""What other sources know of dossiers, which of it is in the software, and what has to be entered."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models import Dossier
from motcua.organisations.models import Unit


class TraceKind(models.TextChoices):
    """The sources, in the order in which they learn of a dossier."""

    QUEUE = "queue", _("Phiếu lấy số")
    PAPER = "paper_register", _("Sổ giấy")
    RECEIPT = "receipt", _("Biên lai phí")
    RESULT = "result", _("Kết quả, sổ đóng dấu")
    POST = "post", _("Vận đơn bưu chính")
    CERTIFIED = "certified_copy", _("Sổ chứng thực")
    SLIP = "slip", _("Phiếu đánh giá")


class EntryTask(models.Model):
    """A dossier that sources know and the software does not: enter it, or say why not.

    trace: what names it; all traces of it point here (`traces`). intake_key: of the form that enters it, so that the
    dossier is known again for certain. arose_on: the first day on which a source knows it; month: of that day.
    reason: why it is not entered; merged: another task is of the same dossier.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Chưa nhập")
        ENTERED = "entered", _("Đã nhập")
        DROPPED = "dropped", _("Không phải hồ sơ")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="entry_tasks")
    month = models.DateField()
    trace = models.ForeignKey("Trace", models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    reason = models.CharField(max_length=500, blank=True, default="")
    merged = models.BooleanField(default=False)
    arose_on = models.DateField()
    assigned_to = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="entry_tasks")
    dossier = models.ForeignKey(Dossier, models.PROTECT, null=True, related_name="entry_tasks")
    intake_key = models.UUIDField(unique=True, default=uuid4)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "inspection_entry_task"
        constraints = [
            models.CheckConstraint(condition=~Q(state="entered") | Q(dossier__isnull=False),
                                   name="entered_has_dossier"),
            models.CheckConstraint(condition=~Q(state="dropped") | ~Q(reason="") | Q(merged=True),
                                   name="dropped_says_why"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["unit", "month", "id"], name="entry_task_of_month"),
            models.Index(fields=["id"], name="entry_task_open", condition=Q(state="open")),
        ]

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"entry-task:{self.pk}"


class Trace(models.Model):
    """One record of one source that a dossier arose, as the source has it.

    ref: its number in that source. birth_date: as it is written there. procedure: code or name, as written.
    fee: in đồng. task: what has to be entered, where the software does not know it.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="traces")
    kind = models.CharField(max_length=16, choices=TraceKind)
    ref = models.CharField(max_length=60)
    full_name = models.CharField(max_length=200, blank=True, default="")
    birth_date = models.CharField(max_length=40, blank=True, default="")
    citizen_id = models.CharField(max_length=20, blank=True, default="")
    phone = models.CharField(max_length=20, blank=True, default="")
    address = models.CharField(max_length=300, blank=True, default="")
    procedure = models.CharField(max_length=300, blank=True, default="")
    received_on = models.DateField()
    fee = models.BigIntegerField(null=True)
    task = models.ForeignKey(EntryTask, models.SET_NULL, null=True, related_name="traces")
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "inspection_trace"
        constraints = [models.UniqueConstraint(fields=["unit", "kind", "ref"], name="trace_once")]
        indexes = [models.Index(fields=["unit", "received_on", "id"], name="trace_of_unit")]

    @property
    def named(self) -> bool:
        """Does it say of whom it is? An empty ticket can be linked with nothing."""
        return bool(self.full_name or self.citizen_id or self.phone)


class Link(models.Model):
    """A trace and a dossier that are, or may be, one. why: phrases of the engine, {"vi": […], "en": […]}.

    match, review: what the engine says; confirmed, refused: what a person said, which stands. by: None: the engine.
    """

    class State(models.TextChoices):
        MATCH = "match", _("Khớp")
        REVIEW = "review", _("Cần xem")
        CONFIRMED = "confirmed", _("Người xác nhận là một")
        REFUSED = "refused", _("Người xác nhận là khác")

    trace = models.ForeignKey(Trace, models.PROTECT, related_name="links")
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="trace_links")
    probability = models.FloatField()
    state = models.CharField(max_length=10, choices=State)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    why = models.JSONField(default=dict)

    class Meta:
        db_table = "inspection_link"
        constraints = [models.UniqueConstraint(fields=["trace", "dossier"], name="link_once")]
        indexes = [models.Index(fields=["id"], name="link_to_review", condition=Q(state="review"))]


class Reconciliation(models.Model):
    """What came out for a unit and a month, as of `at`; nothing personal in it (reconciling/figures.py).

    by: None: a job. figures: counts and the estimate. late: [key of the dossier, day of reception, day of entry,
    working days between].
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reconciliations")
    month = models.DateField()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    figures = models.JSONField(default=dict)
    late = models.JSONField(default=list)

    class Meta:
        db_table = "inspection_reconciliation"
        constraints = [models.UniqueConstraint(fields=["unit", "month"], name="reconciliation_once")]

"""A dossier's whole life. States are set by `commands.state.move` alone."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.catalogue.models import Channel, ProcedureVersion, Terms
from motcua.organisations.models import Role, Unit
from motcua.processes.models import ProcessVersion, Step


class State(models.TextChoices):
    """Local states; the national status (TrangThaiHoSo 1–10) follows from them (rules.national_status)."""

    GUIDED = "guided", "Chờ bổ sung trước khi tiếp nhận"
    NOT_ACCEPTED = "not_accepted", "Không tiếp nhận"
    RECEIVED = "received", "Đã tiếp nhận"
    IN_PROGRESS = "in_progress", "Đang xử lý"
    FOR_APPROVAL = "for_approval", "Chờ phê duyệt"
    RESOLVED = "resolved", "Đã có kết quả"
    RETURNED = "returned", "Đã trả kết quả"
    WITHDRAWN = "withdrawn", "Đã rút"


class Sex(models.TextChoices):
    MALE = "male", _("Nam")
    FEMALE = "female", _("Nữ")
    UNKNOWN = "", _("Không rõ")


class ReturnChannel(models.TextChoices):
    DESK = "desk", _("Tại Bộ phận Một cửa")
    POSTAL = "postal", _("Qua bưu chính công ích")
    ONLINE = "online", _("Trực tuyến")


class Dossier(models.Model):
    """One application under way.

    code: given at acceptance; before it, `intake_ref` (number of the guidance slip) names the dossier.
    intake_key: made with the empty form; a form sent twice finds the first dossier.
    law_date: the day whose law binds it. submitted_at ≤ accepted_at: the clock starts at acceptance
    (NĐ 118/2025 Điều 17 khoản 3). due: the legal moment; appointment: the end of that day, which binds receipt,
    queue and lateness. near_from: when the queue begins to warn. version: raised by each change; a page that
    shows an older one gets a conflict.
    """

    code = models.CharField(max_length=60, null=True, unique=True)
    intake_ref = models.CharField(max_length=60, null=True, unique=True)
    intake_key = models.UUIDField(unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="dossiers")
    procedure = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="dossiers")
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="dossiers")
    process = models.ForeignKey(ProcessVersion, models.PROTECT, null=True, related_name="dossiers")
    state = models.CharField(max_length=20, choices=State)
    version = models.PositiveIntegerField(default=1)
    law_date = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.DIRECT)
    return_channel = models.CharField(max_length=10, choices=ReturnChannel, default=ReturnChannel.DESK)

    applicant_name = models.CharField(max_length=200)
    applicant_sort_key = models.CharField(max_length=250)
    applicant_plain = models.CharField(max_length=200)
    applicant_number = models.CharField(max_length=20, blank=True)
    applicant_born_on = models.DateField(null=True)
    applicant_sex = models.CharField(max_length=10, choices=Sex, blank=True)
    applicant_address = models.CharField(max_length=300, blank=True)
    applicant_telephone = models.CharField(max_length=20, blank=True)
    applicant_email = models.EmailField(blank=True)

    submitted_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    due = models.DateTimeField(null=True)
    appointment = models.DateTimeField(null=True)
    near_from = models.DateTimeField(null=True)
    provisional = models.BooleanField(default=False)
    resolved_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    fee_vnd = models.BigIntegerField(null=True)
    note = models.TextField(blank=True)
    result_summary = models.TextField(blank=True)
    register_year = models.PositiveIntegerField(null=True)
    register_number = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "dossiers_dossier"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__isnull=False) | Q(intake_ref__isnull=False), name="dossier_has_a_name"
            ),
            models.CheckConstraint(
                condition=Q(code__isnull=True)
                | Q(accepted_at__isnull=False, register_number__isnull=False, process__isnull=False),
                name="accepted_dossier_is_complete",
            ),
            models.UniqueConstraint(fields=["unit", "register_year", "register_number"], name="register_number_once"),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "appointment", "id"], name="dossier_queue"),
            models.Index(fields=["unit", "applicant_plain"], name="dossier_applicant"),
            models.Index(fields=["applicant_number"], name="dossier_person", condition=~Q(applicant_number="")),
            models.Index(
                fields=["applicant_telephone"], name="dossier_telephone", condition=~Q(applicant_telephone="")
            ),
        ]

    @property
    def ref(self) -> str:
        """What addresses the dossier: its code, before acceptance the number of its guidance slip."""
        return self.code or self.intake_ref or ""

    @property
    def stream(self) -> str:
        """Its chain in the record."""
        return f"dossier:{self.pk}"

    def __str__(self) -> str:
        return self.ref


class PaperHandedIn(models.Model):
    """A paper of the dossier as it was handed in, or found missing."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="papers")
    place = models.PositiveIntegerField()
    name = models.TextField()
    originals = models.PositiveIntegerField(default=0)
    copies = models.PositiveIntegerField(default=0)
    present = models.BooleanField()

    class Meta:
        db_table = "dossiers_paper"
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["dossier", "place"], name="handed_in_place_once")]


class Task(models.Model):
    """A step of the process that is being done or was done. Parallel branches will be several open tasks.

    holder: who does it; null: anybody with the role in the unit may take it. due: end of the step's own limit.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="tasks")
    step = models.ForeignKey(Step, models.PROTECT, related_name="tasks")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="tasks")
    role = models.CharField(max_length=20, choices=Role)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="tasks")
    opened_at = models.DateTimeField()
    due = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_task"
        indexes = [
            models.Index(fields=["unit", "role", "holder"], name="task_open", condition=Q(closed_at__isnull=True)),
            models.Index(fields=["dossier"], name="task_open_of_dossier", condition=Q(closed_at__isnull=True)),
        ]


class Slip(models.Model):
    """A paper of the one-stop that was issued: its content is kept as it was, prints are counted.

    form: "01" … as in the law of the day. number: of the unit's yearly book of that form.
    content: what the paper says, all fields; a reprint shows the same.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="slips")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="slips")
    form = models.CharField(max_length=4)
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="slips")
    content = models.JSONField()
    prints = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "dossiers_slip"
        constraints = [models.UniqueConstraint(fields=["unit", "form", "year", "number"], name="slip_number_once")]


class ReturnRecord(models.Model):
    """Who took the result, when, by which paper."""

    dossier = models.OneToOneField(Dossier, models.PROTECT, related_name="return_record")
    taken_by = models.CharField(max_length=200)
    proof = models.CharField(max_length=200)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="returns")

    class Meta:
        db_table = "dossiers_return"


class Blob(models.Model):
    """A stored file by its content: SHA-256 in hex, bytes, media type found by content."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)

    class Meta:
        db_table = "dossiers_blob"


class Attachment(models.Model):
    """A file of a dossier, to one of its papers or to the dossier as a whole."""

    class Purpose(models.TextChoices):
        PAPER = "paper", "Giấy tờ"
        RESULT = "result", "Kết quả"

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="attachments")
    paper = models.ForeignKey(PaperHandedIn, models.PROTECT, null=True, related_name="attachments")
    purpose = models.CharField(max_length=10, choices=Purpose, default=Purpose.PAPER)
    blob = models.ForeignKey(Blob, models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="attachments")

    class Meta:
        db_table = "dossiers_attachment"


class Counter(models.Model):
    """The next number of a gap-free series: its row is locked by the transaction that takes a number."""

    name = models.CharField(max_length=100, primary_key=True)
    last = models.PositiveBigIntegerField()

    class Meta:
        db_table = "dossiers_counter"


class DueChange(models.Model):
    """A due moment that a changed calendar moved: both are kept (R9)."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="due_changes")
    at = models.DateTimeField()
    before = models.DateTimeField()
    after = models.DateTimeField()
    because = models.CharField(max_length=300)

    class Meta:
        db_table = "dossiers_due_change"


class Pause(models.Model):
    """An interval in which the limit does not run: ground and document named (R16). until null: still open."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="pauses")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    ground = models.CharField(max_length=300)
    document = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "dossiers_pause"

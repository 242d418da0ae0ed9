"""A dossier's whole life. States are set by `commands.state.move` alone."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.catalogue.models import Channel, ProcedureVersion, Terms
from motcua.catalogue.rules import limit_of
from motcua.engines.worktime import Limit
from motcua.organisations.models import Unit
from motcua.processes.models import ProcessVersion


class State(models.TextChoices):
    """Local states; the national status (TrangThaiHoSo 1–10) follows from them (rules.national_status)."""

    GUIDED = "guided", "Chờ bổ sung trước khi tiếp nhận"
    NOT_ACCEPTED = "not_accepted", "Không tiếp nhận"
    RECEIVED = "received", "Đã tiếp nhận"
    IN_PROGRESS = "in_progress", "Đang xử lý"
    FOR_APPROVAL = "for_approval", "Chờ phê duyệt"
    SUPPLEMENT = "supplement", "Chờ bổ sung hồ sơ"
    PAYING = "paying", "Chờ thực hiện nghĩa vụ tài chính"
    PAUSED = "paused", "Tạm dừng theo quy định"
    RESOLVED = "resolved", "Đã có kết quả"
    RETURNED = "returned", "Đã trả kết quả"
    WITHDRAWN = "withdrawn", "Đã rút"
    STOPPED = "stopped", "Dừng giải quyết"
    CLOSED = "closed", "Đóng vì không bổ sung"


# A dossier that waits for its applicant or a special law's time: it is never overdue.
WAITING = (State.GUIDED.value, State.SUPPLEMENT.value, State.PAYING.value, State.PAUSED.value)


class Sex(models.TextChoices):
    MALE = "male", _("Nam")
    FEMALE = "female", _("Nữ")
    UNKNOWN = "", _("Không rõ")


class ReturnChannel(models.TextChoices):
    DESK = "desk", _("Tại Bộ phận Một cửa")
    POSTAL = "postal", _("Qua bưu chính công ích")
    ONLINE = "online", _("Trực tuyến")


class ApplicantKind(models.TextChoices):
    """LoaiDoiTuong of the national dossier service: 1, 2."""

    PERSON = "person", _("Cá nhân")
    ORGANISATION = "organisation", _("Tổ chức, doanh nghiệp")


class Capacity(models.TextChoices):
    """As what somebody hands in (NĐ 61/2018 Điều 16)."""

    SELF = "self", _("Chính người có yêu cầu")
    REPRESENTATIVE = "representative", _("Người đại diện")
    AUTHORISED = "authorised", _("Người được ủy quyền")


class ResultKind(models.TextChoices):
    """A refusal after appraisal is a result too (NĐ 61/2018 Điều 19 khoản 8)."""

    GRANTED = "granted", _("Giải quyết")
    REFUSED = "refused", _("Từ chối giải quyết")


class Dossier(models.Model):
    """One application under way.

    unit: competent to resolve it; desk: the one-stop that received it (the same, but for reception regardless of
    boundary, NĐ 118/2025 Điều 14 khoản 2). seen_by: ids of all units that have or had a part in it: who may see it.
    code: given at acceptance; before it, `intake_ref` (number of the guidance slip) names the dossier.
    intake_key: made with the empty form; a form sent twice finds the first dossier.
    law_date: the day whose law binds it. submitted_at ≤ accepted_at: the clock starts at acceptance
    (NĐ 118/2025 Điều 17 khoản 3). clock_from: from when the limit counts now: acceptance, or completion after a
    supplement. due: the legal moment; promised: the end of that day, by which lateness is told (R23); appointment:
    what the applicant was told last, `promised` or the one re-appointment. near_from: when the queue begins to warn.
    apology_from: from when an apology is owed if nothing is decided (R21). fees_vnd: taken at the desk.
    submitter_*: who hands in for the applicant, and as what. corrects: the dossier whose result this one corrects.
    undo: the standing before the last act, while its author may take it back.
    version: raised by each change; a page that shows an older one gets a conflict.
    """

    code = models.CharField(max_length=60, null=True, unique=True)
    intake_ref = models.CharField(max_length=60, null=True, unique=True)
    intake_key = models.UUIDField(unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="dossiers")
    desk = models.ForeignKey(Unit, models.PROTECT, related_name="received_dossiers")
    seen_by = ArrayField(models.BigIntegerField(), default=list)
    procedure = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="dossiers")
    terms = models.ForeignKey(Terms, models.PROTECT, null=True, related_name="dossiers")
    process = models.ForeignKey(ProcessVersion, models.PROTECT, null=True, related_name="dossiers")
    state = models.CharField(max_length=20, choices=State)
    version = models.PositiveIntegerField(default=1)
    law_date = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.DIRECT)
    return_channel = models.CharField(max_length=10, choices=ReturnChannel, default=ReturnChannel.DESK)

    applicant_kind = models.CharField(max_length=12, choices=ApplicantKind, default=ApplicantKind.PERSON)
    applicant_name = models.CharField(max_length=200)
    applicant_sort_key = models.CharField(max_length=250)
    applicant_plain = models.CharField(max_length=200)
    applicant_number = models.CharField(max_length=20, blank=True)
    applicant_born_on = models.DateField(null=True)
    applicant_sex = models.CharField(max_length=10, choices=Sex, blank=True)
    applicant_address = models.CharField(max_length=300, blank=True)
    applicant_telephone = models.CharField(max_length=20, blank=True)
    applicant_email = models.EmailField(blank=True)
    submitter_capacity = models.CharField(max_length=16, choices=Capacity, default=Capacity.SELF)
    submitter_name = models.CharField(max_length=200, blank=True, default="")
    submitter_number = models.CharField(max_length=20, blank=True, default="")
    submitter_proof = models.CharField(max_length=200, blank=True, default="")

    submitted_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    clock_from = models.DateTimeField(null=True)
    limit_quantity = models.CharField(max_length=12, blank=True, default="")
    limit_unit = models.CharField(max_length=20, blank=True, default="")
    due = models.DateTimeField(null=True)
    promised = models.DateTimeField(null=True)
    appointment = models.DateTimeField(null=True)
    near_from = models.DateTimeField(null=True)
    apology_from = models.DateTimeField(null=True)
    provisional = models.BooleanField(default=False)
    resolved_at = models.DateTimeField(null=True)
    returned_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    fee_vnd = models.BigIntegerField(null=True)
    note = models.TextField(blank=True)
    result_kind = models.CharField(max_length=10, choices=ResultKind, blank=True, default="")
    result_summary = models.TextField(blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    undo = models.JSONField(null=True)
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
            models.UniqueConstraint(fields=["desk", "register_year", "register_number"], name="register_number_once"),
        ]
        indexes = [
            GinIndex(fields=["seen_by"], name="dossier_seen_by", fastupdate=False),
            models.Index(fields=["applicant_number"], name="dossier_person", condition=~Q(applicant_number="")),
            models.Index(
                fields=["applicant_telephone"], name="dossier_telephone", condition=~Q(applicant_telephone="")
            ),
            GinIndex(OpClass(F("applicant_plain"), name="gin_trgm_ops"), name="dossier_name_trigrams"),
            GinIndex(OpClass(F("code"), name="gin_trgm_ops"), name="dossier_code_trigrams"),
            models.Index(
                F("accepted_at").desc(), F("id").desc(), name="dossier_newest", condition=Q(accepted_at__isnull=False)
            ),
            models.Index(
                F("returned_at").desc(), F("id").desc(), name="dossier_returned", condition=Q(returned_at__isnull=False)
            ),
            models.Index(fields=["submitted_at", "id"], name="dossier_waiting", condition=Q(state__in=WAITING)),
            models.Index(fields=["procedure"], name="dossier_procedure"),
            models.Index(fields=["apology_from"], name="dossier_apology", condition=Q(resolved_at=None, ended_at=None)),
        ]

    @property
    def limit(self) -> Limit | None:
        """What its clock counts; None before acceptance."""
        return limit_of(self.limit_quantity, self.limit_unit)

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

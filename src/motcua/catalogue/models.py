"""The catalogue: administrative procedures (TTHC) in versions, as they were published.

Nothing here cascades into a dossier: a version that a dossier names cannot be deleted (PROTECT everywhere).
"""

from typing import Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.base.vietnamese import sort_key
from motcua.organisations.models import Unit


class Field(models.Model):
    """Lĩnh vực, for example Hộ tịch (G15-TP07)."""

    name = models.CharField(max_length=300, unique=True)
    code = models.CharField(max_length=40, blank=True)
    sort_key = models.CharField(max_length=400, editable=False)

    class Meta:
        db_table = "catalogue_field"

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.name)[:400]
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return self.name


class PublicationDecision(models.Model):
    """Quyết định công bố: what puts procedures in force and takes them out of it."""

    number = models.CharField(max_length=100, unique=True)
    issued_on = models.DateField(null=True)
    issuer = models.CharField(max_length=300, blank=True)
    made_up = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_decision"

    def __str__(self) -> str:
        return self.number


class Procedure(models.Model):
    """A procedure through all its versions; `current` is the one in force today."""

    code = models.CharField(max_length=60, unique=True)

    class Meta:
        db_table = "catalogue_procedure"

    def __str__(self) -> str:
        return self.code


SOURCES: Final = ("demo", "full", "commune", "catalogue")  # the order in which they are believed


class OnlineLevel(models.TextChoices):
    NONE = "", "Chưa cung cấp"
    PARTIAL = "partial", "Một phần"
    FULL = "full", "Toàn trình"


class ProcedureVersion(models.Model):
    """One wording of a procedure in one source. Dates are inclusive; open versions have no valid_to.

    levels: which levels of government take it: "commune", "district", "province", "ministry".
    branch: vertical agency that resolves it ("police", "insurance", …), empty for the committee's own.
    at_once: the result is handed over at once, no receipt unless asked (NĐ 61/2018 Điều 17 khoản 4).
    source: "demo", "full", "commune" or "catalogue"; source_rank: where sources overlap the lowest is shown.
    valid_from: null where the source does not state it. raw: what the source said, word for word; digest: of raw.
    needs_human: what the importer could not read for certain, a list of field names.
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(default=1)
    name = models.TextField()
    sort_key = models.TextField(editable=False)
    field = models.ForeignKey(Field, models.PROTECT, null=True, related_name="versions")
    decision = models.ForeignKey(PublicationDecision, models.PROTECT, null=True, related_name="versions")
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    levels = ArrayField(models.CharField(max_length=20), default=list)
    branch = models.CharField(max_length=40, blank=True)
    publisher = models.TextField(blank=True)
    agency = models.TextField(blank=True)
    who_may_apply = ArrayField(models.TextField(), default=list)
    result = models.TextField(blank=True)
    requirements = models.TextField(blank=True)
    steps = models.JSONField(default=list)
    legal_basis = models.JSONField(default=list)
    online_level = models.CharField(max_length=10, choices=OnlineLevel, blank=True)
    at_once = models.BooleanField(default=False)
    source = models.CharField(max_length=20)
    source_rank = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=64, blank=True)
    raw = models.JSONField(default=dict)
    needs_human = ArrayField(models.CharField(max_length=60), default=list)

    class Meta:
        db_table = "catalogue_version"
        constraints = [
            models.UniqueConstraint(fields=["procedure", "source", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="version_dates"
            ),
        ]

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort_key = sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def __str__(self) -> str:
        return self.name


class Channel(models.TextChoices):
    DIRECT = "direct", _("Trực tiếp")
    ONLINE = "online", _("Trực tuyến")
    POSTAL = "postal", _("Bưu chính")


class Terms(models.Model):
    """Limit and fee of one channel and case of a version.

    limit_quantity: whole number or fraction as text ("7.5"), empty where unknown; limit_unit as the working
    clock names it; limit_raw, fee_raw: what the source said. fee_vnd: đồng; null is unknown, never free.
    """

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="terms")
    place = models.PositiveIntegerField()
    channel = models.CharField(max_length=10, choices=Channel)
    case = models.CharField(max_length=300, blank=True)
    limit_quantity = models.CharField(max_length=12, blank=True)
    limit_unit = models.CharField(max_length=20, blank=True)
    limit_raw = models.JSONField(null=True)
    fee_vnd = models.BigIntegerField(null=True)
    fee_text = models.TextField(blank=True)
    fee_raw = models.JSONField(null=True)
    note = models.TextField(blank=True)
    needs_human = models.BooleanField(default=False)

    class Meta:
        db_table = "catalogue_terms"
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["version", "place"], name="terms_place_once")]


class RequiredPaper(models.Model):
    """Thành phần hồ sơ. 0 + 0 means "as the case may be"."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="papers")
    place = models.PositiveIntegerField()
    group = models.TextField(blank=True)
    name = models.TextField()
    originals = models.PositiveIntegerField(default=0)
    copies = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=60, blank=True)

    class Meta:
        db_table = "catalogue_paper"
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["version", "place"], name="paper_place_once")]


class Posting(models.Model):
    """A procedure posted at a unit's office or on its site (NĐ 63/2010/NĐ-CP Điều 17), from a day on.

    version: the wording that hangs there. lacking: of its 8 parts (NĐ 63/2010/NĐ-CP Điều 8 khoản 2), those it does not
    show. removed_on: the first day on which it no longer hangs there.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="postings")
    version = models.ForeignKey(ProcedureVersion, models.PROTECT, related_name="postings")
    posted_on = models.DateField()
    removed_on = models.DateField(null=True)
    lacking = ArrayField(models.CharField(max_length=40), default=list)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "catalogue_posting"
        constraints = [models.UniqueConstraint(fields=["unit", "version"], name="posted_once")]
        indexes = [models.Index(fields=["changed_at"], name="posting_changed")]

"""Papers of a dossier: handed in, issued, returned, paid; and the files behind them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models.dossier import Dossier
from motcua.organisations.models import Unit


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


class Slip(models.Model):
    """A paper of the one-stop that was issued: its content is kept as it was, prints are counted.

    form: kind of the paper (official.KINDS); its number and title are those of the law of the day.
    number: of the unit's yearly book of that form.
    content: what the paper says, all fields; a reprint shows the same. cancelled_at: the request was taken back.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="slips")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="slips")
    form = models.CharField(max_length=16)
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="slips")
    content = models.JSONField()
    prints = models.PositiveIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_slip"
        constraints = [models.UniqueConstraint(fields=["unit", "form", "year", "number"], name="slip_number_once")]


class ReturnWay(models.TextChoices):
    """How the result was handed over (NĐ 61/2018 Điều 20; NĐ 118/2025 Điều 6, 22)."""

    DESK = "desk", _("Tại Bộ phận Một cửa")
    POSTAL = "postal", _("Qua bưu chính công ích")
    ONLINE = "online", _("Bản điện tử")
    AUTHORISED = "authorised", _("Người được ủy quyền nhận")


class ReturnRecord(models.Model):
    """Who took the result, when, how, by which paper. without_receipt: identity papers and data of the dossier did.

    undone_at: the hand had slipped; the row stays.
    """

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="return_records")
    way = models.CharField(max_length=12, choices=ReturnWay, default=ReturnWay.DESK)
    taken_by = models.CharField(max_length=200)
    proof = models.CharField(max_length=200)
    without_receipt = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="returns")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_return"
        constraints = [
            models.UniqueConstraint(fields=["dossier"], name="returned_once", condition=Q(undone_at__isnull=True))
        ]


class FeeKind(models.TextChoices):
    """Luật Phí và lệ phí 2015 Điều 3."""

    FEE = "fee", _("Phí")
    CHARGE = "charge", _("Lệ phí")


class Payment(models.Model):
    """Money taken at the desk, or an exemption with its ground; amount in đồng, 0 for an exemption."""

    class Method(models.TextChoices):
        CASH = "cash", _("Tiền mặt")
        TRANSFER = "transfer", _("Chuyển khoản")
        EXEMPT = "exempt", _("Miễn")

    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="payments")
    kind = models.CharField(max_length=8, choices=FeeKind, default=FeeKind.CHARGE)
    amount_vnd = models.BigIntegerField()
    method = models.CharField(max_length=10, choices=Method)
    ground = models.CharField(max_length=300, blank=True)
    payer = models.CharField(max_length=200)
    slip = models.OneToOneField(Slip, models.PROTECT, null=True, related_name="payment")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="payments")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_because = models.CharField(max_length=300, blank=True)

    class Meta:
        db_table = "dossiers_payment"
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_vnd__gt=0) | Q(amount_vnd=0, method="exempt"), name="paid_or_exempt"
            ),
            models.CheckConstraint(condition=~Q(method="exempt", ground=""), name="exemption_has_a_ground"),
        ]


class Blob(models.Model):
    """A stored file by its content: SHA-256 in hex, bytes, media type found by content.

    removed_at: the content was destroyed when its time of keeping had passed (Luật Lưu trữ); hash and size stay, so
    that the record still proves what was there.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    removed_at = models.DateTimeField(null=True)

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

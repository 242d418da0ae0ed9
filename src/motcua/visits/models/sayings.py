"""What was said at a visit: append-only entries of tablets, photographs, signatures; nothing of it is ever changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.visits.models.visits import Visit


class EntryKind(models.TextChoices):
    ANSWER = "answer", _("Trả lời")
    NOTE = "note", _("Ghi chú")
    PHOTO = "photo", _("Ảnh")
    DEFECT = "defect", _("Tồn tại")
    RESOLVE = "resolve", _("Chọn khi khác nhau")
    SIGNATURE = "signature", _("Chữ ký")


class Device(models.Model):
    """A tablet (or a browser) of one inspector. hashed: SHA-256 of its token, which it alone has.

    revoked_at: from then on nothing is given to it and nothing taken from it.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="devices")
    hashed = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=60)
    registered_at = models.DateTimeField()
    last_seen_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "visits_device"


class Entry(models.Model):
    """One thing that a device said of a question, as it said it. Rows are only added (runtime/grants.py).

    uuid: made by the device, the same however often it is sent. seq: its place among what this device said of this
    visit, from 1 without a gap. seen: uuids of what it replaces, which its author had before him. said_at: by the
    device's own clock; skew: seconds to add to that clock, as it knew at the last contact. received_at: ours.
    Order never depends on clocks (engines/merging).
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="entries")
    uuid = models.UUIDField(unique=True)
    device = models.ForeignKey(Device, models.PROTECT, related_name="entries")
    seq = models.PositiveIntegerField()
    question = models.CharField(max_length=20, blank=True, default="")
    kind = models.CharField(max_length=9, choices=EntryKind)
    value = models.JSONField()
    seen = models.JSONField(default=list)
    said_at = models.DateTimeField()
    skew = models.BigIntegerField(default=0)
    received_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        db_table = "visits_entry"
        constraints = [
            models.UniqueConstraint(fields=["visit", "device", "seq"], name="entry_place_of_device"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="entry_from_one"),
            models.CheckConstraint(condition=Q(kind="signature") ^ ~Q(question=""), name="entry_of_a_question"),
        ]
        indexes = [models.Index(fields=["visit", "id"], name="entry_of_visit")]


class RefusedEntry(models.Model):
    """Something a device said that cannot stand: kept as it came and shown, so that no work is lost unseen.

    seq: its place; null where that place is taken by another. vi, en: why.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="refused_entries")
    device = models.ForeignKey(Device, models.PROTECT, related_name="refused_entries")
    seq = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=64)
    raw = models.JSONField()
    vi = models.CharField(max_length=300)
    en = models.CharField(max_length=300)
    received_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        db_table = "visits_refused_entry"
        constraints = [
            models.UniqueConstraint(fields=["visit", "device", "seq"], name="refused_place_of_device"),
            models.UniqueConstraint(fields=["visit", "device", "digest"], name="refused_once"),
        ]


class Photo(models.Model):
    """A photograph by the SHA-256 of its bytes, kept in the files of its visit. taken_at: by the device's clock."""

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="photos")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    taken_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        db_table = "visits_photo"
        constraints = [models.UniqueConstraint(fields=["visit", "sha256"], name="photo_once")]


class SignatureMark(models.Model):
    """A signature drawn on the glass: a picture of consent, no digital signature (Luật Giao dịch điện tử 2023 [M]).

    strokes: [[[x, y], …], …] in thousandths of the pad's width and height. png: SHA-256 of the picture made of them,
    kept in the files of the visit. entry: what a tablet brought, then of_digest is of what had been said when it was
    drawn, as the device knew it (engines/merging.digest). Without an entry it was drawn under the minutes: of_digest is
    that of their frozen text, by is whose account the page was open in.
    """

    class Side(models.TextChoices):
        TEAM = "team", _("Đoàn kiểm tra")
        UNIT = "unit", _("Đơn vị được kiểm tra")

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="signatures")
    entry = models.OneToOneField(Entry, models.PROTECT, null=True, related_name="signature")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    side = models.CharField(max_length=4, choices=Side)
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    strokes = models.JSONField()
    png = models.CharField(max_length=64)
    of_digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        db_table = "visits_signature_mark"
        constraints = [
            models.UniqueConstraint(
                fields=["visit", "side", "of_digest"],
                condition=Q(entry__isnull=True),
                name="minutes_signed_once_a_side",
            ),
            models.CheckConstraint(
                condition=Q(entry__isnull=True) ^ Q(by__isnull=True), name="mark_of_a_tablet_or_of_the_minutes"
            ),
        ]

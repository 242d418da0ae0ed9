"""What people are told: staff in the application, applicants by e-mail. Every message once."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.models.dossier import Dossier


class Message(models.Model):
    """One message to one person. once: event and receiver; the same event tells nobody twice.

    user: a member of staff, in the application. address: of an applicant, by e-mail. stage "sending" that stays is
    unsure: the worker died between handing it over and noting it; it is never sent again by itself.
    """

    class Stage(models.TextChoices):
        QUEUED = "queued", _("Chờ gửi")
        SENDING = "sending", _("Đang gửi")
        SENT = "sent", _("Đã gửi")
        FAILED = "failed", _("Không gửi được")
        UNSURE = "unsure", _("Không rõ đã gửi chưa")

    once = models.CharField(max_length=80, unique=True)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="messages")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="messages")
    address = models.EmailField(blank=True)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    stage = models.CharField(max_length=8, choices=Stage, default=Stage.QUEUED)
    tries = models.PositiveSmallIntegerField(default=0)
    fault = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField()
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "dossiers_message"
        indexes = [
            models.Index(fields=["user", "-id"], name="message_of_user", condition=Q(user__isnull=False)),
            models.Index(fields=["stage", "id"], name="message_not_sent", condition=~Q(stage="sent")),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(user__isnull=False, address="") | Q(user=None) & ~Q(address=""),
                                   name="message_has_one_receiver")
        ]  # fmt: skip


class Told(models.Model):
    """Up to which event people were told; one row."""

    upto = models.BigIntegerField()
    only = models.BooleanField(default=True, unique=True)

    class Meta:
        db_table = "dossiers_told"

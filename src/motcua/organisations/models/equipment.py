"""What stands at a one-stop, and in what state it has been."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models.units import Unit


class EquipmentKind(models.TextChoices):
    COMPUTER = "computer", _("Máy tính")
    PRINTER = "printer", _("Máy in")
    SCANNER = "scanner", _("Máy quét")
    COUNTER = "counter", _("Quầy")
    SEAT = "seat", _("Ghế chờ")
    QUEUE_MACHINE = "queue_machine", _("Máy lấy số")
    CAMERA = "camera", _("Camera")
    NETWORK = "network", _("Đường mạng")
    SCREEN = "screen", _("Màn hình tra cứu")


class Equipment(models.Model):
    """A thing with a label of its own (the QR), or `count` like things under one label (seats).

    acquired_on, retired_on: first and last day at the one-stop, inclusive.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="equipment")
    kind = models.CharField(max_length=20, choices=EquipmentKind)
    label = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    place = models.CharField(max_length=100, blank=True)
    acquired_on = models.DateField()
    retired_on = models.DateField(null=True)
    count = models.PositiveSmallIntegerField(default=1)

    class Meta:
        db_table = "organisations_equipment"
        constraints = [
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True) | Q(retired_on__gte=F("acquired_on")), name="equipment_dates"
            ),
            models.CheckConstraint(condition=Q(count__gte=1), name="equipment_is_something"),
        ]


class State(models.TextChoices):
    WORKING = "working", _("Hoạt động")
    BROKEN = "broken", _("Hỏng")
    REPAIR = "repair", _("Đang sửa")


class EquipmentState(models.Model):
    """From `since` on the thing is in this state; rows are added, never changed: the newest before a moment counts."""

    equipment = models.ForeignKey(Equipment, models.PROTECT, related_name="states")
    state = models.CharField(max_length=10, choices=State)
    since = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "organisations_equipment_state"
        indexes = [models.Index(fields=["equipment", "since"], name="equipment_state_since")]

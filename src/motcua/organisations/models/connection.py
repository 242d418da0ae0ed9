"""How well a one-stop reaches this server, as the browsers of its own people measured it."""

from django.db import models
from django.db.models import Q

from motcua.organisations.models.units import Unit


class ConnectionSample(models.Model):
    """Five minutes of a unit. slot: their start.

    samples: calls that came through, with the sum and the longest of their round trips in ms; failures: calls that
    did not, told afterwards by the browsers that made them.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="connection_samples")
    slot = models.DateTimeField()
    samples = models.PositiveIntegerField(default=0)
    latency_ms_total = models.PositiveBigIntegerField(default=0)
    latency_ms_max = models.PositiveIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "organisations_connection_sample"
        constraints = [
            models.UniqueConstraint(fields=["unit", "slot"], name="connection_slot_once"),
            models.CheckConstraint(condition=Q(samples__gt=0) | Q(failures__gt=0), name="connection_says_something"),
        ]

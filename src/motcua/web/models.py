"""What the web floor itself keeps: the windows of its rate limits, and answers already given to programs."""

from django.db import models


class RateWindow(models.Model):
    """Calls of one caller for one purpose since `opened_at`; key is a keyed hash, no address is kept."""

    key = models.CharField(max_length=64, primary_key=True)
    opened_at = models.DateTimeField()
    hits = models.PositiveIntegerField()

    class Meta:
        db_table = "web_rate_window"


class Answered(models.Model):
    """The answer to a write of the API by its idempotency key, so that the same call again changes nothing.

    owner: key of the token; digest: SHA-256 of method, address and body. Kept for a week.
    """

    owner = models.BigIntegerField()
    key = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    body = models.JSONField(null=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "web_answered"
        constraints = [models.UniqueConstraint(fields=["owner", "key"], name="answered_once")]

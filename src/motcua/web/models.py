"""What the web floor itself keeps: the windows of its rate limits."""

from django.db import models


class RateWindow(models.Model):
    """Calls of one caller for one purpose since `opened_at`; key is a keyed hash, no address is kept."""

    key = models.CharField(max_length=64, primary_key=True)
    opened_at = models.DateTimeField()
    hits = models.PositiveIntegerField()

    class Meta:
        db_table = "web_rate_window"

"""The minutes of a visit: what was found, frozen word by word before anybody signs it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.visits.models.visits import Visit


class Minutes(models.Model):
    """The biên bản of a visit, from the moment when its text was frozen. A text that was thawed again stays as it was.

    content: all that it says (visits/minutes.py), digest: SHA-256 over it in its one form; both sides sign that digest.
    paper: SHA-256 of the document with both signatures, kept in the files of the visit, once both have signed.
    """

    visit = models.ForeignKey(Visit, models.PROTECT, related_name="minutes")
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    thawed_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    paper = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        db_table = "visits_minutes"
        constraints = [
            models.UniqueConstraint(fields=["visit"], condition=Q(thawed_at__isnull=True), name="minutes_once_a_visit"),
            models.CheckConstraint(
                condition=Q(thawed_at__isnull=True) | Q(signed_at__isnull=True), name="signed_minutes_do_not_thaw"
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, paper="") | Q(signed_at__isnull=False) & ~Q(paper=""),
                name="signed_minutes_have_a_paper",
            ),
        ]

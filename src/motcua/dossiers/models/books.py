"""Numbers and registers."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.organisations.models import Unit


class Counter(models.Model):
    """The next number of a gap-free series: its row is locked by the transaction that takes a number."""

    name = models.CharField(max_length=100, primary_key=True)
    last = models.PositiveBigIntegerField()

    class Meta:
        db_table = "dossiers_counter"


class RegisterBook(models.Model):
    """The register (Sổ theo dõi hồ sơ) of a one-stop for a year: opened by its first number, closed at year end.

    last_number: of the closed book; the head signs it (TT 01/2018/TT-VPCP Điều 10).
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="register_books")
    year = models.PositiveIntegerField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    last_number = models.PositiveIntegerField(null=True)

    class Meta:
        db_table = "dossiers_register_book"
        constraints = [
            models.UniqueConstraint(fields=["unit", "year"], name="register_book_once"),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at"), last_number__isnull=False),
                name="closed_register_has_its_last_number",
            ),
        ]


class PaperEntry(models.Model):
    """A line of a paper register, imported: dossiers that were kept on paper while no system worked (Điều 39).

    cells: the columns of Mẫu số 06 as they were written.
    """

    book = models.ForeignKey(RegisterBook, models.PROTECT, related_name="paper_entries")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=60, blank=True)
    cells = models.JSONField()

    class Meta:
        db_table = "dossiers_paper_entry"
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="paper_entry_once")]

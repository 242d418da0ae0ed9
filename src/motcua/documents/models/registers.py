"""Registers of issued and incoming documents (NĐ 30/2020/NĐ-CP Điều 15, 22), and of the legal texts they cite."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from motcua.organisations.models import Unit


class LegalText(models.Model):
    """A legal text that documents cite. valid_to: its last day, inclusive; null while nothing ended it."""

    symbol = models.CharField(max_length=100, unique=True)
    title = models.CharField(max_length=500)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    replaced_by = models.CharField(max_length=100, blank=True, default="")
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "documents_legal_text"
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")), name="legal_text_dates"
            )
        ]

    def __str__(self) -> str:
        return self.symbol


class IssuedDocument(models.Model):
    """A document that a unit issued, as its outgoing register has it.

    number, symbol: "15" and "QĐ-UBND". signed_at: of the agency's digital signature; sent_at: over the network. basis:
    symbols of the legal texts it cites. kept: SHA-256 of its file where one is kept. rules: codes of the format rules
    it breaks, as found at checked_at; null where it was never checked. changed_at: when the row last changed.
    """

    class Form(models.TextChoices):
        PAPER = "paper", _("Bản giấy")
        ELECTRONIC = "electronic", _("Bản điện tử")
        BOTH = "both", _("Bản giấy và bản điện tử")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="issued_documents")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=100)
    document_type = models.CharField(max_length=100)
    subject = models.CharField(max_length=1000)
    signer = models.CharField(max_length=200, blank=True, default="")
    issued_on = models.DateField()
    form = models.CharField(max_length=10, choices=Form)
    signed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    basis = models.JSONField(default=list)
    kept = models.CharField(max_length=64, blank=True, default="")
    checked_at = models.DateTimeField(null=True)
    rules = models.JSONField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "documents_issued"
        constraints = [
            models.UniqueConstraint(fields=["unit", "year", "symbol", "number"], name="issued_document_once"),
            models.CheckConstraint(condition=Q(number__gt=0), name="issued_document_has_a_number"),
            models.CheckConstraint(
                condition=Q(checked_at__isnull=True, rules__isnull=True)
                | Q(checked_at__isnull=False, rules__isnull=False),
                name="issued_document_checked",
            ),
        ]
        indexes = [
            models.Index(fields=["changed_at"], name="issued_changed"),
            models.Index(fields=["unit", "-issued_on", "-id"], name="issued_of_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.symbol}"


class IncomingDocument(models.Model):
    """A document that came in, as the register has it. number: of arrival; due_on: by when it has to be dealt with."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="incoming_documents")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=100)
    sender = models.CharField(max_length=300)
    subject = models.CharField(max_length=1000)
    received_on = models.DateField()
    electronic = models.BooleanField()
    due_on = models.DateField(null=True)
    done_on = models.DateField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "documents_incoming"
        constraints = [models.UniqueConstraint(fields=["unit", "year", "number"], name="incoming_document_once")]
        indexes = [
            models.Index(fields=["changed_at"], name="incoming_changed"),
            models.Index(fields=["unit", "-received_on", "-id"], name="incoming_of_unit"),
            models.Index(fields=["due_on"], name="incoming_waits", condition=Q(done_on__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.symbol

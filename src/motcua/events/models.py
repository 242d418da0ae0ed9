"""The record: append-only rows, chained by hash in streams."""

from django.db import models


class Stream(models.Model):
    """Head of one chain. It is the lock of the stream, and shows when the chain's tail was cut off."""

    name = models.CharField(max_length=80, primary_key=True)
    length = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "events_stream"


class Event(models.Model):
    """One thing that happened, with its legal ground. The application may only add rows.

    stream: the chain it belongs to: `dossier:<id>`, `accounts`, `catalogue`, `calendars`.
    actor_id, actor_name: who; no foreign key, the record outlives accounts.
    data: before, after and what else the reader needs; strings, whole numbers, booleans, lists, objects.
    hash: SHA-256 of the hash before it and this row's canonical text (events.chain).
    """

    stream = models.CharField(max_length=80)
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=80)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    ground = models.CharField(max_length=300)
    data = models.JSONField()
    hash = models.BinaryField()

    class Meta:
        db_table = "events_event"
        constraints = [models.UniqueConstraint(fields=["stream", "seq"], name="event_place_in_stream")]
        indexes = [models.Index(fields=["kind", "at"], name="event_kind_at")]


class Seal(models.Model):
    """The root over a batch of events, chained to the seal before it. The application may only add rows.

    It covers the events whose id lies after `last` of the seal before, up to its own `last`. leaves: 32 bytes of
    each event in the order of their ids, so that a changed row is named and not only its batch.
    """

    number = models.BigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    last = models.BigIntegerField()
    count = models.IntegerField()
    root = models.BinaryField()
    previous = models.BinaryField()
    hash = models.BinaryField()
    leaves = models.BinaryField()

    class Meta:
        db_table = "events_seal"

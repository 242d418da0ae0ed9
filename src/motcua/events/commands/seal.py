"""Sealing: every event written so far goes into a seal, each into one."""

from datetime import datetime
from typing import Final

from django.db import connection, transaction
from django.db.utils import OperationalError

from motcua.engines.record import GENESIS, leaf, root, seal_hash
from motcua.events.commands.record import GATE
from motcua.events.models import Event, Seal

BATCH: Final = 4096
SEALER: Final = 0x6D63_7365  # advisory lock: one sealer at a time
PATIENCE: Final = "500ms"  # a writer that takes longer is not waited for: the next turn seals


def seal(*, now: datetime) -> int:
    """Seal all events whose writers have finished; returns how many. Run twice it seals nothing the second time.

    Two sealers at once: the second finds the work done. While a long transaction is writing, nothing is sealed.
    """
    upto, sealed = all_written(), 0
    while upto is not None and (made := _seal_batch(upto, now)):
        sealed += made
    return sealed


def all_written() -> int | None:
    """The highest id below which no event can still appear: writers hold the gate until they commit.

    None where a writer did not finish in time, or nothing was ever written.
    """
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select set_config('lock_timeout', %s, true)", [PATIENCE])
            cursor.execute("select pg_advisory_xact_lock(%s)", [GATE])
            cursor.execute("select max(id) from events_event")
            found = cursor.fetchone()[0]
            return int(found) if found is not None else None
    except OperationalError:  # lock timeout
        return None


@transaction.atomic
def _seal_batch(upto: int, now: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [SEALER])
    before = Seal.objects.order_by("-number").first()
    last, previous = (before.last, bytes(before.hash)) if before else (0, GENESIS)
    rows = Event.objects.filter(id__gt=last, id__lte=upto).order_by("id").values_list("id", "stream", "seq", "hash")
    batch = list(rows[:BATCH])
    if not batch:
        return 0
    leaves = [leaf(pk, stream, seq, bytes(chain)) for pk, stream, seq, chain in batch]
    number, end, top = (before.number + 1 if before else 1), batch[-1][0], root(leaves)
    Seal.objects.create(
        number=number, sealed_at=now, last=end, count=len(batch), root=top, previous=previous, leaves=b"".join(leaves),
        hash=seal_hash(number, now, last=end, count=len(batch), root=top, previous=previous),
    )  # fmt: skip
    return len(batch)

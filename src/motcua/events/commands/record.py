"""Writing the record: one function, inside the caller's transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from django.db import connection

from motcua.engines.record import GENESIS, as_json, canonical
from motcua.events import subscriptions


class Actor(Protocol):
    """Whoever does something: a signed-in user, or the system itself."""

    @property
    def pk(self) -> int | None:
        """Key of the account; None for the system."""
        ...

    def record_name(self) -> str:
        """The name the record keeps."""
        ...


# Writers hold this gate, shared, until they commit: the sealer knows that no event below an id can still appear.
GATE = 0x6D63_6774
APPEND = """
with gate as materialized (select pg_advisory_xact_lock_shared(%(gate)s)),
head as (
  insert into events_stream as s (name, length, hash) values (%(stream)s, 1, sha256(%(genesis)s || %(body)s))
  on conflict (name) do update set length = s.length + 1, hash = sha256(s.hash || %(body)s)
  returning length, hash)
insert into events_event (stream, seq, kind, at, actor_id, actor_name, ground, data, hash)
select %(stream)s, length, %(kind)s, %(at)s, %(actor_id)s, %(actor_name)s, %(ground)s, %(data)s::jsonb, hash
from gate, head returning id
"""


def record(kind: str, stream: str, *, by: Actor, at: datetime, ground: str, data: Mapping[str, object]) -> int:
    """Append one event and queue the jobs of those who subscribed to its kind; returns its id.

    Runs in the caller's transaction: change, event and jobs stand or fall together. The row of the stream's
    head is locked to the end of it, so that two writers never take one place. Raises TypeError where `data`
    cannot be kept exactly; RuntimeError outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an event is recorded in the transaction of the change it tells of")
    who, name = by.pk, by.record_name()
    body = canonical(stream=stream, kind=kind, at=at, actor_id=who, actor_name=name, ground=ground, data=data)
    values: dict[str, str | int | bytes | datetime | None] = {
        "stream": stream, "kind": kind, "at": at, "ground": ground, "body": body, "actor_id": who, "actor_name": name,
        "data": as_json(data), "genesis": GENESIS, "gate": GATE,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(APPEND, values)
        event_id = int(cursor.fetchone()[0])
    subscriptions.queue(kind, event_id)
    return event_id

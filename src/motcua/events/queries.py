"""Reading the record. Whose events these are is decided by the app that owns the stream."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from motcua.engines.record import GENESIS, canonical, link
from motcua.events.models import Event, Stream


def get(event_id: int) -> Event:
    """One event by its id, for a task that was told of it."""
    return Event.objects.get(pk=event_id)


def of_stream(stream: str) -> QuerySet[Event]:
    """The events of one chain, newest first."""
    return Event.objects.filter(stream=stream).order_by("-seq")


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where a stream does not prove itself. event_id is None where rows are missing at its end."""

    stream: str
    seq: int
    event_id: int | None
    what: str


def faults() -> Iterator[Fault]:
    """Walk every chain once; yields the first fault of each stream that has one, by stream name.

    Streams the table in order on its unique index: memory does not grow with the record.
    """
    heads = {row.name: (row.length, bytes(row.hash)) for row in Stream.objects.all().iterator()}
    name, length, before, broken = "", 0, GENESIS, False
    for row in Event.objects.order_by("stream", "seq").iterator(chunk_size=5000):
        if row.stream != name:
            yield from _end(name, length, before, heads, broken)
            name, length, before, broken = row.stream, 0, GENESIS, False
        if broken:
            continue
        length += 1
        if fault := _fault(row, length, before):
            broken = True
            yield fault
        before = bytes(row.hash)
    yield from _end(name, length, before, heads, broken)
    for missing in sorted(heads):
        yield Fault(missing, 1, None, "the whole stream is missing")


def _fault(row: Event, expected: int, before: bytes) -> Fault | None:
    if row.seq != expected:
        return Fault(row.stream, expected, row.pk, f"row {expected} of the stream is missing before this one")
    body = canonical(
        stream=row.stream,
        kind=row.kind,
        at=row.at,
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        ground=row.ground,
        data=row.data,
    )
    if link(before, body) != bytes(row.hash):
        return Fault(row.stream, row.seq, row.pk, "this row is not what was written")
    return None


def _end(name: str, length: int, last: bytes, heads: dict[str, tuple[int, bytes]], broken: bool) -> Iterator[Fault]:
    """Compare the end of a finished stream with its head, and take the head off the list."""
    if not name:
        return
    head = heads.pop(name, None)
    if broken:
        return
    if head is None:
        yield Fault(name, length, None, "the head of the stream is missing")
    elif head != (length, last):
        yield Fault(name, length + 1, None, "rows are missing at the end of the stream")

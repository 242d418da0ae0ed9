"""Proving the seals, and writing out what a third party needs. Reads only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from motcua.engines.record import GENESIS, SealRow, leaf, path, root, seal_hash
from motcua.engines.record.proof import FORMAT
from motcua.events.models import Event, Seal

LEAF: Final = 32
CHANGED: Final = "this row is not the one that was sealed here: changed, moved or missing"


@dataclass(frozen=True, slots=True)
class SealFault:
    """The first place where the seals do not prove themselves; event_id: of the row, where one can be named."""

    number: int
    event_id: int | None
    what: str


def rows() -> Iterator[SealRow]:
    """The chain of seals, oldest first, without their leaves."""
    for one in Seal.objects.order_by("number").defer("leaves").iterator(chunk_size=500):
        yield SealRow(
            one.number, one.sealed_at, one.last, one.count, bytes(one.root), bytes(one.previous), bytes(one.hash)
        )


def fault() -> SealFault | None:
    """Walk all seals with the events they cover, in flat memory; the first fault, or None."""
    previous, last = GENESIS, 0
    for number, one in enumerate(Seal.objects.order_by("number").iterator(chunk_size=50), start=1):
        if one.number != number:
            return SealFault(number, None, "this seal is missing")
        made = seal_hash(
            one.number, one.sealed_at, last=one.last, count=one.count, root=bytes(one.root), previous=previous
        )
        if bytes(one.previous) != previous or made != bytes(one.hash):
            return SealFault(number, None, "this seal is not what was written")
        found = _batch_fault(one, last)
        if found is not None:
            return found
        previous, last = bytes(one.hash), one.last
    return None


def _batch_fault(seal: Seal, after: int) -> SealFault | None:
    kept = bytes(seal.leaves)
    sealed = [kept[n : n + LEAF] for n in range(0, len(kept), LEAF)]
    if len(sealed) != seal.count or root(sealed) != bytes(seal.root):
        return SealFault(seal.number, None, "the leaves of this seal are not what was written")
    found = _events(after, seal.last)
    for place, wanted in enumerate(sealed):
        event = next(found, None)
        if event is None:
            return SealFault(seal.number, None, f"event {place + 1} of {seal.count} of this seal is missing")
        if leaf(*event) != wanted:
            return SealFault(seal.number, event[0], CHANGED)
    extra = next(found, None)
    return SealFault(seal.number, extra[0], "this row was put in after the sealing") if extra else None


def _events(after: int, upto: int) -> Iterator[tuple[int, str, int, bytes]]:
    rows = Event.objects.filter(id__gt=after, id__lte=upto).order_by("id")
    for pk, stream, seq, chain in rows.values_list("id", "stream", "seq", "hash").iterator(chunk_size=5000):
        yield pk, stream, seq, bytes(chain)


def not_sealed() -> int:
    """How many events no seal covers yet."""
    last = Seal.objects.order_by("-number").values_list("last", flat=True).first() or 0
    return Event.objects.filter(id__gt=last).count()


def against(exported: Iterable[Mapping[str, Any]]) -> SealFault | None:
    """Compare with a chain that was stored elsewhere: the first seal that was rewritten or is gone."""
    here = {row.number: row.hash.hex() for row in rows()}
    for row in exported:
        if here.get(int(row["number"])) != row["hash"]:
            return SealFault(int(row["number"]), None, "this seal is not the one that was exported")
    return None


def proof_of(stream: str, name: str) -> dict[str, Any]:
    """All that proves one stream; its events must be sealed. Raises ValueError where one is not."""
    events = list(Event.objects.filter(stream=stream).order_by("seq"))
    seals = list(Seal.objects.filter(last__gte=events[0].pk).order_by("number")) if events else []
    told = [_told(event, seals) for event in events]
    first = min((row["seal"] for row in told), default=1)
    chain = [row.as_json() for row in rows() if row.number >= first]
    return {"format": FORMAT, "dossier": name, "stream": stream, "events": told, "seals": chain}


def _told(event: Event, seals: list[Seal]) -> dict[str, Any]:
    seal = next((one for one in seals if one.last >= event.pk), None)
    if seal is None:
        raise ValueError(f"event {event.pk} is not sealed yet")
    kept = bytes(seal.leaves)
    leaves = [kept[n : n + LEAF] for n in range(0, len(kept), LEAF)]
    index = leaves.index(leaf(event.pk, event.stream, event.seq, bytes(event.hash)))
    return {
        "id": event.pk, "seq": event.seq, "kind": event.kind, "at": event.at.isoformat(timespec="microseconds"),
        "actor_id": event.actor_id, "actor_name": event.actor_name, "ground": event.ground, "data": event.data,
        "hash": bytes(event.hash).hex(), "seal": seal.number, "index": index,
        "path": [one.hex() for one in path(leaves, index)],
    }  # fmt: skip

"""A seal: the root over a batch of events, chained to the seal before."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class SealRow:
    """One seal. It covers the events whose id lies after the last one of the seal before, up to `last`.

    number: 1, 2, 3 …; count: events in it; root, previous, hash: 32 bytes.
    """

    number: int
    sealed_at: datetime
    last: int
    count: int
    root: bytes
    previous: bytes
    hash: bytes

    def as_json(self) -> dict[str, object]:
        """Bytes as hex, the moment in UTC to the microsecond."""
        return {
            "number": self.number, "sealed_at": _moment(self.sealed_at), "last": self.last, "count": self.count,
            "root": self.root.hex(), "previous": self.previous.hex(), "hash": self.hash.hex(),
        }  # fmt: skip


def leaf(event_id: int, stream: str, seq: int, chain_hash: bytes) -> bytes:
    """What a seal holds of an event: its number, its place in its stream and its chain hash; 32 bytes.

    A row that is moved, renumbered or rewritten together with its whole chain gives another leaf.
    """
    text = json.dumps([event_id, stream, seq, chain_hash.hex()], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()


def seal_hash(number: int, sealed_at: datetime, *, last: int, count: int, root: bytes, previous: bytes) -> bytes:
    """SHA-256 over the canonical text of a seal and the hash of the one before it."""
    row = [number, _moment(sealed_at), last, count, root.hex(), previous.hex()]
    return hashlib.sha256(json.dumps(row, separators=(",", ":")).encode()).digest()


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")

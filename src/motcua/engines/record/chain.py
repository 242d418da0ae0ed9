"""The chain of the record: what is hashed, and how a reader checks it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

GENESIS: Final = bytes(32)


def canonical(
    *,
    stream: str,
    kind: str,
    at: datetime,
    actor_id: int | None,
    actor_name: str,
    ground: str,
    data: Mapping[str, object],
) -> bytes:
    """The text of an event that is hashed: JSON, keys sorted, UTF-8, the moment in UTC to the microsecond.

    Raises TypeError for what JSON cannot carry exactly (a fraction of a number among them).
    """
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    row = [stream, kind, moment, actor_id, actor_name, ground, _exact(data)]
    return json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def link(before: bytes, body: bytes) -> bytes:
    """The hash of an event: SHA-256 over the hash before it and its own canonical text."""
    return hashlib.sha256(before + body).digest()


def as_json(data: Mapping[str, object]) -> str:
    """`data` as it is stored; the same exactness as the hashed text."""
    return json.dumps(_exact(data), ensure_ascii=False)


def _exact(value: object) -> object:
    if isinstance(value, float):
        raise TypeError("the record takes no floating-point number; write a text or a whole number")
    if isinstance(value, Mapping):
        return {str(key): _exact(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_exact(item) for item in value]
    return value

"""The draw of what is looked at: anybody draws it again from the register's keys, the seed and the size. Pure."""

import hashlib
import random
from collections.abc import Iterable, Sequence


def drawn(keys: Sequence[str], *, seed: int, size: int) -> list[str]:
    """The keys that are drawn, in their order; the order in which they are given does not matter."""
    told = sorted(set(keys))
    return sorted(random.Random(seed).sample(told, min(size, len(told))))  # noqa: S311 - to be drawn again


def digest(keys: Iterable[str]) -> str:
    """SHA-256 in hex of keys, whatever their order."""
    return hashlib.sha256("\n".join(sorted(set(keys))).encode()).hexdigest()

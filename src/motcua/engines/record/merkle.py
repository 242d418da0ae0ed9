"""Merkle trees as in RFC 6962 §2.1: leaves are hashed after 0x00, nodes after 0x01; any number of leaves."""

import hashlib
from collections.abc import Sequence


def root(leaves: Sequence[bytes]) -> bytes:
    """Root over the leaves' data; of no leaves the hash of nothing."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = [_leaf(data) for data in leaves]
    while len(level) > 1:  # an odd last node goes up as it is: the same tree as the RFC's split
        paired = [_node(level[n], level[n + 1]) for n in range(0, len(level) - 1, 2)]
        level = paired + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """What is hashed with leaf `index` on its way up to the root, from below. Raises IndexError."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    level, found = [_leaf(data) for data in leaves], []
    while len(level) > 1:
        beside = index ^ 1
        if beside < len(level):
            found.append(level[beside])
        paired = [_node(level[n], level[n + 1]) for n in range(0, len(level) - 1, 2)]
        level = paired + ([level[-1]] if len(level) % 2 else [])
        index //= 2
    return found


def check(data: bytes, index: int, size: int, way: Sequence[bytes], wanted: bytes) -> bool:
    """Is `data` leaf `index` of a tree of `size` leaves with this root?"""
    if not 0 <= index < size:
        return False
    at, last, left = _leaf(data), size - 1, list(way)
    while last > 0:
        if index % 2 or index < last:
            if not left:
                return False
            beside = left.pop(0)
            at = _node(beside, at) if index % 2 else _node(at, beside)
        index, last = index // 2, last // 2
    return not left and at == wanted


def _leaf(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()

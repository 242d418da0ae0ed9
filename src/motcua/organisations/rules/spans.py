"""Sets of half-open spans of time, in order and apart."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

Span: TypeAlias = tuple[datetime, datetime]


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same time in as few spans as hold it; empty ones are left out."""
    found: list[Span] = []
    for begin, end in sorted(span for span in spans if span[0] < span[1]):
        if found and begin <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((begin, end))
    return found


def common(left: Iterable[Span], right: Iterable[Span]) -> list[Span]:
    """The time that both hold."""
    others = list(right)
    return joined((max(a, c), min(b, d)) for a, b in left for c, d in others)


def without(spans: Iterable[Span], taken: Iterable[Span]) -> list[Span]:
    """The time of `spans` that `taken` leaves."""
    left = joined(spans)
    for begin, end in joined(taken):
        pieces = [piece for a, b in left for piece in ((a, min(b, begin)), (max(a, end), b))]
        left = joined(pieces)
    return left

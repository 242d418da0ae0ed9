"""The draw of documents that people review: anyone can draw it again from the list, the seed and the share."""

import random
from collections.abc import Sequence

Key = tuple[str, int, str, int]  # code of the unit, year, symbol, number: what names a document in every register


def size(documents: int, percent: int) -> int:
    """How many are drawn: the share, rounded up, so that a share of something is never nothing."""
    return -(-documents * percent // 100)


def drawn(keys: Sequence[Key], *, seed: int, percent: int) -> set[Key]:
    """Which of the documents are drawn; the order in which they are given does not matter."""
    return set(random.Random(seed).sample(sorted(keys), size(len(keys), percent)))  # noqa: S311 - to be drawn again

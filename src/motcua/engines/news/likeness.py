"""Whose words an article has: MinHash over runs of five words, compared with what was there before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from datasketch import MinHash, MinHashLSH

from motcua.engines.linkage.normal import bare

PERMUTATIONS: Final = 128
RUN: Final = 5
SCHEME: Final = "affine32"  # fixed: fingerprints are kept
ALIKE: Final = 0.2  # a candidate from here; below it is nobody's copy


@dataclass(frozen=True, slots=True)
class Known:
    """An earlier article: its key, whose it is, its fingerprint."""

    key: int
    owner: int
    fingerprint: bytes


def fingerprint(text: str) -> bytes:
    """512 bytes; the same for the same words whatever their marks and cases."""
    words = bare(text).split()
    made = MinHash(num_perm=PERMUTATIONS, scheme=SCHEME)
    runs = {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}
    made.update_batch([run.encode() for run in sorted(runs)])
    return np.asarray(made.hashvalues, dtype=np.uint32).tobytes()


def _read(held: bytes) -> MinHash:
    return MinHash(num_perm=PERMUTATIONS, hashvalues=np.frombuffer(held, dtype=np.uint32), scheme=SCHEME)


def original(new: Iterable[Known], before: Iterable[Known]) -> dict[int, tuple[int, int | None]]:
    """Of each new article: per cent that no earlier one of another owner has, and the key of the nearest of these.

    Likeness is that of the sets of runs (Jaccard), estimated with an error of about 5 points.
    """
    index = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    held: dict[int, tuple[int, MinHash]] = {}
    for one in before:
        held[one.key] = (one.owner, _read(one.fingerprint))
        index.insert(one.key, held[one.key][1])
    found: dict[int, tuple[int, int | None]] = {}
    for one in new:
        mine = _read(one.fingerprint)
        others = [(held[key][1].jaccard(mine), -key) for key in index.query(mine) if held[key][0] != one.owner]
        like, key = max(others, default=(0.0, 0))
        found[one.key] = (100 - round(100 * like), -key if others else None)
        if one.key not in held:
            held[one.key] = (one.owner, mine)
            index.insert(one.key, mine)
    return found

"""What mending earned: leaves of the sample set that are whole again since something of them was mended. Pure.

A leaf with anything open earns nothing (inspection.standing); it counts once, however much of it was mended. All of
it is a convention of ours [C]: the set is a sample, no text of law.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Place: TypeAlias = tuple[int, str]  # a unit, and a leaf of the set in it


@dataclass(frozen=True, slots=True)
class Earned:
    """What one unit earned: its leaves that are whole again, by name, and their points."""

    leaves: tuple[str, ...]
    points: int


NOTHING = Earned((), 0)


def earned(mended: Iterable[Place], standing: Iterable[Place], leaves: Mapping[str, int]) -> dict[int, Earned]:
    """By unit, of those that earned anything. mended: where a case was mended; standing: where a finding still is.

    A leaf that the set does not know moves no points and is none of its leaves.
    """
    still, whole = set(standing), dict[int, set[str]]()
    for unit, leaf in mended:
        if (unit, leaf) not in still and leaf in leaves:
            whole.setdefault(unit, set()).add(leaf)
    return {unit: Earned(tuple(sorted(held)), sum(leaves[one] for one in held)) for unit, held in whole.items()}

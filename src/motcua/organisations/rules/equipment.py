"""What a one-stop lacks against the norm, as of a moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from motcua.engines.law import Regime

WORKING: Final = "working"


@dataclass(frozen=True, slots=True)
class Thing:
    """One row of the register: its kind, how many it stands for, its state at that moment."""

    kind: str
    count: int
    state: str


@dataclass(frozen=True, slots=True)
class Holding:
    """Of one kind: how many the norm asks for, how many are there, how many of these work."""

    kind: str
    wanted: int
    owned: int
    working: int

    @property
    def lacks(self) -> int:
        """How many working ones are missing."""
        return max(0, self.wanted - self.working)


def norm(law: Regime, level: str) -> Mapping[str, int]:
    """How many of each kind a one-stop of this level has at the least; empty where the law does not know it."""
    found = dict(law).get(level)
    return found.value if found else {}


def against_norm(wanted: Mapping[str, int], things: Iterable[Thing]) -> list[Holding]:
    """Every kind of the norm, then what is there beyond it."""
    rows = list(things)
    kinds = dict.fromkeys([*wanted, *(row.kind for row in rows)])
    return [
        Holding(
            kind, wanted.get(kind, 0), sum(row.count for row in rows if row.kind == kind),
            sum(row.count for row in rows if row.kind == kind and row.state == WORKING),
        )
        for kind in kinds
    ]  # fmt: skip


def shortfall(wanted: Mapping[str, int], things: Iterable[Thing]) -> list[Holding]:
    """The kinds of which too few work."""
    return [row for row in against_norm(wanted, things) if row.lacks]

"""Records of several sources into clusters of one dossier each: pure, no query, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import Final

from motcua.engines.linkage import Pair
from motcua.engines.linkage.classes import Birth, Name, Number, Procedure
from motcua.engines.linkage.matching import MATCH

CERTAIN: Final = 1.0
NEARLY: Final = 0.79  # a pair that a person should look at, however sure the engine is [C]
_NUMBERS: Final = (Number.EQUAL, Number.SLIP)
SOFTWARE: Final = "software"
Record = tuple[str, int]  # source and key


@dataclass(frozen=True, slots=True)
class Edge:
    """Two records that may be of one dossier. levels: how their fields agree; said: not by the engine."""

    one: Record
    other: Record
    probability: float
    levels: Mapping[str, IntEnum]
    said: bool = False

    @property
    def sure(self) -> bool:
        """Is it taken as one dossier without a person's look?"""
        return self.probability >= MATCH


def cautious(pair: Pair) -> float | None:
    """The probability of a pair, lowered where the fields that name a person do not carry it; None: no pair at all [C].

    Among the few records of one ward and month the engine expects that each has its partner; here the question is which
    have none, so that the same day and procedure with another name are not enough.
    """
    held = pair.levels
    name, birth = held.get("full_name", Name.UNSAID), held.get("birth_date", Birth.UNSAID)
    number, phone = held.get("citizen_id", Number.UNSAID), held.get("phone", Number.UNSAID)
    known = number in _NUMBERS or phone is Number.EQUAL
    against = [number is Number.OTHER, birth is Birth.OTHER, name is Name.OTHER]
    if (name in (Name.OTHER, Name.UNSAID) and not known) or sum(against) > 1:
        return None
    weak = name is Name.ENDS and not known and birth is not Birth.EQUAL
    if any(against) or weak or held.get("procedure") is Procedure.OTHER:
        return min(pair.probability, NEARLY)
    return pair.probability


class Clusters:
    """Grows clusters from the surest pair down; a cluster holds one record of a source at most.

    apart: pairs of records of which a person said that they are two dossiers; no cluster holds both.
    """

    def __init__(self, records: Iterable[Record], apart: Iterable[tuple[Record, Record]] = ()) -> None:
        self._of: dict[Record, list[Record]] = {record: [record] for record in records}
        self._apart = {frozenset(pair) for pair in apart}

    def join(self, edges: Iterable[Edge]) -> None:
        """Take the sure pairs over; equally sure ones in the order of their keys."""
        for edge in sorted(edges, key=lambda edge: (-edge.probability, edge.one, edge.other)):
            if edge.sure and self.may_join(edge.one, edge.other, said=edge.said):
                one, other = self._of[edge.one], self._of[edge.other]
                one.extend(other)
                for record in other:
                    self._of[record] = one

    def may_join(self, one: Record, other: Record, *, said: bool = False) -> bool:
        """Are both there, apart as yet, and would their clusters together still be one dossier?

        said: by a person, who may know that a source has a dossier twice; two dossiers are never one.
        """
        if one not in self._of or other not in self._of or self._of[one] is self._of[other]:
            return False
        first, second = self._of[one], self._of[other]
        both = {source for source, _ in first} & {source for source, _ in second}
        if both & {SOFTWARE} if said else both:
            return False
        return not any(frozenset(pair) in self._apart for pair in product(first, second))

    def of(self, record: Record) -> list[Record]:
        """Its cluster."""
        return self._of[record]

    def all(self) -> list[list[Record]]:
        """Each cluster once, in the order of the records."""
        return [list(one) for one in {id(one): one for one in self._of.values()}.values()]

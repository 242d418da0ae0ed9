"""What is wrong in a unit, what to do first, what it earns: pure, from groups of findings and the sample set.

A leaf of the set with anything open earns nothing until all of it is mended [C]: that is what mending it earns.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

FIELD_OF: Final[Mapping[str, str]] = {
    "direction": "direction", "texts": "texts", "one_stop": "service", "procedures": "service", "staff": "staff",
    "digital": "digital", "satisfaction": "satisfaction",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause in one unit: a group of findings with its leaf of the set. severity: 3 high to 1 low."""

    group: str
    signal: str
    criterion: str
    severity: int
    number: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class First:
    """A cause in the order of doing.

    points: what its leaf earns when all of it is mended. shared: other causes hold the same leaf.
    """

    cause: Cause
    points: int
    shared: bool


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the set: all its points, and those that are lost while something of it is open."""

    name: str
    points: int
    lost: int
    number: int


def first_things(causes: Iterable[Cause], leaves: Mapping[str, int]) -> list[First]:
    """Heaviest first; then what earns more, then what is older."""
    held = list(causes)
    leaf_causes: dict[str, int] = {}
    for cause in held:
        leaf_causes[cause.criterion] = leaf_causes.get(cause.criterion, 0) + 1
    found = [First(cause, leaves.get(cause.criterion, 0), leaf_causes[cause.criterion] > 1) for cause in held]
    return sorted(found, key=lambda one: (-one.cause.severity, -one.points, one.cause.oldest, one.cause.group))


def fields(causes: Iterable[Cause], groups: Mapping[str, int], leaves: Mapping[str, int]) -> list[Field]:
    """Each field of the set in its own order."""
    held = list(causes)
    lost: dict[str, set[str]] = {name: set() for name in groups}
    number = dict.fromkeys(groups, 0)
    for cause in held:
        name = field_of(cause.criterion)
        lost[name].add(cause.criterion)
        number[name] += cause.number
    return [Field(name, points, sum(leaves.get(leaf, 0) for leaf in lost[name]), number[name])
            for name, points in groups.items()]  # fmt: skip


def field_of(criterion: str) -> str:
    """The field of a leaf. Raises KeyError for one of no field."""
    return FIELD_OF[criterion.partition(".")[0]]


def open_at(spans: Iterable[tuple[datetime, datetime | None]], moments: Iterable[datetime]) -> list[int]:
    """How many of the spans (opened, closed or None) held each moment."""
    held = list(spans)
    return [sum(a <= moment and (b is None or moment < b) for a, b in held) for moment in moments]

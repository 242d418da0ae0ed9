"""Defects that two devices wrote down without knowing of one another, and that may be one."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from motcua.engines.merging.entries import Entry

THRESHOLD: Final = 0.45  # shared parts of three letters, of all [C]: a suggestion to a person, who decides
_PARTS: Final = 3


def likeness(one: str, other: str) -> float:
    """0 … 1: how much two texts share, by parts of three letters; case, marks and order of words hardly matter."""
    a, b = _parts(one), _parts(other)
    return len(a & b) / len(a | b) if a and b else 0.0


def _parts(text: str) -> set[str]:
    found: set[str] = set()
    for word in re.findall(r"\w+", _plain(text)):
        padded = f"  {word} "
        found |= {padded[i : i + _PARTS] for i in range(len(padded) - _PARTS + 1)}
    return found


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(char for char in bare if not unicodedata.combining(char))


def twins(defects: Iterable[Entry], apart: Iterable[frozenset[str]] = ()) -> list[tuple[str, str]]:
    """Pairs that are suggested to be joined: heads of different devices, alike or with the same photograph.

    apart: pairs of which somebody said that they are two. Pairs and their names are in order.
    """
    told = set(apart)
    return [
        (one.uuid, other.uuid)
        for one, other in combinations(sorted(defects, key=lambda entry: entry.uuid), 2)
        if one.device != other.device and frozenset((one.uuid, other.uuid)) not in told and _alike(one, other)
    ]


def _alike(one: Entry, other: Entry) -> bool:
    pictures = [{str(photo) for photo in entry.value.get("photos") or ()} for entry in (one, other)]
    if pictures[0] & pictures[1]:
        return True
    return likeness(str(one.value.get("text", "")), str(other.value.get("text", ""))) >= THRESHOLD

"""All breaks and keeps, by family; the clause of every rule."""

import re
from typing import Final

from motcua.engines.decree30.corpus.cases import Break, Keep
from motcua.engines.decree30.corpus.families import (
    annexes,
    body,
    edges,
    ending,
    header,
    number,
    opening,
    page,
    sizes,
    unusual,
)

FAMILIES: Final = (page, header, number, opening, body, ending, annexes, sizes, edges, unusual)
BREAKS: Final[list[Break]] = [one for family in FAMILIES for one in family.BREAKS]
KEEPS: Final[list[Keep]] = [one for family in FAMILIES for one in family.KEEPS]

_FIRST: Final = "Phụ lục I, Phần I, "
_CLAUSES: Final = (
    ("P1", "I.1"), ("P2", "I.2"), ("P3", "I.3"), ("P4", "I.4"), ("P7", "I.7"),
    ("Q1", "II.1a"), ("Q2", "II.1b"), ("Q3", "II.1b"), ("Q4", "II.1c"),
    ("O1", "II.2a"), ("O2", "II.2b"), ("O3", "II.2b"), ("O4", "II.2b"),
    ("N1", "II.3a"), ("N2", "II.3b"), ("N3", "II.3c"), ("D2", "II.4b"), ("D3", "II.4c"), ("T", "II.5b"),
    ("C2", "II.6a"), ("C5", "II.6đ"), ("C6", "II.6đ"), ("C7", "II.6đ"), ("C8", "II.6đ"), ("C9", "II.6đ"),
    ("C10", "V.6b"), ("C11", "II.6e"), ("S1.word", "II.7b"), ("S1", "II.7đ"), ("S4.no_title", "II.7c"),
    ("S4", "II.7đ"), ("K1.required", "II.9b"), ("K3.first_item", "II.9b"), ("K", "II.9d"), ("Z1", "V"),
    ("A1", "III.1a"), ("A2", "III.1b"), ("A3", "III.1c"), ("A5", "III.1đ"), ("B4", "III.3"), ("B5", "III.4"),
)  # fmt: skip
_COPIES: Final = {"X1": "II.1a", "X4": "II.2", "X5": "II.1c"}


def clause_of(rule: str) -> str:
    """Where the rule stands in the decree ("Phụ lục I, Phần I, II.9d")."""
    if rule[:2] in _COPIES:
        return f"Phụ lục I, Phần II, {_COPIES[rule[:2]]}"
    for begin, clause in _CLAUSES:
        if re.match(rf"{re.escape(begin)}(\b|\d|\.)", rule):
            return _FIRST + clause
    raise KeyError(rule)

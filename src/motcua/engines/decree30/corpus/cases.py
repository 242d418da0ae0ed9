"""What a case is: a clean document, the one property that is changed of it, and the verdict that is due."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias

from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.laying.measures import LARGE, Sizes
from motcua.engines.decree30.writing.sheet import Sheet

Change: TypeAlias = Callable[[Sheet], None]
Redraft: TypeAlias = Callable[[Draft], Draft]


class Verdict(StrEnum):
    """Expected of a checker; ok: no finding at all (facts 0, 1.6)."""

    OK = "ok"
    VIOLATION = "violation"
    WARNING = "warning"
    NOT_FILLED = "not_filled"


def as_it_is(_sheet: Sheet) -> None:
    """No change: the draft or the shape is what differs."""


def as_drafted(draft: Draft) -> Draft:
    """No change of the draft."""
    return draft


# Shapes in which a change of that kind makes sense; names of writing.shapes.
ALL: Final = (
    "clean", "table-1x2", "table-3x3", "table-4x3", "table-4x2", "table-3x2", "table-2x3", "tabs", "breaks",
    "underscores", "defaults", "theme", "exact",
)  # fmt: skip
TABLES: Final = ("clean", "table-1x2", "table-3x3", "table-4x3", "table-4x2", "table-2x3")
LINES: Final = ("clean", "table-1x2", "table-3x2", "table-2x3", "table-3x3", "underscores", "tabs", "breaks")
DRAWN: Final = ("clean", "table-1x2", "table-3x2", "table-2x3", "table-3x3")
BODY: Final = (
    "clean", "table-1x2", "table-4x2", "table-4x3", "theme", "defaults", "exact", "at-least", "broken-recipients",
)  # fmt: skip
GAPS: Final = ("clean", "table-1x2", "table-4x3", "theme", "exact", "at-least")
SPACING: Final = ("clean", "table-1x2", "table-4x2", "theme", "defaults")
PAGES: Final = ("clean", "table-1x2", "tabs", "empty-gaps", "theme")
RECIPIENTS: Final = ("clean", "table-1x2", "table-4x2", "theme", "defaults", "exact", "automatic-dashes")
FEW: Final = ("clean", "table-1x2", "theme")


@dataclass(frozen=True, slots=True)
class Break:
    """One rule broken. rule: id of the facts ("K3.size"). kinds: samples it is made of, the first in every shape.

    also: rules (or beginnings of their ids) that may report the same defect: it is theirs too. sizes: of the layout.
    redraft: changes the draft first. apply: changes the sheet that is laid out from it.
    """

    rule: str
    name: str
    kinds: tuple[str, ...]
    verdict: Verdict
    apply: Change = as_it_is
    redraft: Redraft = as_drafted
    shapes: tuple[str, ...] = ALL
    also: tuple[str, ...] = ()
    sizes: Sizes = LARGE


@dataclass(frozen=True, slots=True)
class Keep:
    """One rule just kept: nothing may be reported of it."""

    rule: str
    name: str
    kinds: tuple[str, ...]
    apply: Change = as_it_is
    redraft: Redraft = as_drafted
    shapes: tuple[str, ...] = ALL
    sizes: Sizes = LARGE
    verdict: Verdict = field(default=Verdict.OK, init=False)
    also: tuple[str, ...] = field(default=(), init=False)

"""Every figure a conclusion may name, in the order in which they are reckoned."""

from collections.abc import Callable, Iterator
from typing import Final

from motcua.conclusions.figures import (
    catalogue,
    causes,
    documents,
    findings,
    frame,
    outreach,
    premises,
    service,
    units,
    visits,
)
from motcua.conclusions.figures.figure import Known, Query, Reckoned, Record, Scope, counted, query_of

__all__ = ["ALL", "Query", "Reckoned", "Record", "Scope", "counted", "query_of", "reckon"]

ALL: Final[tuple[Callable[[Scope, Known], Iterator[Reckoned]], ...]] = (
    units.reckon, catalogue.reckon, documents.reckon, service.reckon, premises.reckon, outreach.reckon,
    visits.reckon, findings.reckon, frame.reckon, causes.reckon,
)  # fmt: skip


def reckon(scope: Scope) -> dict[str, Reckoned]:
    """All figures by their code."""
    found: dict[str, Reckoned] = {}
    for each in ALL:
        for one in each(scope, found):
            found[one.code] = one
    return found

"""A signal tried on past data before it is switched on: what it would have opened, and nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from motcua.base.errors import NotFound
from motcua.inspection import policy
from motcua.inspection.errors import UnknownThreshold
from motcua.inspection.policy import Action
from motcua.inspection.settings import settings_now
from motcua.inspection.signals import Found, Signal, registry
from motcua.inspection.sources import chunks, sources
from motcua.organisations.models import Unit

CHUNK: Final = 1000


@dataclass(frozen=True, slots=True)
class Tried:
    """One finding that there would have been."""

    subject: str
    ref: str
    found: Found


@dataclass(slots=True)
class Progress:
    """How far a trial is, after some more things were looked at. unknown: those of which nothing can be said."""

    total: int
    done: int = 0
    unknown: int = 0
    found: list[Tried] = field(default_factory=list)


def tried(
    code: str, *, since: datetime, until: datetime, thresholds: Mapping[str, int], by: Any, now: datetime
) -> list[Tried]:
    """What `trying` finds in the end; oldest first. Raises what `trying` raises."""
    found: list[Tried] = []
    for progress in trying(code, since=since, until=until, thresholds=thresholds, by=by, now=now):
        found = progress.found
    return in_order(found)


def in_order(found: list[Tried]) -> list[Tried]:
    """Oldest first."""
    return sorted(found, key=lambda one: (one.found.since, one.subject))


def trying(
    code: str, *, since: datetime, until: datetime, thresholds: Mapping[str, int], by: Any, now: datetime
) -> Iterator[Progress]:
    """What the signal would have opened from `since` to `until`, on the data as they stood at `until`, a thousand
    things at a time; of the units for which `by` may set signals.

    thresholds: those to try; the others are as they are set now. Raises NotFound, NotPermitted, UnknownThreshold.
    """
    signal = registry().get(code)
    if signal is None:
        raise NotFound
    policy.require(Action.SET, by, None, now)
    wanted = wanted_thresholds(signal, thresholds)
    units = set(Unit.objects.filter(policy.units_for(Action.SET, by, now)).values_list("pk", flat=True))
    return _steps(signal, wanted, since, min(until, now), units)


def wanted_thresholds(signal: Signal, given: Mapping[str, int]) -> dict[str, int]:
    """All thresholds of a trial: those given before those in force. Raises UnknownThreshold."""
    for name, value in given.items():
        if name not in signal.thresholds or value < 0:
            raise UnknownThreshold(name=name)
    set_now = settings_now().get(signal.code)
    return {**signal.own_thresholds(), **(set_now.thresholds if set_now else {}), **given}


def _steps(
    signal: Signal, thresholds: Mapping[str, int], since: datetime, at: datetime, units: set[int]
) -> Iterator[Progress]:
    source = sources()[signal.looks_at]
    keys = source.all_of_them(at)
    progress = Progress(len(keys))
    yield progress
    for some in chunks(keys, CHUNK):
        for case in source.read(some, at):
            if case.silent or not signal.knows(case, thresholds):
                progress.unknown += 1
                continue
            for found in signal.find(case, thresholds):
                opens = since <= found.since <= at - signal.waits.opening
                if opens and found.unit_id in units:
                    progress.found.append(Tried(case.subject, case.ref, found))
        progress.done += len(some)
        yield progress

"""A signal tried on past data before it is switched on: what it would have opened, and nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.base.errors import NotFound
from motcua.inspection import policy
from motcua.inspection.errors import UnknownThreshold
from motcua.inspection.policy import Action
from motcua.inspection.settings import settings_now
from motcua.inspection.signals import Found, Signal, registry
from motcua.inspection.sources import sources


@dataclass(frozen=True, slots=True)
class Tried:
    """One finding that there would have been."""

    subject: str
    ref: str
    found: Found


def tried(
    code: str, *, since: datetime, until: datetime, thresholds: Mapping[str, int], by: Any, now: datetime
) -> list[Tried]:
    """What the signal would have opened from `since` to `until`, on the data as they stood at `until`; oldest first.

    thresholds: those to try; the others are as they are set now. Raises NotFound, NotPermitted, UnknownThreshold.
    """
    signal = registry().get(code)
    if signal is None:
        raise NotFound
    policy.require(Action.SET, by, None, now)
    wanted = _thresholds(signal, thresholds)
    rows = _opened(signal, wanted, min(until, now))
    return sorted((one for one in rows if one.found.since >= since), key=lambda one: (one.found.since, one.subject))


def _thresholds(signal: Signal, given: Mapping[str, int]) -> dict[str, int]:
    for name, value in given.items():
        if name not in signal.thresholds or value < 0:
            raise UnknownThreshold(name=name)
    set_now = settings_now().get(signal.code)
    return {**signal.own_thresholds(), **(set_now.thresholds if set_now else {}), **given}


def _opened(signal: Signal, thresholds: Mapping[str, int], at: datetime) -> Iterator[Tried]:
    source = sources()[signal.looks_at]
    for case in source.read(source.all_of_them(at), at):
        known = not case.silent and signal.knows(case, thresholds)
        for found in signal.find(case, thresholds) if known else ():
            if found.since + signal.waits.opening <= at:
                yield Tried(case.subject, case.ref, found)

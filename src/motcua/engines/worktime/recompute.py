"""A calendar has changed: which dossiers move (R9). Both due moments are kept, the applicant is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.due import Due, due
from motcua.engines.worktime.limits import Limit
from motcua.engines.worktime.pauses import Pause

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Clocked(Generic[Key]):
    """What the due moment of an open dossier hangs on; `key` is the caller's name for it."""

    key: Key
    received: datetime
    limit: Limit
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True)
class Moved(Generic[Key]):
    """A dossier whose due moment, appointment or provisional mark is another: both are kept."""

    key: Key
    before: Due
    after: Due

    @property
    def same_moment(self) -> bool:
        """Did only the provisional mark change? Then the applicant has nothing to be told."""
        return (self.before.moment, self.before.end_of_day) == (self.after.moment, self.after.end_of_day)


def recomputed(dossiers: Iterable[Clocked[Key]], before: Calendar, after: Calendar) -> Iterator[Moved[Key]]:
    """Those of the open `dossiers` that the change from `before` to `after` moves, in their order.

    Raises as `due` does.
    """
    for each in dossiers:
        old = due(each.received, each.limit, before, each.pauses)
        new = due(each.received, each.limit, after, each.pauses)
        if old != new:
            yield Moved(each.key, old, new)

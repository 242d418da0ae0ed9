"""What apps above put beside the lists of apps below: a page names its place, whoever is above fills it.

A page that may not import an app shows what that app has for the reader, in the app's own words. Each filler asks the
database a fixed number of times, whatever it finds.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from motcua.base.text import Text

WORK: Final = "work"  # the reader's own work, above his dossiers


@dataclass(frozen=True, slots=True)
class Badge:
    """As web/badge.html shows it."""

    tone: str
    icon: str
    text: Text


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to be done. due: shown under the badge. note: small, below the words. act: the verb of its button."""

    href: str
    badge: Badge
    due: datetime | None
    words: str
    note: str
    act: Text


@dataclass(frozen=True, slots=True)
class Section:
    """What one app has here. more: the address of all of it, and how many there are where not all are shown."""

    title: Text
    lines: tuple[Line, ...]
    more: str = ""
    number: int = 0


Filler = Callable[[Any, datetime], Iterable[Section]]
_fillers: Final[defaultdict[str, list[Filler]]] = defaultdict(list)


def fill(place: str, filler: Filler) -> None:
    """Have `filler` asked whenever the place is shown; naming it twice changes nothing."""
    if filler not in _fillers[place]:
        _fillers[place].append(filler)


def sections(place: str, user: Any, now: datetime) -> list[Section]:
    """What there is for this reader, in the order of the apps; empty ones are left out."""
    return [one for filler in _fillers[place] for one in filler(user, now) if one.lines]

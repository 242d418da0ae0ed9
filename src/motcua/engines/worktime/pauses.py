"""Pauses: stretches of time that do not count against the limit (R16)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from motcua.engines.worktime.errors import BadPause, PauseEndsBeforeItBegins
from motcua.engines.worktime.moments import read_moment, to_stamp


@dataclass(frozen=True, slots=True)
class Pause:
    """From `start` until `end` (None: still open), by `ground`, as `document` proves.

    Seconds are cut from both ends first (R2). Raises PauseEndsBeforeItBegins.
    """

    start: datetime
    end: datetime | None
    ground: str = ""
    document: str = ""

    def __post_init__(self) -> None:
        if self.end is not None and to_stamp(self.end) < to_stamp(self.start):
            raise PauseEndsBeforeItBegins(start=self.start.isoformat(), end=self.end.isoformat())

    @classmethod
    def read(cls, text: str) -> Self:
        """From `FROM/TO`, as the command writes it. Raises BadPause, BadMoment, PauseEndsBeforeItBegins."""
        first, slash, second = text.partition("/")
        if not (slash and first.strip() and second.strip()):
            raise BadPause(text=text)
        return cls(read_moment(first), read_moment(second))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pauses joined into one, as stamps; `end` None while the last of them is open."""

    start: int
    end: int | None
    grounds: tuple[str, ...] = ()


def joined(pauses: Iterable[Pause]) -> tuple[Stretch, ...]:
    """Overlapping and touching pauses made one, in order of time (R16)."""
    found: list[Stretch] = []
    for pause in sorted(pauses, key=lambda each: to_stamp(each.start)):
        start, end = to_stamp(pause.start), None if pause.end is None else to_stamp(pause.end)
        grounds = tuple(text for text in (pause.ground, pause.document) if text)
        last = found[-1] if found else None
        if last is None or (last.end is not None and start > last.end):
            found.append(Stretch(start, end, grounds))
            continue
        later = None if end is None or last.end is None else max(end, last.end)
        found[-1] = Stretch(last.start, later, last.grounds + grounds)
    return tuple(found)

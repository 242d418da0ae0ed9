"""A bar for runs that take longer than two seconds, on a terminal only."""

import time
from collections.abc import Iterable, Iterator
from typing import Any, Final, TextIO

AFTER: Final = 2.0  # seconds
EVERY: Final = 0.2
WIDTH: Final = 28


def watched(objects: Iterable[dict[str, Any]], total: int, to: TextIO) -> Iterator[dict[str, Any]]:
    """The same objects, with a bar while they come."""
    if not to.isatty():
        yield from objects
        return
    begin = last = time.monotonic()
    shown = False
    for at, held in enumerate(objects, start=1):
        now = time.monotonic()
        if now - begin > AFTER and now - last > EVERY:
            last, shown = now, True
            _draw(at, total, now - begin, to)
        yield held
    if shown:
        to.write("\r\x1b[K")
        to.flush()


def _draw(at: int, total: int, seconds: float, to: TextIO) -> None:
    filled = WIDTH * at // max(total, 1)
    left = seconds * (total - at) / at
    to.write(f"\r[{'█' * filled}{'·' * (WIDTH - filled)}] {at}/{total}  còn {left:.0f} s\x1b[K")
    to.flush()

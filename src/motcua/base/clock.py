"""The one place that tells the time.

The demo town of 2023 runs on its own clock: real time plus a fixed offset, which the supervisor hands to
every process in MOTCUA_CLOCK_OFFSET (seconds). Production refuses an offset (config/checks.py).
"""

import os
from datetime import UTC, datetime, timedelta, timezone
from typing import Final

VIETNAM: Final = timezone(timedelta(hours=7), "+07:00")  # no daylight saving (facts: calendar §4.6)


def offset() -> timedelta:
    """How far the clock of this installation is from the real one; zero on a real clock."""
    return timedelta(seconds=float(os.environ.get("MOTCUA_CLOCK_OFFSET") or 0))


def real_now() -> datetime:
    """The real present moment, aware, in Vietnam time: only to compute an offset from."""
    return datetime.now(UTC).astimezone(VIETNAM)


def now() -> datetime:
    """This installation's present moment, aware, in Vietnam time."""
    return real_now() + offset()

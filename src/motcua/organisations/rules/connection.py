"""Outages and round trips of a one-stop, from its five-minute slots."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from motcua.organisations.rules.spans import Span, common, joined

SLOT: Final = timedelta(minutes=5)
MOST_LATENCY_MS: Final = 60_000
MOST_FAILURES: Final = 10  # a slot, from one browser
OLDEST: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """Five minutes: calls that came through with the sum of their round trips (ms), and calls that failed."""

    start: datetime
    samples: int
    latency_ms_total: int
    failures: int

    @property
    def out(self) -> bool:
        """Did at least half of the calls fail?"""
        return self.failures > 0 and self.failures >= self.samples


def slot_of(moment: datetime) -> datetime:
    """The start of the slot that holds this moment."""
    return moment.replace(minute=moment.minute - moment.minute % 5, second=0, microsecond=0)


def outages(slots: Iterable[Slot], open_spans: Iterable[Span]) -> list[Span]:
    """Stretches of office hours with an outage; neighbouring slots are one. A slot nobody measured is none."""
    return common(joined((row.start, row.start + SLOT) for row in slots if row.out), open_spans)


def minutes(spans: Iterable[Span]) -> int:
    """Their length together, in whole minutes."""
    return int(sum((end - begin for begin, end in spans), timedelta()).total_seconds() // 60)


def latency(slots: Iterable[Slot], percent: int) -> int | None:
    """The percentile of the slots' mean round trips in ms (nearest rank: 50 the median, 95); None without any.

    A slot keeps a sum, not each call: it is the percentile of five-minute means.
    """
    means = sorted(row.latency_ms_total / row.samples for row in slots if row.samples)
    return round(means[max(0, ceil(len(means) * percent / 100) - 1)]) if means else None

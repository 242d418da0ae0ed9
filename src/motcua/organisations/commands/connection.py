"""Taking down what browsers measured. Measurements are no acts of anybody: they are not in the record."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from django.db import connection

from motcua.organisations.errors import BadMeasurement
from motcua.organisations.rules.connection import MOST_FAILURES, MOST_LATENCY_MS, OLDEST, slot_of

UPSERT: Final = """
insert into organisations_connection_sample as c (unit_id, slot, samples, latency_ms_total, latency_ms_max, failures)
values (%s, %s, %s, %s, %s, %s)
on conflict (unit_id, slot) do update set samples = c.samples + excluded.samples,
  latency_ms_total = c.latency_ms_total + excluded.latency_ms_total,
  latency_ms_max = greatest(c.latency_ms_max, excluded.latency_ms_max), failures = c.failures + excluded.failures
"""


def hear(unit_id: int, *, latency_ms: int, missed: Iterable[timedelta], now: datetime) -> None:
    """One call came through just now, in latency_ms; the calls that failed lie so long back.

    missed: by the browser's own count of time, so that a wrong clock of its does no harm. Raises BadMeasurement for
    what lies ahead or longer than a day back, too many failures in a slot, or a round trip beyond a minute.
    """
    back = list(missed)
    if not 0 <= latency_ms <= MOST_LATENCY_MS or any(not timedelta(0) <= row <= OLDEST for row in back):
        raise BadMeasurement
    failures = Counter(slot_of(now - row) for row in back)
    if any(number > MOST_FAILURES for number in failures.values()):
        raise BadMeasurement
    rows = [(unit_id, slot, 0, 0, 0, number) for slot, number in failures.items()]
    rows.append((unit_id, slot_of(now), 1, latency_ms, latency_ms, 0))
    with connection.cursor() as cursor:
        cursor.executemany(UPSERT, sorted(rows))  # in one order, so that two browsers never wait for each other

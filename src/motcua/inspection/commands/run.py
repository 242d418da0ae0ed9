"""One run of the signals: look at what changed and at what is under way, and let each finding live on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection, transaction
from django.db.models import Max, Min, Q

from motcua.accounts.system import SYSTEM
from motcua.engines.signals import FOREVER, Answer, Change, Seen, Standing, advance, changes
from motcua.events.commands import record
from motcua.events.models import Event
from motcua.inspection.facts import Facts
from motcua.inspection.models import Finding, SignalRun
from motcua.inspection.settings import On, signals_on
from motcua.inspection.signals import Found, registry
from motcua.inspection.sources import Source, Window, chunks, sources

CHUNK: Final = 1000
LOCK: Final = 0x5369_676E  # one run at a time
MOVED: Final = ("state", "since", "episode", "opened_at", "closed_at", "accepted_until", "values", "evidence", "ground",
                "severity", "version")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """A finding that this run changes, and how it stood."""

    row: Finding
    before: Standing | None

    @property
    def told(self) -> list[Change]:
        """What of it is recorded."""
        return changes(self.before, self.row.standing)


def run(*, now: datetime, everything: bool = False) -> SignalRun:
    """Run all signals on the data as of `now`; what happens to findings is recorded.

    The same run twice changes nothing. everything: look at all there is, not only at what changed since the last run
    (after a signal was changed). Chunk by chunk, each in a transaction of its own: what a crash leaves is done again by
    the next run.
    """
    upto = Event.objects.aggregate(last=Max("pk"))["last"] or 0
    counts: Counter[str] = Counter()
    on = signals_on()
    last = None if everything else SignalRun.objects.order_by("-upto", "-pk").first()
    looked_at: dict[str, int] = {}
    for source in sources().values():
        asked = [one for one in on if one.signal.looks_at == source.name]
        if last is None:
            keys = source.all_of_them(now)
        else:
            keys = source.to_look_at(_window(last, asked, upto, now)) | _known_keys(source, now)
        looked_at[source.name] = len(keys)
        for some in chunks(keys, CHUNK):
            with transaction.atomic():
                _alone()
                counts += _looked_at(list(source.read(some, now)), asked, now)
    return SignalRun.objects.create(at=now, upto=upto, looked_at=looked_at, counts=dict(sorted(counts.items())))


@transaction.atomic
def look_at(name: str, keys: Iterable[str], *, now: datetime) -> Counter[str]:
    """Ask the signals about these things of a source at once, as an act that makes them needs it; no run of its own."""
    source = sources()[name]
    asked = [one for one in signals_on() if one.signal.looks_at == name]
    counts: Counter[str] = Counter()
    for some in chunks(keys, CHUNK):
        _alone()
        counts += _looked_at(list(source.read(some, now)), asked, now)
    return counts


def _window(last: SignalRun, asked: list[On], upto: int, now: datetime) -> Window:
    """From where in the record, and from when, this run looks on.

    As far back as the slowest of the signals reaches: a result that is not digitised for three days is a finding on a
    day on which nobody touched its dossier. So acts that were written while a run ran are looked at again, too.
    """
    since = last.at - max((one.reach for one in asked), default=timedelta())
    first = Event.objects.filter(at__gte=since).aggregate(first=Min("pk"))["first"]
    return Window(last.upto if first is None else min(last.upto, first - 1), upto, since, now)


def _alone() -> None:
    """Two runs at once would each open what the other opens."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])


def _known_keys(source: Source, now: datetime) -> set[str]:
    """Of findings that may close by themselves, and of acceptances that end; facts of the past stay as they are."""
    past = [code for code, signal in registry().items() if signal.waits == FOREVER]
    alive = Q(state__in=("waiting", "open", "easing")) & ~Q(signal__in=past)
    ended = Q(state="accepted", accepted_until__lte=now)
    rows = Finding.objects.filter(alive | ended, subject__startswith=f"{source.name}:")
    return {subject.partition(":")[2] for subject in rows.values_list("subject", flat=True).distinct()}


def _looked_at(cases: list[Facts], on: list[On], now: datetime) -> Counter[str]:
    """Rows are locked: what a person decides meanwhile waits, and what he decided before is what lives on."""
    known: dict[str, dict[tuple[str, str], Finding]] = defaultdict(dict)
    rows = Finding.objects.filter(subject__in=[case.subject for case in cases]).select_for_update(no_key=True)
    for row in rows:
        known[row.subject][row.signal, row.key] = row
    moves = [move for case in cases for move in _moves(case, on, known[case.subject], now)]
    for move in moves:
        move.row.version += move.before is not None
    Finding.objects.bulk_create([move.row for move in moves if move.before is None])
    Finding.objects.bulk_update([move.row for move in moves if move.before is not None], MOVED, batch_size=500)
    counts: Counter[str] = Counter()
    for move in moves:
        for change in move.told:
            counts[change] += 1
            _record(move.row, change, now)
    return counts


def _moves(case: Facts, on: list[On], known: dict[tuple[str, str], Finding], now: datetime) -> Iterator[Move]:
    """Findings of this subject that do not stand as they stood."""
    for one in on:
        for row, seen in _seen(case, one, known):
            before = row.standing if row.pk else None
            after = advance(before, seen, one.signal.waits, now)
            if after is not None and after != before:
                row.stand(after)
                yield Move(row, before)


def _seen(case: Facts, one: On, known: dict[tuple[str, str], Finding]) -> Iterable[tuple[Finding, Seen]]:
    """What one signal says now of every finding of this subject, known or new."""
    left = {place: row for place, row in known.items() if place[0] == one.signal.code}
    if case.silent or not one.signal.knows(case, one.thresholds):  # no data is never good
        yield from ((row, Seen(Answer.UNKNOWN, case.at)) for row in left.values())
        return
    for found in one.signal.find(case, one.thresholds):
        place = one.signal.code, f"{case.subject}/{found.part}" if found.part else case.subject
        row = left.pop(place, None) or Finding(signal=place[0], key=place[1], subject=case.subject)
        _fill(row, found, one)
        yield row, Seen(Answer.BAD, found.since)
    for row in left.values():
        yield row, Seen(Answer.GOOD, case.changed_at)


def _fill(row: Finding, found: Found, one: On) -> None:
    row.unit_id, row.severity, row.ground = found.unit_id, one.signal.severity, found.ground
    row.group = f"{one.signal.code}/{found.unit_id}/{found.group}"[:160]
    row.values, row.evidence = found.values, found.evidence


def _record(row: Finding, change: str, now: datetime) -> None:
    data = {
        "finding": row.pk, "signal": row.signal, "key": row.key, "unit": row.unit_id, "episode": row.episode,
        "since": row.since.isoformat(), "values": row.values, "evidence": row.evidence,
    }  # fmt: skip
    record(f"finding.{change}", row.stream, by=SYSTEM, at=now, ground=row.ground, data=data)

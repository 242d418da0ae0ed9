"""Who has to be on duty at a one-stop on a day, who was there, and where a post stood empty.

All moments are aware and of one day. A line is one post of the picture; a line without a post is what the law asks for
and the roster does not have.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from motcua.engines.law import Regime
from motcua.organisations.rules.spans import Span, common, without

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Office:
    """A day of an office: its open spans, the moment that is looked from, and how long a gap may be untold."""

    day: date
    spans: Sequence[Span]
    now: datetime
    grace: timedelta

    def between(self, begins: time | None, ends: time | None) -> list[Span]:
        """Office hours between two clock times; None: from the opening, to the closing."""
        if not self.spans:
            return []
        zone = self.spans[0][0].tzinfo
        first = datetime.combine(self.day, begins, zone) if begins else self.spans[0][0]
        last = datetime.combine(self.day, ends, zone) if ends else self.spans[-1][1]
        return common(self.spans, [(first, last)])


@dataclass(frozen=True, slots=True)
class Required:
    """A branch that has to be on duty; begins, ends: None, as long as the office is open."""

    branch: str
    begins: time | None = None
    ends: time | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A post of the roster on this day. named: somebody is named for it."""

    post_id: int
    counter: str
    branch: str
    field: str
    begins: time
    ends: time
    named: bool


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody was at a post; until: None, he has not left. stands_in: it is another's post."""

    post_id: int
    since: datetime
    until: datetime | None = None
    stands_in: bool = False

    def span(self, now: datetime) -> Span:
        """From when to when, as of `now`."""
        return self.since, self.until or now


@dataclass(frozen=True, slots=True)
class Away:
    """The person of a post is away this day, and why."""

    post_id: int
    ground: str
    substitute: bool = False


class Cover(StrEnum):
    """What an hour of a post is in the picture."""

    COVERED = "covered"
    SUBSTITUTE = "substitute"
    GAP = "gap"
    ABSENT = "absent"  # a gap whose ground is known
    AHEAD = "ahead"
    FREE = "free"  # nobody is awaited


@dataclass(frozen=True, slots=True)
class Line:
    """A post, or a branch the roster lacks (shift None): when somebody is awaited, and when nobody was there."""

    branch: str
    shift: Shift | None
    due: tuple[Span, ...]
    gaps: tuple[Span, ...]
    presences: tuple[Presence, ...] = ()
    away: Away | None = None
    cells: tuple[Cover, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A post without anybody from `since` to `until` (the present where it still lasts: `open`)."""

    branch: str
    shift: Shift | None
    since: datetime
    until: datetime
    open: bool
    ground: str = ""


def required(law: Regime, level: str, weekday: str) -> list[Required]:
    """What the law of the day asks of a one-stop of this level; nothing where it does not know the level."""
    rows = dict(law).get(level)
    return [
        Required(row["branch"], _time(row.get("begins")), _time(row.get("ends")))
        for row in (rows.value if rows else ())
        if weekday in row["weekdays"]
    ]


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


def hours_of(open_spans: Iterable[Span]) -> list[Span]:
    """The office day cut at full hours: the columns of the picture."""
    found = []
    for begin, end in open_spans:
        at = begin
        while at < end:
            until = min(end, at.replace(minute=0, second=0, microsecond=0) + HOUR)
            found.append((at, until))
            at = until
    return found


def lines(
    office: Office, needs: Iterable[Required], shifts: Iterable[Shift], presences: Iterable[Presence],
    away: Iterable[Away],
) -> list[Line]:  # fmt: skip
    """Every post of the day and every branch the roster lacks, with the gaps up to the office's `now`.

    A stretch that nobody was there is a gap when it has lasted for `grace`; shorter ones are not told.
    """
    seen, absent = list(presences), {row.post_id: row for row in away}
    found = []
    for shift in shifts:
        here = tuple(row for row in seen if row.post_id == shift.post_id)
        if due := office.between(shift.begins, shift.ends):
            found.append(_line(office, shift.branch, due, shift=shift, here=here, away=absent.get(shift.post_id)))
    for need in needs:
        has = [span for line in found if line.branch == need.branch for span in line.due]
        if lacks := without(office.between(need.begins, need.ends), has):
            found.append(_line(office, need.branch, lacks))
    return found


def _line(
    office: Office, branch: str, due: list[Span], *, shift: Shift | None = None, here: tuple[Presence, ...] = (),
    away: Away | None = None,
) -> Line:  # fmt: skip
    so_far = [(begin, min(end, office.now)) for begin, end in due]
    empty = without(so_far, [row.span(office.now) for row in here])
    gaps = tuple(gap for gap in empty if gap[1] - gap[0] >= office.grace)
    line = Line(branch, shift, tuple(due), gaps, here, away)
    return replace(line, cells=tuple(_cell(line, hour, office) for hour in hours_of(office.spans)))


def _cell(line: Line, hour: Span, office: Office) -> Cover:
    """An hour is a gap where one takes `grace` of it, or all that has passed of it."""
    awaited = common([hour], line.due)
    if not awaited:
        return Cover.FREE
    there = [row for row in line.presences if common(awaited, [row.span(office.now)])]
    missed = common(awaited, line.gaps)
    if missed and (not there or sum((end - begin for begin, end in missed), timedelta()) >= office.grace):
        return Cover.ABSENT if line.away else Cover.GAP
    if there:
        return Cover.SUBSTITUTE if any(row.stands_in for row in there) else Cover.COVERED
    return Cover.AHEAD


def gaps_of(found: Iterable[Line], now: datetime) -> list[Gap]:
    """All gaps of a day, those that still last first, then by their beginning."""
    gaps = [
        Gap(line.branch, line.shift, since, until, until == now, line.away.ground if line.away else "")
        for line in found
        for since, until in line.gaps
    ]
    return sorted(gaps, key=lambda gap: (not gap.open, gap.since, gap.branch))

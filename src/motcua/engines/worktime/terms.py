"""Terms that hang on a due moment or stand beside it: the law's own small clocks (R13, R15, R19–R22)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Final

from motcua.engines.worktime.by_date import next_working_day
from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.due import Due, due
from motcua.engines.worktime.elapsed import working_days_after, working_minutes_between
from motcua.engines.worktime.limits import Limit, Unit
from motcua.engines.worktime.moments import DAY, from_stamp, in_range, in_vietnam, to_stamp
from motcua.engines.worktime.pauses import Pause, joined

COMPLETION_DAYS: Final = 15  # NĐ 118/2025 Điều 19 khoản 5
RETURN_DAYS: Final = 3  # notice that a dossier is not accepted, Điều 19 khoản 4 / NĐ 61/2018 Điều 17
PETITION_DAYS: Final = (2, 5, 15)  # refuse, ask for more, handle


def restart(completed: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause] = ()) -> Due:
    """The limit counted anew from the completion of the dossier (R15): as if received then.

    Pauses that ended before add nothing. Raises as `due` does.
    """
    return due(completed, limit, calendar, pauses)


def forward_by(received: datetime, calendar: Calendar) -> datetime:
    """By when the file goes to whoever resolves it (R13); the dossier's own limit does not move."""
    return due(received, Limit(Fraction(0), Unit.FORWARD), calendar).moment


@dataclass(frozen=True, slots=True)
class Completion:
    """`last_day` on which the applicant may complete the dossier; it may be closed from `closes_from`."""

    last_day: date
    closes_from: date


def closes_on(notified: datetime, calendar: Calendar, days: int = COMPLETION_DAYS) -> Completion:
    """15 days after the notice the dossier may be closed (R19), counted by R7; closed on a working day."""
    last = due(notified, Limit(Fraction(days), Unit.CALENDAR_DAY), calendar).moment.date()
    after = next_working_day(calendar, last.toordinal() + 1)
    return Completion(last, date.fromordinal(after))


def officer_limit(received: datetime, calendar: Calendar, days: int = RETURN_DAYS) -> datetime:
    """A limit addressed to an officer: closing of the last of so many working days (R20)."""
    return due(received, Limit(Fraction(days), Unit.WORKING_DAY), calendar).end_of_day


def apology_by(due_at: datetime, calendar: Calendar) -> datetime:
    """By when the apology is sent: one day before the due date, else the last working day before (R21)."""
    calendar.require_hours()
    ordinal = in_vietnam(due_at).toordinal() - 1
    while not calendar.day(date.fromordinal(ordinal)).works:
        ordinal -= 1
        in_range(ordinal * DAY)
    return from_stamp(calendar.closing(ordinal))


@dataclass(frozen=True, slots=True)
class PetitionTerms:
    """By which closing time a petition is refused, more is asked, and it is handled."""

    refuse: datetime
    ask: datetime
    handle: datetime


def petition_limits(sent: datetime, calendar: Calendar) -> PetitionTerms:
    """2, 5 and 15 working days from sending or from the last forwarding (R22; R20: to closing)."""
    refuse, ask, handle = (officer_limit(sent, calendar, days) for days in PETITION_DAYS)
    return PetitionTerms(refuse, ask, handle)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an open dossier stands at `now`.

    minutes_left, days_left: working time to the appointment; frozen at the start of an open pause.
    paused_since: that start. overdue: never while paused (facts §6 [C]).
    """

    due: Due
    overdue: bool
    minutes_left: int
    days_left: int
    paused_since: datetime | None


def standing(received: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause], now: datetime) -> Standing:
    """What is left of the limit at `now`, by the appointment (limits in hours: by the moment).

    Raises as `due` does.
    """
    kept = tuple(pauses)
    found = due(received, limit, calendar, kept)
    since = _open_since(kept, found)
    at = to_stamp(since or now)
    minutes = working_minutes_between(from_stamp(at), found.end_of_day, calendar)
    days = working_days_after(from_stamp(at).date(), found.end_of_day.date(), calendar)
    overdue = since is None and in_vietnam(now) > found.end_of_day
    return Standing(found, overdue, minutes, days, since)


def _open_since(pauses: tuple[Pause, ...], found: Due) -> datetime | None:
    """When the open pause began that freezes the clock; None where none did before the appointment."""
    last = joined(pauses)[-1:]
    if not last or last[0].end is not None:
        return None
    since = from_stamp(last[0].start)
    return since if since < found.end_of_day else None

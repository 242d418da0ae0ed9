"""Early, on time, overdue: by date (R23) and by the moment, as QĐ 766 compares (R24)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from motcua.engines.worktime.due import Due
from motcua.engines.worktime.limits import Unit
from motcua.engines.worktime.moments import DAY, in_vietnam, to_stamp
from motcua.engines.worktime.pauses import Pause, joined
from motcua.engines.worktime.words import Words


class Outcome(StrEnum):
    """How a dossier stands against its due date."""

    EARLY = "early"
    ON_TIME = "on_time"
    OVERDUE = "overdue"
    WITHIN = "within"  # still open, not overdue

    @property
    def words(self) -> Words:
        """As statistics and pages name it."""
        return _WORDS[self]


_WORDS = {
    Outcome.EARLY: Words("trước hạn", "early"),
    Outcome.ON_TIME: Words("đúng hạn", "on time"),
    Outcome.OVERDUE: Words("quá hạn", "overdue"),
    Outcome.WITHIN: Words("trong hạn", "within the limit"),
}
_BY_MOMENT = frozenset({Unit.WORKING_HOUR, Unit.CLOCK_HOUR})


def outcome(due: Due, finished: datetime, unit: Unit) -> Outcome:
    """Finished on an earlier date = early, the same = on time, later = overdue; hours by the moment (R23)."""
    if unit in _BY_MOMENT:
        return strict_outcome(due.moment, finished)
    return _compare(to_stamp(finished) // DAY, to_stamp(due.end_of_day) // DAY)


def strict_outcome(due_at: datetime, finished: datetime) -> Outcome:
    """The same by the moment, to the minute."""
    return _compare(to_stamp(finished), to_stamp(due_at))


def open_outcome(due: Due, now: datetime, *, paused: bool = False) -> Outcome:
    """An open dossier at `now`, by its appointment; under pause never overdue (facts §6 [C])."""
    late = in_vietnam(now) > due.end_of_day and not paused
    return Outcome.OVERDUE if late else Outcome.WITHIN


def outcome_766(promised: datetime, ended: datetime, supplements: Iterable[Pause] = ()) -> bool:
    """Is the dossier on time for QĐ 766: end, less the elapsed supplement time, ≤ NgayHenTra (R24)?

    Elapsed, not working time; only what of it lies before the end counts.
    """
    last = to_stamp(ended)
    waited = sum(max(0, min(last, last if each.end is None else each.end) - each.start) for each in joined(supplements))
    return in_vietnam(ended) - timedelta(minutes=waited) <= in_vietnam(promised)


def _compare(finished: int, due: int) -> Outcome:
    if finished < due:
        return Outcome.EARLY
    return Outcome.ON_TIME if finished == due else Outcome.OVERDUE

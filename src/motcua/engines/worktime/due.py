"""The due moment of a limit: which rule counts, and what it comes to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from motcua.engines.worktime import by_date, by_hours, desk
from motcua.engines.worktime.calendars import Calendar
from motcua.engines.worktime.errors import PauseNotAllowed
from motcua.engines.worktime.limits import WITHOUT_QUANTITY, Limit, Unit
from motcua.engines.worktime.moments import DAY, from_stamp, in_range, in_vietnam, to_stamp
from motcua.engines.worktime.pauses import Pause, Stretch, joined


@dataclass(frozen=True, slots=True)
class Due:
    """`moment`: to the minute. `end_of_day`: the appointment that binds (R1). `provisional`: R11.

    While a pause is open both stand as they were when it began: see `standing` for what is left.
    """

    moment: datetime
    end_of_day: datetime
    provisional: bool


_RULES: dict[Unit, Callable[[int, Limit, Calendar, tuple[Stretch, ...]], int]] = {
    Unit.WORKING_DAY: by_hours.after_working_days,
    Unit.WORKING_HOUR: by_hours.after_working_hours,
    Unit.CALENDAR_DAY: by_date.after_calendar_days,
    Unit.MONTH: by_date.after_months,
    Unit.SAME_DAY: desk.same_day,
    Unit.FORWARD: desk.forward,
    Unit.CLOCK_HOUR: by_hours.after_clock_hours,
}


def due(received: datetime, limit: Limit, calendar: Calendar, pauses: Iterable[Pause] = ()) -> Due:
    """When a dossier `received` then is due under `limit` (R1–R17).

    received: seconds are cut; without offset it is Vietnam time. pauses: in any order; an open one
    moves nothing yet. Raises NoOfficeHours, PauseNotAllowed, OutOfRange.
    """
    calendar.require_hours()
    start = to_stamp(received)
    at = due_stamp(start, limit, calendar, joined(pauses) if pauses else ())
    closing = at
    if limit.unit is Unit.WORKING_DAY:
        closing = calendar.closing(at // DAY)
    return Due(
        moment := from_stamp(at),
        moment if closing == at else from_stamp(closing),
        calendar.days.provisional(in_vietnam(received).date(), moment.date()),
    )


def due_stamp(start: int, limit: Limit, calendar: Calendar, pauses: tuple[Stretch, ...]) -> int:
    """`due`, in stamps, with the pauses joined. Raises PauseNotAllowed."""
    if pauses and limit.unit in WITHOUT_QUANTITY:
        raise PauseNotAllowed(unit=limit.unit.value)
    in_range(start)
    return in_range(_RULES[limit.unit](start, limit, calendar, pauses))

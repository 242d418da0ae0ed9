"""The working clock: calendars, due moments, pauses, and an explanation of every date.

Pure: no framework, no input or output but the tables shipped with it, and no clock: `now` is passed in.
The rules R1–R24 and their legal ground stand in `law/rules.toml`; how to read them in docs/worktime.md.
"""

from motcua.engines.worktime.calendar_file import from_toml, read_calendar
from motcua.engines.worktime.calendars import STD, Calendar, Day, DayKind, build, standard
from motcua.engines.worktime.days import DayRow, DayRowKind, DayTable, official_days
from motcua.engines.worktime.due import Due, due
from motcua.engines.worktime.errors import WorktimeError
from motcua.engines.worktime.explain import explain
from motcua.engines.worktime.limits import Limit, Unit
from motcua.engines.worktime.moments import VIETNAM, read_moment
from motcua.engines.worktime.pauses import Pause
from motcua.engines.worktime.reasons import Reason
from motcua.engines.worktime.words import Words

__all__ = [
    "STD",
    "VIETNAM",
    "Calendar",
    "Day",
    "DayKind",
    "DayRow",
    "DayRowKind",
    "DayTable",
    "Due",
    "Limit",
    "Pause",
    "Reason",
    "Unit",
    "Words",
    "WorktimeError",
    "build",
    "due",
    "explain",
    "from_toml",
    "official_days",
    "read_calendar",
    "read_moment",
    "standard",
]

"""The working clock: calendars, due moments, pauses, and an explanation of every date.

Pure: no framework, no input or output but the tables shipped with it, and no clock: `now` is passed in.
The rules R1–R24 and their legal ground stand in `law/rules.toml`; how to read them in docs/worktime.md.
"""

from motcua.engines.worktime.calendar_file import from_toml, read_calendar
from motcua.engines.worktime.calendars import STD, Calendar, Day, DayKind, build, standard
from motcua.engines.worktime.days import DayRow, DayRowKind, DayTable, official_days
from motcua.engines.worktime.due import Due, due
from motcua.engines.worktime.elapsed import (
    Elapsed,
    lateness,
    waiting,
    working_days_after,
    working_minutes_between,
)
from motcua.engines.worktime.errors import WorktimeError
from motcua.engines.worktime.explain import explain
from motcua.engines.worktime.limits import Limit, Unit
from motcua.engines.worktime.moments import VIETNAM, read_moment
from motcua.engines.worktime.outcomes import Outcome, open_outcome, outcome, outcome_766, strict_outcome
from motcua.engines.worktime.pauses import Pause
from motcua.engines.worktime.reasons import Reason
from motcua.engines.worktime.recompute import Clocked, Moved, recomputed
from motcua.engines.worktime.rules import rules_on
from motcua.engines.worktime.terms import (
    Completion,
    PetitionTerms,
    Standing,
    apology_by,
    closes_on,
    forward_by,
    officer_limit,
    petition_limits,
    restart,
    standing,
)
from motcua.engines.worktime.words import Words

__all__ = [
    "STD",
    "VIETNAM",
    "Calendar",
    "Clocked",
    "Completion",
    "Day",
    "DayKind",
    "DayRow",
    "DayRowKind",
    "DayTable",
    "Due",
    "Elapsed",
    "Limit",
    "Moved",
    "Outcome",
    "Pause",
    "PetitionTerms",
    "Reason",
    "Standing",
    "Unit",
    "Words",
    "WorktimeError",
    "apology_by",
    "build",
    "closes_on",
    "due",
    "explain",
    "forward_by",
    "from_toml",
    "lateness",
    "officer_limit",
    "official_days",
    "open_outcome",
    "outcome",
    "outcome_766",
    "petition_limits",
    "read_calendar",
    "read_moment",
    "recomputed",
    "restart",
    "rules_on",
    "standard",
    "standing",
    "strict_outcome",
    "waiting",
    "working_days_after",
    "working_minutes_between",
]

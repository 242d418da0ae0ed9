"""Data of units, posts and calendars, of the duty at the one-stops, their equipment and connection."""

from motcua.organisations.models.connection import ConnectionSample
from motcua.organisations.models.duty import Branch, CheckIn, DutyAbsence, DutyPin, DutyPost, How
from motcua.organisations.models.equipment import Equipment, EquipmentKind, EquipmentState, State
from motcua.organisations.models.units import (
    Absence,
    CodeForm,
    DayDecision,
    DecidedYear,
    Delegation,
    Installation,
    Kind,
    Level,
    OfficeHours,
    Post,
    PostKind,
    Predecessor,
    Role,
    Unit,
)

__all__ = [
    "Absence", "Branch", "CheckIn", "CodeForm", "ConnectionSample", "DayDecision", "DecidedYear", "Delegation",
    "DutyAbsence", "DutyPin", "DutyPost", "Equipment", "EquipmentKind", "EquipmentState", "How", "Installation",
    "Kind", "Level", "OfficeHours", "Post", "PostKind", "Predecessor", "Role", "State", "Unit",
]  # fmt: skip

"""Every change of units, rights and calendars."""

from motcua.organisations.commands.calendars import LABOUR_CODE, decide_day, enter_year, lay_office_hours, revoke_day
from motcua.organisations.commands.rights import (
    delegate,
    end_absence,
    end_post,
    enter_absence,
    give_post,
    revoke_delegation,
)

__all__ = [
    "LABOUR_CODE", "decide_day", "delegate", "end_absence", "end_post", "enter_absence", "enter_year", "give_post",
    "lay_office_hours", "revoke_day", "revoke_delegation",
]  # fmt: skip

"""Every change of units, rights and calendars, of duty, equipment and connection of the one-stops."""

from motcua.organisations.commands.calendars import LABOUR_CODE, decide_day, enter_year, lay_office_hours, revoke_day
from motcua.organisations.commands.check_ins import check_in, check_in_by_pin, check_out, check_out_by_pin
from motcua.organisations.commands.connection import hear
from motcua.organisations.commands.duty import (
    add_duty_post,
    end_duty_post,
    enter_duty_absence,
    withdraw_duty_absence,
)
from motcua.organisations.commands.equipment import add_equipment, change_state, label, retire_equipment
from motcua.organisations.commands.pins import set_pin
from motcua.organisations.commands.rights import (
    delegate,
    end_absence,
    end_post,
    enter_absence,
    give_post,
    revoke_delegation,
)

__all__ = [
    "LABOUR_CODE", "add_duty_post", "add_equipment", "change_state", "check_in", "check_in_by_pin", "check_out",
    "check_out_by_pin", "decide_day", "delegate", "end_absence", "end_duty_post", "end_post", "enter_absence",
    "enter_duty_absence", "enter_year", "give_post", "hear", "label", "lay_office_hours", "retire_equipment",
    "revoke_day", "revoke_delegation", "set_pin", "withdraw_duty_absence",
]  # fmt: skip

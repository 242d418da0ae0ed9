"""Changes: a file on its way into a register, rows entered by hand."""

from motcua.registers.commands.carry_out import carry_out
from motcua.registers.commands.check import ask_check, check
from motcua.registers.commands.enter import change, enter
from motcua.registers.commands.importing import ask_import, cancel
from motcua.registers.commands.sweep import sweep
from motcua.registers.commands.upload import upload

__all__ = ["ask_check", "ask_import", "cancel", "carry_out", "change", "check", "enter", "sweep", "upload"]

"""Changes: running the signals, deciding of findings, setting signals; what arose against what was entered."""

from motcua.inspection.commands.decide import accept, assign, remark, withdraw
from motcua.inspection.commands.reconcile import assign_entry, drop, judge, reckon_entered, reconcile
from motcua.inspection.commands.run import run
from motcua.inspection.commands.settings import set_signal
from motcua.inspection.commands.trials import ask_trial, carry_out_trial, sweep_trials

__all__ = [
    "accept", "ask_trial", "assign", "assign_entry", "carry_out_trial", "drop", "judge", "reckon_entered", "reconcile",
    "remark", "run", "set_signal", "sweep_trials", "withdraw",
]  # fmt: skip

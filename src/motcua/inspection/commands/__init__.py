"""Changes: running the signals, deciding of findings, setting signals; what arose against what was entered."""

from motcua.inspection.commands.decide import accept, assign, remark, withdraw
from motcua.inspection.commands.reconcile import assign_entry, drop, judge, reckon_entered, reconcile
from motcua.inspection.commands.run import run
from motcua.inspection.commands.settings import set_signal

__all__ = [
    "accept", "assign", "assign_entry", "drop", "judge", "reckon_entered", "reconcile", "remark", "run", "set_signal",
    "withdraw",
]  # fmt: skip

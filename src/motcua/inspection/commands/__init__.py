"""Changes: running signals, deciding of findings, setting signals; reconciliation; campaigns of self-inspection."""

from motcua.inspection.commands.campaigns import (
    Review,
    ask_campaign,
    carry_out_campaign,
    go_on,
    mark_handled,
    open_campaign,
    open_with_index,
    review,
)
from motcua.inspection.commands.decide import accept, assign, remark, withdraw
from motcua.inspection.commands.reconcile import assign_entry, drop, judge, reckon_entered, reconcile
from motcua.inspection.commands.run import look_at, run
from motcua.inspection.commands.settings import set_signal
from motcua.inspection.commands.trials import ask_trial, carry_out_trial, sweep_trials

__all__ = [
    "Review", "accept", "ask_campaign", "ask_trial", "assign", "assign_entry", "carry_out_campaign", "carry_out_trial",
    "drop", "go_on", "judge", "look_at", "mark_handled", "open_campaign", "open_with_index", "reckon_entered",
    "reconcile", "remark", "review", "run", "set_signal", "sweep_trials", "withdraw",
]  # fmt: skip

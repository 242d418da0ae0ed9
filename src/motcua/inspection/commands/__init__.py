"""Changes: running the signals, deciding of findings, setting signals."""

from motcua.inspection.commands.decide import accept, assign, remark, withdraw
from motcua.inspection.commands.run import run
from motcua.inspection.commands.settings import set_signal

__all__ = ["accept", "assign", "remark", "run", "set_signal", "withdraw"]

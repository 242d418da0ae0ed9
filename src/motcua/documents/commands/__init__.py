"""Changes: asking for a check, carrying it out, taking what was mended, drawing pages, sweeping."""

from motcua.documents.commands.ask import ask
from motcua.documents.commands.carry_out import carry_out
from motcua.documents.commands.draw import ask_pages, draw
from motcua.documents.commands.mend import mended, note_fixed_archive
from motcua.documents.commands.signing import check_before_signing
from motcua.documents.commands.sweep import sweep, sweep_unnamed

__all__ = [
    "ask", "ask_pages", "carry_out", "check_before_signing", "draw", "mended", "note_fixed_archive", "sweep",
    "sweep_unnamed",
]  # fmt: skip

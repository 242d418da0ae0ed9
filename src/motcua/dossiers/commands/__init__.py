"""Every change of a dossier: one use case a function."""

from motcua.dossiers.commands.files import KeptFile, add_files, keep
from motcua.dossiers.commands.finish import return_result, withdraw
from motcua.dossiers.commands.guide import complete, guide, refuse_after_guidance, refuse_reception
from motcua.dossiers.commands.receive import Applicant, Intake, PaperIn, receive, receive_at_once
from motcua.dossiers.commands.slips import print_slip
from motcua.dossiers.commands.work import approve, assign, forward, resolve, send_back, take

__all__ = [
    "Applicant", "Intake", "KeptFile", "PaperIn", "add_files", "approve", "assign", "complete", "forward", "guide",
    "keep", "print_slip", "receive", "receive_at_once", "refuse_after_guidance", "refuse_reception", "resolve",
    "return_result", "send_back", "take", "withdraw",
]  # fmt: skip

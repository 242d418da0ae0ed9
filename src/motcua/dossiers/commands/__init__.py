"""Every change of a dossier: one use case a function."""

from motcua.dossiers.commands.apology import apologise
from motcua.dossiers.commands.consult import acknowledge, answer, consult, verify_on_site
from motcua.dossiers.commands.fees import cancel_fee, take_fee
from motcua.dossiers.commands.files import KeptFile, add_files, keep
from motcua.dossiers.commands.finish import correct, return_result, stop, withdraw
from motcua.dossiers.commands.guide import complete, guide, refuse_after_guidance, refuse_reception
from motcua.dossiers.commands.hand_over import pass_on, succeed
from motcua.dossiers.commands.move import move_process
from motcua.dossiers.commands.receive import Applicant, Intake, PaperIn, Submitter, receive, receive_at_once
from motcua.dossiers.commands.slips import print_slip
from motcua.dossiers.commands.supplement import ask_supplement, cancel_supplement, close, complete_supplement
from motcua.dossiers.commands.undo import undo
from motcua.dossiers.commands.waits import ask_payment, pause, resume
from motcua.dossiers.commands.work import (
    approve,
    assign,
    forward,
    propose_refusal,
    resolve,
    send_back,
    take,
    take_over,
)

__all__ = [
    "Applicant", "Intake", "KeptFile", "PaperIn", "Submitter", "acknowledge", "add_files", "answer", "apologise",
    "approve", "ask_payment", "ask_supplement", "assign", "cancel_fee", "cancel_supplement", "close", "complete",
    "complete_supplement", "consult", "correct", "forward", "guide", "keep", "move_process", "pass_on", "pause",
    "print_slip", "propose_refusal", "receive", "receive_at_once", "refuse_after_guidance", "refuse_reception",
    "resolve", "resume", "return_result", "send_back", "stop", "succeed", "take", "take_fee", "take_over", "undo",
    "verify_on_site", "withdraw",
]  # fmt: skip

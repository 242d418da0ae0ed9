"""Official papers of the one-stop: what they say (content), which form binds (registry), how they are set (Typst).

content = official.apology(ApologyFacts(…))
official.pdf("apology", "0007/PXL", content, look_up, on=issued_on)
"""

from motcua.dossiers.official.content import guidance, receipt, refusal
from motcua.dossiers.official.faults import FormFault, NoForm
from motcua.dossiers.official.of_dossier import (
    apology_of,
    control_of,
    fee_of,
    posting_of,
    register_of,
    stop_of,
    supplement_of,
)
from motcua.dossiers.official.papers import apology, control, correction, fee_receipt, posting, register, stop
from motcua.dossiers.official.registry import KINDS, Form, form
from motcua.dossiers.official.render import pdf
from motcua.dossiers.official.words import addressed, amount_in_words

__all__ = [
    "KINDS", "Form", "FormFault", "NoForm", "addressed", "amount_in_words", "apology", "apology_of", "control",
    "control_of", "correction", "fee_of", "fee_receipt", "form", "guidance", "pdf", "posting", "posting_of", "receipt",
    "refusal", "register", "register_of", "stop", "stop_of", "supplement_of",
]  # fmt: skip

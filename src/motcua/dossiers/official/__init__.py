"""Official papers of the one-stop: what they say (content), which form binds (registry), how they are set (Typst).

content = official.apology(ApologyFacts(…))
official.pdf("apology", "0007/PXL", content, look_up, on=issued_on)
"""

from motcua.dossiers.official.content import guidance, receipt, refusal
from motcua.dossiers.official.faults import FormFault, NoForm
from motcua.dossiers.official.papers import apology, control, correction, fee_receipt, posting, register, stop
from motcua.dossiers.official.registry import KINDS, Form, form
from motcua.dossiers.official.render import pdf
from motcua.dossiers.official.words import addressed, amount_in_words

__all__ = [
    "KINDS",
    "Form",
    "FormFault",
    "NoForm",
    "addressed",
    "amount_in_words",
    "apology",
    "control",
    "correction",
    "fee_receipt",
    "form",
    "guidance",
    "pdf",
    "posting",
    "receipt",
    "refusal",
    "register",
    "stop",
]

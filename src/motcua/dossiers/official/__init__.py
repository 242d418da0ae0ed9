"""Official papers of the one-stop: what they say (content), and how they are set (Typst)."""

from motcua.dossiers.official.content import guidance, receipt, refusal
from motcua.dossiers.official.of_dossier import apology_of, fee_of, stop_of, supplement_of
from motcua.dossiers.official.render import FormFault, pdf

__all__ = [
    "FormFault", "apology_of", "fee_of", "guidance", "pdf", "receipt", "refusal", "stop_of", "supplement_of",
]  # fmt: skip

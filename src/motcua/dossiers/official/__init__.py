"""Official papers of the one-stop: what they say (content), and how they are set (Typst)."""

from motcua.dossiers.official.content import guidance, receipt, refusal
from motcua.dossiers.official.render import FormFault, pdf

__all__ = ["FormFault", "guidance", "pdf", "receipt", "refusal"]

"""Documents of the agency: what the format checker was asked, and the registers of what was issued and came in."""

from motcua.documents.models.checks import CheckedFile, FormatCheck
from motcua.documents.models.registers import IncomingDocument, IssuedDocument, LegalText

__all__ = ["CheckedFile", "FormatCheck", "IncomingDocument", "IssuedDocument", "LegalText"]

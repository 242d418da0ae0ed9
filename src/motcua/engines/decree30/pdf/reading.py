"""A PDF, with text or scanned, as the document model."""

from typing import Final

from motcua.engines.decree30.errors import Empty, NeedsOcr
from motcua.engines.decree30.pdf import ocr
from motcua.engines.decree30.pdf.document import to_document
from motcua.engines.decree30.pdf.objects import Pdf, read_objects
from motcua.engines.decree30.reading.model import Document

INCH: Final = 72.0


def read_pdf(data: bytes) -> Document:
    """Raises Empty, NeedsOcr, Protected, Broken, TooBig."""
    pdf = read_objects(data)
    if not pdf.pages:
        raise Empty
    scanned = sum(page.scanned for page in pdf.pages) * 2 > len(pdf.pages)
    if scanned:
        program = ocr.available()
        if program is None:
            raise NeedsOcr
        document = ocr.read_scan(data, program)
        document.source = "ocr"
    else:
        document = to_document(pdf)
        document.source = "pdf"
    document.facts |= {"version": pdf.version, "signatures": pdf.signatures, "scanned": scanned, "dpi": _dpi(pdf)}
    return document


def _dpi(pdf: Pdf) -> int | None:
    """Least resolution of pictures that cover half a page; None without one."""
    found = [
        round(one.dots / (one.width / INCH))
        for page in pdf.pages for one in page.pictures
        if one.dots and one.width * one.height > page.width * page.height / 2
    ]  # fmt: skip
    return min(found, default=None)

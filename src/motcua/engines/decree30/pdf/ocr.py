"""A scan read by Tesseract where it and its Vietnamese data are installed; layout then stays unknown."""

import io
import shutil
import subprocess
from typing import Any, Final

import pypdfium2 as pdfium

from motcua.engines.decree30.reading.formats import ParagraphFormat, RunFormat
from motcua.engines.decree30.reading.model import Document, Paragraph, Run, Section

SECONDS: Final = 60  # a page
DPI: Final = 300
MOST_PAGES: Final = 40
LANGUAGE: Final = "vie"


def available() -> str | None:
    """Where Tesseract is; None without it or without Vietnamese."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, timeout=SECONDS, check=False, text=True)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return program if LANGUAGE in told.stdout.split() else None


def read_scan(data: bytes, program: str) -> Document:
    """Lines of text as paragraphs without any format."""
    document = pdfium.PdfDocument(data)
    try:
        texts = [_page(document[at], program) for at in range(min(len(document), MOST_PAGES))]
    finally:
        document.close()
    form = RunFormat(0, False, False, False, False, False, False, "", "", "auto", "", "")
    shape = ParagraphFormat("", "center", 0, 0, 0, 0, 0, False, False, 240, "auto", False, (), frozenset(), None, False,
                            "", None)  # fmt: skip
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    paragraphs = [Paragraph(at, [Run(_columns(line), form)], shape) for at, line in enumerate(lines)]
    for paragraph in paragraphs:
        paragraph.settle()
    return Document(paragraphs, [Section(0)], 720, False, False, len(texts), False, False, False)


def _columns(line: str) -> str:
    """Three spaces or more part two columns."""
    return "\t".join(part for part in line.split("   ") if part.strip())


def _page(page: Any, program: str) -> str:
    picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
    held = io.BytesIO()
    picture.save(held, "PNG")
    command = [program, "-", "-", "-l", LANGUAGE, "-c", "preserve_interword_spaces=1"]
    try:
        told = subprocess.run(command, input=held.getvalue(), capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return ""
    return told.stdout.decode("utf-8", "replace")

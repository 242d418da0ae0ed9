"""A sheet as PDF: as many pages as counted, the words of the sheet, the same bytes each time."""

import io
from pathlib import Path

import pypdf
import pytest

from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.pdf import NoPdf, to_pdf
from motcua.engines.decree30.writing.samples import SAMPLES

FONTS = Path(__file__).parents[4] / "web/paper_fonts"


@pytest.mark.parametrize("name", ["QĐ", "CV", "KH", "BB", "SY", "QĐ-kèm"])
def test_pages_and_words_are_those_of_the_sheet(name: str) -> None:
    sheet = lay_out(SAMPLES[name])
    found = pypdf.PdfReader(io.BytesIO(to_pdf(sheet, FONTS)))
    assert len(found.pages) == sheet.pages
    words = "".join(page.extract_text() for page in found.pages).replace(" ", "").replace("\n", "").replace("\xa0", "")
    for para in sheet.paragraphs():
        assert "".join(para.text.split()) in words


def test_a_landscape_appendix_lies_in_the_pdf_too() -> None:
    found = pypdf.PdfReader(io.BytesIO(to_pdf(lay_out(SAMPLES["KH"]), FONTS)))
    assert found.pages[-1].mediabox.width > found.pages[-1].mediabox.height


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert to_pdf(lay_out(SAMPLES["CV"]), FONTS) == to_pdf(lay_out(SAMPLES["CV"]), FONTS)


def test_a_folder_without_the_font_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoPdf):
        to_pdf(lay_out(SAMPLES["CV"]), tmp_path)

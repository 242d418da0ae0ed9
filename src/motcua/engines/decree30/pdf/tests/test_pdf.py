"""A PDF with text is judged off its pages; a scan is said to need recognition; what a page does not tell is said so."""

import io
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from motcua.engines.decree30.check import check, checked
from motcua.engines.decree30.corpus.build import sheet_of
from motcua.engines.decree30.corpus.registry import BREAKS
from motcua.engines.decree30.fixing.errors import AuditOnly
from motcua.engines.decree30.fixing.mend import mend
from motcua.engines.decree30.pdf import ocr
from motcua.engines.decree30.pdf.objects import face_of
from motcua.engines.decree30.report import Report
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.pdf import to_pdf
from motcua.engines.decree30.writing.samples import SAMPLES

FONTS = Path(__file__).parents[4] / "web" / "paper_fonts"
SEEN = (
    "Q1.size", "Q1.bold", "Q2.size", "Q2.hyphen", "O2.size", "N3.size", "D3.size", "T1.size", "T2.size", "T3.size",
    "C11.size", "S1.size", "S4.size", "K1.size", "K2.size", "K3.size", "N3.spacing", "S4.no_title", "D2.leading_zero",
)  # fmt: skip


def scan() -> bytes:
    """A page that is nothing but a picture."""
    held = io.BytesIO()
    Image.new("RGB", (1240, 1754), "white").save(held, "PDF", resolution=150)
    return held.getvalue()


def verdict(report: Report, rule: str) -> str:
    """What is said of a rule."""
    found = {one.rule.id: one.verdict.value for one in report.findings}
    silent = {row["code"].removeprefix("ND30-") for row in report.not_evaluated}
    return found.get(rule, "not_evaluated" if rule in silent else "calm")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_writers_pdf_of_every_type_is_clean(name: str) -> None:
    report = check(to_pdf(lay_out(SAMPLES[name]), FONTS))
    assert report.error is None
    assert [(one.rule.code, one.measured) for one in report.counted] == []


@pytest.mark.parametrize("rule", SEEN)
def test_what_shows_on_the_page_is_found_there_too(rule: str) -> None:
    one = next(one for one in BREAKS if one.rule == rule and one.verdict.value == "violation")
    assert verdict(check(to_pdf(sheet_of(one, one.kinds[0]), FONTS)), rule) == "violation"


@pytest.mark.parametrize("rule", ["C11.gap", "C11.justify", "C11.line_spacing", "Q4.spacing", "T3.gap"])
def test_what_a_pdf_does_not_tell_is_not_evaluated(rule: str) -> None:
    assert verdict(check(to_pdf(lay_out(SAMPLES["CV"]), FONTS)), rule) == "not_evaluated"


def test_a_scan_needs_recognition_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "available", lambda: None)
    report = check(scan())
    assert report.error is not None
    assert report.error[0] == "needs-ocr"


@pytest.mark.skipif(ocr.available() is None, reason="Tesseract with Vietnamese (vie) is not installed")
def test_a_scan_read_by_tesseract_is_judged_by_its_letters_only() -> None:
    page = pdfium.PdfDocument(to_pdf(lay_out(replace(SAMPLES["CV"], body=SAMPLES["CV"].body[:1])), FONTS))[0]
    held = io.BytesIO()
    page.render(scale=300 / 72).to_pil().save(held, "PDF", resolution=300)
    report = check(held.getvalue())
    assert report.error is None
    assert verdict(report, "Q1.size") == "not_evaluated"
    assert verdict(report, "Q2.hyphen") == "calm"


def test_a_pdf_is_never_mended() -> None:
    with pytest.raises(AuditOnly):
        mend(to_pdf(lay_out(SAMPLES["CV"]), FONTS))


def test_a_scan_of_too_few_dots_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text = checked(to_pdf(lay_out(SAMPLES["CV"]), FONTS)).layout
    assert text is not None
    monkeypatch.setattr(ocr, "available", lambda: "tesseract")
    monkeypatch.setattr(ocr, "read_scan", lambda _data, _program: replace(text.document, facts={}))
    report = check(scan())
    found = next(one for one in report.findings if one.rule.id == "X2.scan")
    assert (found.verdict.value, found.measured) == ("violation", "150 dpi")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\x00" * 5000])
def test_a_broken_pdf_is_refused(data: bytes) -> None:
    report = check(data)
    assert report.error is not None
    assert report.error[0] == "broken"


@pytest.mark.parametrize(
    ("name", "face"),
    [
        ("TimesNewRomanPS-BoldItalicMT", ("Times New Roman", True, True)),
        ("TimesNewRomanPSMT", ("Times New Roman", False, False)), ("Tinos-Bold", ("Tinos", True, False)),
        ("TimesNewRoman,Italic", ("Times New Roman", False, True)), ("ArialMT", ("Arial", False, False)),
    ],
)  # fmt: skip
def test_a_face_is_told_by_the_name_of_its_font(name: str, face: tuple[str, bool, bool]) -> None:
    assert face_of(name) == face

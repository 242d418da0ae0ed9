"""Which rules a PDF can be judged by (facts, column PDF), and which only its letters, as OCR gives them."""

from typing import Final

from motcua.engines.decree30.rule import Judgement, Spot, Verdict

BY_PAGE: Final = frozenset({
    "P1.size", "P2.orientation", "P3.top", "P3.bottom", "P3.left", "P3.right", "P4.body_font", "P4.any_font",
    "P4.black", "P6.position", "P7.position", "P7.first_hidden", "P7.size", "P7.font", "P7.style", "P7.digits",
    "Q1.size", "Q1.bold", "Q2.size", "Q2.bold", "Q3.line", "O1.name", "O2.size", "O2.bold", "O2.caps", "O3.line",
    "O4.size", "O4.not_bold", "O4.caps", "N3.size", "N3.caps", "D3.italic", "D3.size", "T1.bold", "T1.caps", "T1.size",
    "T2.bold", "T2.size", "T2.case", "T2.line", "T3.size", "T3.not_bold", "T3.not_italic", "C2.italic", "C2.size",
    "C4.titles", "C7.bold", "C7.size", "C10.roman", "C11.size", "C11.upright", "C11.indent", "S1.bold", "S1.caps",
    "S1.size", "S2.title", "S3.other_title", "S4.bold", "S4.size", "S4.case", "K1.not_bold", "K1.size", "K2.size",
    "K2.bold_italic", "K3.size", "Z1.sizes", "A2.center", "A2.case", "A2.size", "A2.bold", "A2.name_center",
    "A2.name_caps", "A2.name_size", "A2.name_bold", "A3.pointer", "A4.signing", "S7.attachment_mark", "X2.scan",
    "X3.mark", "B1.secrecy", "B2.urgency", "B3.circulation",
})  # fmt: skip
BY_TEXT: Final = frozenset({
    "Q1.text", "Q2.hyphen", "N1.number", "N2.symbol", "N3.colon", "N3.pad", "N3.spacing", "D1.place", "D2.format",
    "D2.leading_zero", "C1.basis", "C2.punctuation", "C3.citation", "C7.dot", "C8.khoan", "C9.diem", "S1.word",
    "S4.no_title", "K1.required", "K3.last_line", "K3.first_item", "A1.reference", "A1.roman", "X1.form", "X5.number",
    "X2.scan", "X3.mark",
})  # fmt: skip
# Measured off the page, so a little outside the bound says nothing yet: they only warn.
ESTIMATED: Final = frozenset({
    "P3.top", "P3.bottom", "P3.left", "P3.right", "Q3.line", "O3.line", "T2.line", "C11.indent", "P6.position",
})  # fmt: skip
BY_EDGES: Final = frozenset({"C11.indent", "P3.left", "P3.right"})  # where lines reach the edges of the text
SILENT: Final = ("PDF không cho biết điều này, hãy kiểm tra bản .docx", "a PDF does not tell; check the .docx")


def softened(judgement: Judgement) -> Judgement:
    """What was estimated from the page never is a violation."""
    if judgement.verdict is not Verdict.VIOLATION:
        return judgement
    spots = [Spot(Verdict.WARNING, spot.measured, spot.paragraph) for spot in judgement.spots]
    return Judgement(Verdict.WARNING, spots, judgement.allowed)


def without_edits(judgement: Judgement) -> Judgement:
    """A PDF is never changed."""
    if not judgement.spots:
        return judgement
    spots = [Spot(spot.verdict, spot.measured, spot.paragraph) for spot in judgement.spots]
    return Judgement(judgement.verdict, spots, judgement.allowed)

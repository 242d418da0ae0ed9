"""The page number is written in Arabic digits (Phụ lục I, Phần I, I.7)."""

from typing import Final

from motcua.engines.decree30.edits import SetSection
from motcua.engines.decree30.judging.pages import main_sections, numbered_pages
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

DECIMAL: Final = frozenset({"decimal", "decimalZero", "numberInDash"})

RULE = Rule(
    code="ND30-P7.digits",
    clause="Phụ lục I, Phần I, I.7",
    role=None,
    fix=Fix.SAFE,
    vi="Số trang viết kiểu {measured}, phải là chữ số Ả Rập.",
    en="The page number is written as {measured}, it must be in Arabic digits.",
    asks_vi="Số trang bằng chữ số Ả Rập.",
    asks_en="The page number is written in Arabic digits",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """The sections of the documents themselves."""
    if not view.document.several_pages or not numbered_pages(view):
        return NOT_APPLICABLE
    return judged([
        Spot(Verdict.VIOLATION, section.number_form, None, (SetSection(section.index, "number_form", "decimal"),))
        for section in main_sections(view) if section.number_form not in DECIMAL
    ], "1, 2, 3")  # fmt: skip

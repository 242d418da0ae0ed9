"""The page number is set in Times New Roman (Phụ lục I, Phần I, I.7)."""

from motcua.engines.decree30.judging.pages import number_spots
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P7.font",
    clause="Phụ lục I, Phần I, I.7",
    role=None,
    fix=Fix.SAFE,
    vi="Số trang phông {measured}, phải là {allowed}.",
    en="The page number is set in {measured}, it must be {allowed}.",
    asks_vi="Số trang phông Times New Roman.",
    asks_en="The page number is set in Times New Roman",
    wrong="Calibri",
    right="Times New Roman",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """One page needs no number at all."""
    if not view.document.several_pages:
        return NOT_APPLICABLE
    right = view.limits["P4.font"]
    return judged(number_spots(view, lambda form: form.ascii.casefold() == right.casefold(), lambda form: form.ascii,
                               lambda _form: ("font", right)), right)  # fmt: skip

"""The page number is upright (Phụ lục I, Phần I, I.7)."""

from motcua.engines.decree30.judging.pages import number_spots
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P7.style",
    clause="Phụ lục I, Phần I, I.7",
    role=None,
    fix=Fix.SAFE,
    vi="Số trang là chữ {measured}, phải là chữ chữ đứng.",
    en="The page number is {measured}, it must be upright.",
    asks_vi="Số trang kiểu chữ đứng.",
    asks_en="The page number is upright",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """One page needs no number at all."""
    if not view.document.several_pages:
        return NOT_APPLICABLE
    return judged(number_spots(view, lambda form: not form.italic, lambda _form: "nghiêng", lambda _form: ("i", False)),
                  "đứng")  # fmt: skip

"""The page number is 13–14 pt (Phụ lục I, Phần I, I.7)."""

from motcua.engines.decree30.judging.letters import between, nearest
from motcua.engines.decree30.judging.pages import number_spots
from motcua.engines.decree30.measures import points
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P7.size",
    clause="Phụ lục I, Phần I, I.7",
    role=None,
    fix=Fix.SAFE,
    vi="Số trang cỡ {measured}, phải là {allowed}.",
    en="The page number is {measured}, it must be {allowed}.",
    asks_vi="Số trang cỡ chữ 13–14.",
    asks_en="The page number is 13–14 pt",
    wrong="11 pt",
    right="13–14 pt",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """One page needs no number at all."""
    if not view.document.several_pages:
        return NOT_APPLICABLE
    low, high = view.limits["P7.size"]
    return judged(number_spots(view, lambda form: low * 2 <= form.size <= high * 2, lambda form: points(form.points),
                               lambda form: ("sz", nearest(form, low, high))),
                  between(low, high))  # fmt: skip

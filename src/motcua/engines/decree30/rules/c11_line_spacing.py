"""Lines are spaced single at least, 1.5 at most (Phụ lục I, Phần I, II.6e)."""

from motcua.engines.decree30.judging.paragraphs import spacings
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C11.line_spacing",
    clause="Phụ lục I, Phần I, II.6e",
    role=Role.BODY,
    fix=Fix.SAFE,
    vi="Giãn dòng {measured}, phải từ {allowed}.",
    en="Lines are spaced {measured}, it must be {allowed}.",
    asks_vi="Khoảng cách dòng tối thiểu dòng đơn, tối đa 1,5 dòng.",
    asks_en="Lines are spaced single at least, 1.5 at most",
    wrong="Chính xác 15 pt với cỡ chữ 14",
    right="1 đến 1,5 dòng",
)


def judge(view: View) -> Judgement:
    """Running text of the documents (1.6)."""
    held = view.running
    if not held:
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    return judged(list(spacings(held, low, high)), "1 đến 1,5 dòng")

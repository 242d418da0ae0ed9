"""Margins of later sections keep the same bounds; a landscape page may be judged as turned (Phụ lục I, Phần I, I.3)."""

from motcua.engines.decree30.judging.pages import other_margins
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P3.other_sections",
    clause="Phụ lục I, Phần I, I.3",
    role=None,
    fix=Fix.GUARDED,
    vi="Lề ngoài giới hạn ở {measured}.",
    en="Margins outside the bounds: {measured}.",
    asks_vi="Lề của các phần sau cũng trong giới hạn; trang nằm ngang được tính như đã xoay.",
    asks_en="Margins of later sections keep the same bounds; a landscape page may be judged as turned",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Only where the file has several sections."""
    if len(view.document.sections) < 2:
        return NOT_APPLICABLE
    return judged(list(other_margins(view)), "trên, dưới 20–25; trái 30–35; phải 15–20 mm")

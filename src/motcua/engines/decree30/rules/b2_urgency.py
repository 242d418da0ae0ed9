"""The mark of urgency is in capitals, 13–14 pt, upright, bold, framed, bright red (Phụ lục I, Phần I, III.2b)."""

from motcua.engines.decree30.judging.letters import of_size, of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-B2.urgency",
    clause="Phụ lục I, Phần I, III.2b",
    role=Role.URGENCY,
    fix=Fix.NONE,
    vi="Dấu khẩn: {measured}; phải là {allowed}.",
    en="The mark of urgency: {measured}; it must be {allowed}.",
    asks_vi=(
        "Dấu chỉ mức độ khẩn (HỎA TỐC, THƯỢNG KHẨN, KHẨN): chữ in hoa, cỡ 13–14, đứng, đậm, trong khung viền "
        "đơn, màu đỏ tươi."
    ),
    asks_en="The mark of urgency is in capitals, 13–14 pt, upright, bold, framed, bright red",
    severity=Severity.LOW,
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Typed marks only; frame and red a person sees."""
    if not view.appended(Role.URGENCY):
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    uses = view.uses(Role.URGENCY)
    return judged(of_size(uses, low, high) + of_style(uses, bold=True, italic=False), "in hoa, đứng, đậm, 13–14 pt")

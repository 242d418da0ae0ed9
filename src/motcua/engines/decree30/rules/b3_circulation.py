"""The mark of circulation is in capitals, 13–14 pt, upright, bold, framed (Phụ lục I, Phần I, III.2c)."""

from motcua.engines.decree30.judging.letters import of_size, of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-B3.circulation",
    clause="Phụ lục I, Phần I, III.2c",
    role=Role.CIRCULATION,
    fix=Fix.NONE,
    vi="Chỉ dẫn lưu hành: {measured}; phải là {allowed}.",
    en="The mark of circulation: {measured}; it must be {allowed}.",
    asks_vi=(
        "Chỉ dẫn phạm vi lưu hành (XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ): chữ in hoa, cỡ 13–14, đứng, đậm, trong"
        " khung viền đơn."
    ),
    asks_en="The mark of circulation is in capitals, 13–14 pt, upright, bold, framed",
    severity=Severity.LOW,
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Typed marks only; the frame a person sees."""
    if not view.appended(Role.CIRCULATION):
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    uses = view.uses(Role.CIRCULATION)
    return judged(of_size(uses, low, high) + of_style(uses, bold=True, italic=False), "in hoa, đứng, đậm, 13–14 pt")

"""A paper copy: its form in capitals, 13–14 pt, upright, bold, under a line across the text (Phụ lục I, Phần II,
II.2).
"""

from motcua.engines.decree30.judging.letters import of_size, of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-X4.paper",
    clause="Phụ lục I, Phần II, II.2",
    role=Role.COPY_FORM,
    fix=Fix.SAFE,
    vi="Hình thức sao: {measured}; phải là {allowed}.",
    en="The form of the copy: {measured}; it must be {allowed}.",
    asks_vi="Bản sao giấy: hình thức sao chữ in hoa, cỡ 13–14, đứng, đậm, dưới đường kẻ hết chiều ngang vùng chữ.",
    asks_en="A paper copy: its form in capitals, 13–14 pt, upright, bold, under a line across the text",
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Size and weight of the form; the line across the page a person sees."""
    if not view.appended(Role.COPY_FORM):
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    uses = view.uses(Role.COPY_FORM)
    return judged(of_size(uses, low, high) + of_style(uses, bold=True, italic=False), "in hoa, đứng, đậm, 13–14 pt")

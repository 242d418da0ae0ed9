"""Address, e-mail, site and phone: foot of page 1, 11–12 pt, upright (Phụ lục I, Phần I, III.4)."""

import re
from typing import Final

from motcua.engines.decree30.judging.letters import of_size, of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Severity, Spot, judged
from motcua.engines.decree30.view import View, uses_in

WORDS_OF: Final = re.compile(r"địa chỉ|điện thoại|đt\s*:|email|e-mail|website|fax", re.IGNORECASE)

RULE = Rule(
    code="ND30-B5.address",
    clause="Phụ lục I, Phần I, III.4",
    role=Role.ADDRESS,
    fix=Fix.SAFE,
    vi="Địa chỉ cơ quan: {measured}; phải là {allowed}.",
    en="The address: {measured}; it must be {allowed}.",
    asks_vi="Địa chỉ, thư điện tử, trang thông tin, điện thoại: cuối trang 1, cỡ chữ 11–12, chữ đứng.",
    asks_en="Address, e-mail, site and phone: foot of page 1, 11–12 pt, upright",
    severity=Severity.LOW,
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Lines of the foot of page 1 that name an address or a telephone."""
    section = view.first_section
    foot = section.footers.get("first" if section.title_page else "default")
    held = [one for one in foot.paragraphs if WORDS_OF.search(one.text)] if foot is not None else []
    if not held:
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    uses = uses_in((one, one.runs) for one in held)
    spots = of_size(uses, low, high) + of_style(uses, italic=False)
    return judged([Spot(spot.verdict, spot.measured, None, spot.edits) for spot in spots], "11–12 pt, đứng")

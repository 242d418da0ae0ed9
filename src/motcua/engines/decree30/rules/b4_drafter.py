"""Drafter mark and number of copies: 11 pt, upright, as in "PL.(300)" (Phụ lục I, Phần I, III.3)."""

from motcua.engines.decree30.judging.letters import of_size, of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-B4.drafter",
    clause="Phụ lục I, Phần I, III.3",
    role=Role.DRAFTER,
    fix=Fix.SAFE,
    vi="Ký hiệu người soạn thảo: {measured}; phải là {allowed}.",
    en="The drafter mark: {measured}; it must be {allowed}.",
    asks_vi='Ký hiệu người soạn thảo và số lượng bản: cỡ chữ 11, đứng, như "PL.(300)".',
    asks_en='Drafter mark and number of copies: 11 pt, upright, as in "PL.(300)"',
    severity=Severity.LOW,
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Only where it stands on a line of its own."""
    if not view.appended(Role.DRAFTER):
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    uses = view.uses(Role.DRAFTER)
    return judged(of_size(uses, low, high) + of_style(uses, italic=False), "11 pt, đứng")

"""Tiêu ngữ is upright and bold (Phụ lục I, Phần I, II.1b)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-Q2.bold",
    clause="Phụ lục I, Phần I, II.1b",
    role=Role.MOTTO,
    fix=Fix.SAFE,
    vi="Tiêu ngữ là chữ {measured}, phải là chữ {allowed}.",
    en="Tiêu ngữ is {measured}, it must be {allowed}.",
    asks_vi="Tiêu ngữ chữ đứng, đậm.",
    asks_en="Tiêu ngữ is upright and bold",
)

judge = styled(RULE, Role.MOTTO, bold=True, italic=False)

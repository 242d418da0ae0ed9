"""Quốc hiệu is upright and bold (Phụ lục I, Phần I, II.1a)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-Q1.bold",
    clause="Phụ lục I, Phần I, II.1a",
    role=Role.NATIONAL_TITLE,
    fix=Fix.SAFE,
    vi="Quốc hiệu là chữ {measured}, phải là chữ {allowed}.",
    en="Quốc hiệu is {measured}, it must be {allowed}.",
    asks_vi="Quốc hiệu chữ đứng, đậm.",
    asks_en="Quốc hiệu is upright and bold",
)

judge = styled(RULE, Role.NATIONAL_TITLE, bold=True, italic=False)

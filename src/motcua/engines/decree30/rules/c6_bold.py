"""Sections and subsections are upright and bold (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C6.bold",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION,
    fix=Fix.SAFE,
    vi="Chữ là chữ {measured}, phải là chữ {allowed}.",
    en="Letters are {measured}, they must be {allowed}.",
    asks_vi="Mục, Tiểu mục chữ đứng, đậm.",
    asks_en="Sections and subsections are upright and bold",
)

judge = styled(RULE, Role.SECTION, Role.SUBSECTION, bold=True, italic=False)

"""Parts and chapters are upright and bold (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.bold",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER,
    fix=Fix.SAFE,
    vi="Chữ là chữ {measured}, phải là chữ {allowed}.",
    en="Letters are {measured}, they must be {allowed}.",
    asks_vi="Phần, Chương chữ đứng, đậm.",
    asks_en="Parts and chapters are upright and bold",
)

judge = styled(RULE, Role.PART, Role.CHAPTER, bold=True, italic=False)

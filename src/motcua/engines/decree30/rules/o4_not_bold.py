"""The name of the superior body is upright, not bold (Phụ lục I, Phần I, II.2b)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-O4.not_bold",
    clause="Phụ lục I, Phần I, II.2b",
    role=Role.SUPERIOR,
    fix=Fix.SAFE,
    vi="Tên cơ quan chủ quản là chữ {measured}, phải là chữ {allowed}.",
    en="The name of the superior body is {measured}, it must be {allowed}.",
    asks_vi="Tên cơ quan chủ quản chữ đứng, không đậm.",
    asks_en="The name of the superior body is upright, not bold",
)

judge = styled(RULE, Role.SUPERIOR, bold=False, italic=False)

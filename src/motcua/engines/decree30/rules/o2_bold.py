"""The name of the issuing agency is upright and bold (Phụ lục I, Phần I, II.2b)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-O2.bold",
    clause="Phụ lục I, Phần I, II.2b",
    role=Role.ISSUER,
    fix=Fix.SAFE,
    vi="Tên cơ quan ban hành là chữ {measured}, phải là chữ {allowed}.",
    en="The name of the agency is {measured}, it must be {allowed}.",
    asks_vi="Tên cơ quan ban hành chữ đứng, đậm.",
    asks_en="The name of the issuing agency is upright and bold",
)

judge = styled(RULE, Role.ISSUER, bold=True, italic=False)

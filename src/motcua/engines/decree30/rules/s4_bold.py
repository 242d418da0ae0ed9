"""The name of the signer is upright and bold (Phụ lục I, Phần I, II.7đ)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-S4.bold",
    clause="Phụ lục I, Phần I, II.7đ",
    role=Role.SIGNER,
    fix=Fix.SAFE,
    vi="Họ tên người ký là chữ {measured}, phải là chữ {allowed}.",
    en="The name of the signer is {measured}, it must be {allowed}.",
    asks_vi="Họ và tên người ký chữ đứng, đậm.",
    asks_en="The name of the signer is upright and bold",
)

judge = styled(RULE, Role.SIGNER, bold=True, italic=False)

""" "Kính gửi" and the addressees are upright, not bold (Phụ lục I, Phần I, II.9d)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-K1.not_bold",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.ADDRESSEE,
    fix=Fix.SAFE,
    vi='"Kính gửi" là chữ {measured}, phải là chữ {allowed}.',
    en='"Kính gửi" is {measured}, it must be {allowed}.',
    asks_vi='"Kính gửi" và tên nơi nhận chữ đứng, không đậm.',
    asks_en='"Kính gửi" and the addressees are upright, not bold',
)

judge = styled(RULE, Role.ADDRESSEE, bold=False, italic=False)

""" "Kính gửi" and the addressees are 13–14 pt (Phụ lục I, Phần I, II.9d)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-K1.size",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.ADDRESSEE,
    fix=Fix.SAFE,
    vi='"Kính gửi" cỡ {measured}, phải là {allowed}.',
    en='"Kính gửi" is {measured}, it must be {allowed}.',
    asks_vi='"Kính gửi" và tên nơi nhận cỡ chữ 13–14.',
    asks_en='"Kính gửi" and the addressees are 13–14 pt',
)

judge = sized(RULE, Role.ADDRESSEE)

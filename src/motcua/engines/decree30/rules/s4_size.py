"""The name of the signer is 13–14 pt (Phụ lục I, Phần I, II.7đ)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-S4.size",
    clause="Phụ lục I, Phần I, II.7đ",
    role=Role.SIGNER,
    fix=Fix.SAFE,
    vi="Họ tên người ký cỡ {measured}, phải là {allowed}.",
    en="The name of the signer is {measured}, it must be {allowed}.",
    asks_vi="Họ và tên người ký cỡ chữ 13–14.",
    asks_en="The name of the signer is 13–14 pt",
)

judge = sized(RULE, Role.SIGNER)

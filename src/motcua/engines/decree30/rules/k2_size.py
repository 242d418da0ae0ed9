""" "Nơi nhận:" is 12 pt (Phụ lục I, Phần I, II.9d)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-K2.size",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.RECIPIENTS_LABEL,
    fix=Fix.SAFE,
    vi='"Nơi nhận" cỡ {measured}, phải là {allowed}.',
    en='"Nơi nhận" is {measured}, it must be {allowed}.',
    asks_vi='"Nơi nhận:" cỡ chữ 12.',
    asks_en='"Nơi nhận:" is 12 pt',
    wrong="13 pt",
    right="12 pt",
)

judge = sized(RULE, Role.RECIPIENTS_LABEL)

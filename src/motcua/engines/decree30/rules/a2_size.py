""" "Phụ lục" is 14 pt (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-A2.size",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX,
    fix=Fix.SAFE,
    vi="Phụ lục: cỡ {measured}; phải là {allowed}.",
    en="The word of the appendix: {measured}; it must be {allowed}.",
    asks_vi='"Phụ lục" cỡ chữ 14.',
    asks_en='"Phụ lục" is 14 pt',
    severity=Severity.LOW,
)

judge = sized(RULE, Role.APPENDIX)

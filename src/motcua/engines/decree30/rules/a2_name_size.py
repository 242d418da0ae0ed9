"""The name of an appendix is 13–14 pt (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-A2.name_size",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX_NAME,
    fix=Fix.SAFE,
    vi="Tên phụ lục: cỡ {measured}; phải là {allowed}.",
    en="The name of the appendix: {measured}; it must be {allowed}.",
    asks_vi="Tên phụ lục cỡ chữ 13–14.",
    asks_en="The name of an appendix is 13–14 pt",
    severity=Severity.LOW,
)

judge = sized(RULE, Role.APPENDIX_NAME)

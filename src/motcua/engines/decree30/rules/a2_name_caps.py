"""The name of an appendix is in capitals (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.letters import capitals
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-A2.name_caps",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX_NAME,
    fix=Fix.SAFE,
    vi="Tên phụ lục: {measured}; phải là {allowed}.",
    en="The name of the appendix: {measured}; it must be {allowed}.",
    asks_vi="Tên phụ lục chữ in hoa.",
    asks_en="The name of an appendix is in capitals",
    severity=Severity.LOW,
)

judge = capitals(RULE, Role.APPENDIX_NAME)

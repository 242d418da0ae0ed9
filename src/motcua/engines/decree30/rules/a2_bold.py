""" "Phụ lục" is upright and bold (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-A2.bold",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX,
    fix=Fix.SAFE,
    vi="Phụ lục: {measured}; phải là {allowed}.",
    en="The word of the appendix: {measured}; it must be {allowed}.",
    asks_vi='"Phụ lục" chữ đứng, đậm.',
    asks_en='"Phụ lục" is upright and bold',
    severity=Severity.LOW,
)

judge = styled(RULE, Role.APPENDIX, bold=True, italic=False)

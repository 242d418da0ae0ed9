"""The name of an appendix is upright and bold (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-A2.name_bold",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX_NAME,
    fix=Fix.SAFE,
    vi="Tên phụ lục: {measured}; phải là {allowed}.",
    en="The name of the appendix: {measured}; it must be {allowed}.",
    asks_vi="Tên phụ lục chữ đứng, đậm.",
    asks_en="The name of an appendix is upright and bold",
    severity=Severity.LOW,
)

judge = styled(RULE, Role.APPENDIX_NAME, bold=True, italic=False)

"""The name of an appendix is centred (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.paragraphs import aligned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-A2.name_center",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX_NAME,
    fix=Fix.SAFE,
    vi="Tên phụ lục: canh {measured}; phải là {allowed}.",
    en="The name of the appendix: {measured}; it must be {allowed}.",
    asks_vi="Tên phụ lục canh giữa.",
    asks_en="The name of an appendix is centred",
    severity=Severity.LOW,
)

judge = aligned(RULE, Role.APPENDIX_NAME, align="center")

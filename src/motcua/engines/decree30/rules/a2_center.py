""" "Phụ lục" and its number are centred on a line of their own (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.paragraphs import aligned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule, Severity

RULE = Rule(
    code="ND30-A2.center",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX,
    fix=Fix.SAFE,
    vi="Phụ lục: canh {measured}; phải là {allowed}.",
    en="The word of the appendix: {measured}; it must be {allowed}.",
    asks_vi='"Phụ lục" và số thứ tự canh giữa trên dòng riêng.',
    asks_en='"Phụ lục" and its number are centred on a line of their own',
    severity=Severity.LOW,
)

judge = aligned(RULE, Role.APPENDIX, align="center")

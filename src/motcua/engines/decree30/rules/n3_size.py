"""The number line is 13 pt, upright (Phụ lục I, Phần I, II.3c)."""

from motcua.engines.decree30.judging.letters import upright_size
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-N3.size",
    clause="Phụ lục I, Phần I, II.3c",
    role=Role.NUMBER_LINE,
    fix=Fix.SAFE,
    vi="Dòng số, ký hiệu: {measured}; phải là {allowed}, chữ đứng.",
    en="The number line: {measured}; it must be {allowed}, upright.",
    asks_vi="Dòng số, ký hiệu cỡ chữ 13, chữ đứng.",
    asks_en="The number line is 13 pt, upright",
    wrong="14 pt",
    right="13 pt",
)

judge = upright_size(RULE, Role.NUMBER_LINE)

"""Sections and subsections are 13–14 pt (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C6.size",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION,
    fix=Fix.SAFE,
    vi="Cỡ chữ {measured}, phải là {allowed}.",
    en="Set in {measured}, it must be {allowed}.",
    asks_vi="Mục, Tiểu mục cỡ chữ 13–14.",
    asks_en="Sections and subsections are 13–14 pt",
)

judge = sized(RULE, Role.SECTION, Role.SUBSECTION)

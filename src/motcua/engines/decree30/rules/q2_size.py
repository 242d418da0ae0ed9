"""Tiêu ngữ is 13–14 pt (Phụ lục I, Phần I, II.1b)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-Q2.size",
    clause="Phụ lục I, Phần I, II.1b",
    role=Role.MOTTO,
    fix=Fix.SAFE,
    vi="Tiêu ngữ cỡ {measured}, phải là {allowed}.",
    en="Tiêu ngữ is {measured}, it must be {allowed}.",
    asks_vi="Tiêu ngữ cỡ chữ 13–14.",
    asks_en="Tiêu ngữ is 13–14 pt",
    wrong="15 pt",
    right="13–14 pt",
)

judge = sized(RULE, Role.MOTTO)

"""Quốc hiệu is 12–13 pt (Phụ lục I, Phần I, II.1a)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-Q1.size",
    clause="Phụ lục I, Phần I, II.1a",
    role=Role.NATIONAL_TITLE,
    fix=Fix.SAFE,
    vi="Quốc hiệu cỡ {measured}, phải là {allowed}.",
    en="Quốc hiệu is {measured}, it must be {allowed}.",
    asks_vi="Quốc hiệu cỡ chữ 12–13.",
    asks_en="Quốc hiệu is 12–13 pt",
    wrong="14 pt",
    right="12–13 pt",
)

judge = sized(RULE, Role.NATIONAL_TITLE)

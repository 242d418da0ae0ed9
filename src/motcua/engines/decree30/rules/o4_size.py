"""The name of the superior body is 12–13 pt (Phụ lục I, Phần I, II.2b)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-O4.size",
    clause="Phụ lục I, Phần I, II.2b",
    role=Role.SUPERIOR,
    fix=Fix.SAFE,
    vi="Tên cơ quan chủ quản cỡ {measured}, phải là {allowed}.",
    en="The name of the superior body is {measured}, it must be {allowed}.",
    asks_vi="Tên cơ quan chủ quản cỡ chữ 12–13.",
    asks_en="The name of the superior body is 12–13 pt",
    wrong="14 pt",
    right="12–13 pt",
)

judge = sized(RULE, Role.SUPERIOR)

"""The name of the superior body is in capitals (Phụ lục I, Phần I, II.2b)."""

from motcua.engines.decree30.judging.letters import capitals
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-O4.caps",
    clause="Phụ lục I, Phần I, II.2b",
    role=Role.SUPERIOR,
    fix=Fix.SAFE,
    vi="Tên cơ quan chủ quản có {measured}, phải là {allowed}.",
    en="The name of the superior body has small letters, it must be in capitals.",
    asks_vi="Tên cơ quan chủ quản chữ in hoa.",
    asks_en="The name of the superior body is in capitals",
)

judge = capitals(RULE, Role.SUPERIOR)

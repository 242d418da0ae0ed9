"""Parts and chapters are 13–14 pt (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.size",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER,
    fix=Fix.SAFE,
    vi="Cỡ chữ {measured}, phải là {allowed}.",
    en="Set in {measured}, it must be {allowed}.",
    asks_vi="Phần, Chương cỡ chữ 13–14.",
    asks_en="Parts and chapters are 13–14 pt",
)

judge = sized(RULE, Role.PART, Role.CHAPTER)

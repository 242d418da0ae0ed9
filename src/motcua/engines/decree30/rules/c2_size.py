"""The legal bases are 13–14 pt (Phụ lục I, Phần I, II.6a)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C2.size",
    clause="Phụ lục I, Phần I, II.6a",
    role=Role.LEGAL_BASIS,
    fix=Fix.SAFE,
    vi="Căn cứ cỡ {measured}, phải là {allowed}.",
    en="Bases are {measured}, they must be {allowed}.",
    asks_vi="Căn cứ ban hành cỡ chữ 13–14.",
    asks_en="The legal bases are 13–14 pt",
    wrong="12 pt",
    right="13–14 pt",
)

judge = sized(RULE, Role.LEGAL_BASIS)

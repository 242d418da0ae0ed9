"""The subject of a letter is 12–13 pt (Phụ lục I, Phần I, II.5b)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-T3.size",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.LETTER_SUBJECT,
    fix=Fix.SAFE,
    vi="Trích yếu công văn cỡ {measured}, phải là {allowed}.",
    en="The subject of the letter is {measured}, it must be {allowed}.",
    asks_vi="Trích yếu công văn cỡ chữ 12–13.",
    asks_en="The subject of a letter is 12–13 pt",
    wrong="14 pt",
    right="12–13 pt",
)

judge = sized(RULE, Role.LETTER_SUBJECT)

"""Place and date are 13–14 pt (Phụ lục I, Phần I, II.4c)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-D3.size",
    clause="Phụ lục I, Phần I, II.4c",
    role=Role.PLACE_DATE,
    fix=Fix.SAFE,
    vi="Địa danh và thời gian cỡ {measured}, phải là {allowed}.",
    en="Place and date are {measured}, they must be {allowed}.",
    asks_vi="Địa danh và thời gian cỡ chữ 13–14.",
    asks_en="Place and date are 13–14 pt",
    wrong="12 pt",
    right="13–14 pt",
)

judge = sized(RULE, Role.PLACE_DATE)

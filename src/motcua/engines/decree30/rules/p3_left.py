"""The left margin is 30–35 mm (Phụ lục I, Phần I, I.3)."""

from motcua.engines.decree30.judging.pages import margin
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-P3.left",
    clause="Phụ lục I, Phần I, I.3",
    role=None,
    fix=Fix.SAFE,
    vi="Lề trái {measured}, phải là {allowed}.",
    en="The left margin is {measured}, it must be {allowed}.",
    asks_vi="Lề trái 30–35 mm.",
    asks_en="The left margin is 30–35 mm",
    wrong="10 mm",
    right="30–35 mm",
)

judge = margin(RULE, "left")

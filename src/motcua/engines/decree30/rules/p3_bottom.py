"""The bottom margin is 20–25 mm (Phụ lục I, Phần I, I.3)."""

from motcua.engines.decree30.judging.pages import margin
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-P3.bottom",
    clause="Phụ lục I, Phần I, I.3",
    role=None,
    fix=Fix.SAFE,
    vi="Lề dưới {measured}, phải là {allowed}.",
    en="The bottom margin is {measured}, it must be {allowed}.",
    asks_vi="Lề dưới 20–25 mm.",
    asks_en="The bottom margin is 20–25 mm",
    wrong="10 mm",
    right="20–25 mm",
)

judge = margin(RULE, "bottom")

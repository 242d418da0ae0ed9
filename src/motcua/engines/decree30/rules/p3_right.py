"""The right margin is 15–20 mm (Phụ lục I, Phần I, I.3)."""

from motcua.engines.decree30.judging.pages import margin
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-P3.right",
    clause="Phụ lục I, Phần I, I.3",
    role=None,
    fix=Fix.SAFE,
    vi="Lề phải {measured}, phải là {allowed}.",
    en="The right margin is {measured}, it must be {allowed}.",
    asks_vi="Lề phải 15–20 mm.",
    asks_en="The right margin is 15–20 mm",
    wrong="10 mm",
    right="15–20 mm",
)

judge = margin(RULE, "right")

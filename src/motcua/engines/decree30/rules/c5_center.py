"""Parts and chapters stand on a line of their own, centred (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.paragraphs import aligned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.center",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER,
    fix=Fix.SAFE,
    vi="Dòng này canh {measured}, phải canh {allowed}.",
    en="The line is set {measured}, it must be centred.",
    asks_vi="Phần, Chương và số thứ tự trên một dòng riêng, canh giữa.",
    asks_en="Parts and chapters stand on a line of their own, centred",
)

judge = aligned(RULE, Role.PART, Role.CHAPTER, align="center")

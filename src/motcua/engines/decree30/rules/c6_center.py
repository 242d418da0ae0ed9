"""Sections and subsections stand on a line of their own, centred (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.paragraphs import aligned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C6.center",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION,
    fix=Fix.SAFE,
    vi="Dòng này canh {measured}, phải canh {allowed}.",
    en="The line is set {measured}, it must be centred.",
    asks_vi="Mục, Tiểu mục và số thứ tự trên một dòng riêng, canh giữa.",
    asks_en="Sections and subsections stand on a line of their own, centred",
)

judge = aligned(RULE, Role.SECTION, Role.SUBSECTION, align="center")

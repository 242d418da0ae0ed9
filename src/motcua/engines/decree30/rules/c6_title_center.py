"""Titles of sections and subsections are centred under the number (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.paragraphs import aligned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C6.title_center",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION_TITLE,
    fix=Fix.SAFE,
    vi="Tiêu đề canh {measured}, phải canh {allowed}.",
    en="The title is set {measured}, it must be centred.",
    asks_vi="Tiêu đề của mục, tiểu mục canh giữa, dưới dòng số thứ tự.",
    asks_en="Titles of sections and subsections are centred under the number",
)

judge = aligned(RULE, Role.SECTION_TITLE, Role.SUBSECTION_TITLE, align="center")

"""Titles of parts and chapters are centred under the number (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.paragraphs import aligned
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.title_center",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER_TITLE,
    fix=Fix.SAFE,
    vi="Tiêu đề canh {measured}, phải canh {allowed}.",
    en="The title is set {measured}, it must be centred.",
    asks_vi="Tiêu đề của phần, chương canh giữa, dưới dòng số thứ tự.",
    asks_en="Titles of parts and chapters are centred under the number",
)

judge = aligned(RULE, Role.PART_TITLE, Role.CHAPTER_TITLE, align="center")

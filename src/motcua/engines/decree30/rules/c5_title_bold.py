"""Titles of parts and chapters are upright and bold (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.title_bold",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER_TITLE,
    fix=Fix.SAFE,
    vi="Tiêu đề là chữ {measured}, phải là chữ {allowed}.",
    en="The title is {measured}, it must be {allowed}.",
    asks_vi="Tiêu đề của phần, chương chữ đứng, đậm.",
    asks_en="Titles of parts and chapters are upright and bold",
)

judge = styled(RULE, Role.PART_TITLE, Role.CHAPTER_TITLE, bold=True, italic=False)

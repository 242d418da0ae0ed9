"""Titles of sections and subsections are upright and bold (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C6.title_bold",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION_TITLE,
    fix=Fix.SAFE,
    vi="Tiêu đề là chữ {measured}, phải là chữ {allowed}.",
    en="The title is {measured}, it must be {allowed}.",
    asks_vi="Tiêu đề của mục, tiểu mục chữ đứng, đậm.",
    asks_en="Titles of sections and subsections are upright and bold",
)

judge = styled(RULE, Role.SECTION_TITLE, Role.SUBSECTION_TITLE, bold=True, italic=False)

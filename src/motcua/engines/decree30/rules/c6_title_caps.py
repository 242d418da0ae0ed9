"""Titles of sections and subsections are in capitals (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import capitals
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C6.title_caps",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION_TITLE,
    fix=Fix.SAFE,
    vi="Tiêu đề có {measured}, phải là {allowed}.",
    en="The title has small letters, it must be in capitals.",
    asks_vi="Tiêu đề của mục, tiểu mục chữ in hoa.",
    asks_en="Titles of sections and subsections are in capitals",
)

judge = capitals(RULE, Role.SECTION_TITLE, Role.SUBSECTION_TITLE)

"""Titles of parts and chapters are in capitals (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import capitals
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.title_caps",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER_TITLE,
    fix=Fix.SAFE,
    vi="Tiêu đề có {measured}, phải là {allowed}.",
    en="The title has small letters, it must be in capitals.",
    asks_vi="Tiêu đề của phần, chương chữ in hoa.",
    asks_en="Titles of parts and chapters are in capitals",
)

judge = capitals(RULE, Role.PART_TITLE, Role.CHAPTER_TITLE)

"""Titles of parts and chapters are 13–14 pt (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.title_size",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER_TITLE,
    fix=Fix.SAFE,
    vi="Tiêu đề cỡ {measured}, phải là {allowed}.",
    en="The title is {measured}, it must be {allowed}.",
    asks_vi="Tiêu đề của phần, chương cỡ chữ 13–14.",
    asks_en="Titles of parts and chapters are 13–14 pt",
)

judge = sized(RULE, Role.PART_TITLE, Role.CHAPTER_TITLE)

"""The words of sections and subsections are in small letters (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.texts import small_word
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C6.case",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION,
    fix=Fix.NONE,
    vi='"{measured}" viết in hoa, phải là chữ in thường.',
    en='"{measured}" is in capitals, it must be in small letters.',
    asks_vi="Mục, Tiểu mục viết chữ in thường.",
    asks_en="The words of sections and subsections are in small letters",
    wrong="MỤC 1",
    right="Mục 1",
)

judge = small_word(RULE, Role.SECTION, Role.SUBSECTION)

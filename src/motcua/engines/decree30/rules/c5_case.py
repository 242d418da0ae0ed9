"""The words of parts and chapters are in small letters (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.texts import small_word
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C5.case",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER,
    fix=Fix.NONE,
    vi='"{measured}" viết in hoa, phải là chữ in thường.',
    en='"{measured}" is in capitals, it must be in small letters.',
    asks_vi="Phần, Chương viết chữ in thường.",
    asks_en="The words of parts and chapters are in small letters",
    wrong="CHƯƠNG I",
    right="Chương I",
)

judge = small_word(RULE, Role.PART, Role.CHAPTER)

"""Numbers of parts and chapters are Roman numerals (Phụ lục I, Phần I, II.6đ)."""

import re
from typing import Final

from motcua.engines.decree30.judging.texts import numbered
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

NUMBER: Final = re.compile(r"^(?:[Pp]hần|[Cc]hương|PHẦN|CHƯƠNG)\s+(?:thứ\s+\w+|[IVXLC]+)\b")

RULE = Rule(
    code="ND30-C5.roman",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CHAPTER,
    fix=Fix.NONE,
    vi='Số thứ tự ghi "{measured}", phải là {allowed}.',
    en='Numbered "{measured}", it must be {allowed}.',
    asks_vi="Phần, Chương: số thứ tự bằng chữ số La Mã.",
    asks_en="Numbers of parts and chapters are Roman numerals",
    wrong="Chương 1",
    right="Chương I",
)

judge = numbered(RULE, Role.PART, Role.CHAPTER, number=NUMBER, allowed="chữ số La Mã")

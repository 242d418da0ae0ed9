"""Numbers of sections and subsections are Arabic digits (Phụ lục I, Phần I, II.6đ)."""

import re
from typing import Final

from motcua.engines.decree30.judging.texts import numbered
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

NUMBER: Final = re.compile(r"^(?:[Mm]ục|[Tt]iểu mục|MỤC|TIỂU MỤC)\s+\d+\b")

RULE = Rule(
    code="ND30-C6.arabic",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.SECTION,
    fix=Fix.NONE,
    vi='Số thứ tự ghi "{measured}", phải là {allowed}.',
    en='Numbered "{measured}", it must be {allowed}.',
    asks_vi="Mục, Tiểu mục: số thứ tự bằng chữ số Ả Rập.",
    asks_en="Numbers of sections and subsections are Arabic digits",
    wrong="Mục I",
    right="Mục 1",
)

judge = numbered(RULE, Role.SECTION, Role.SUBSECTION, number=NUMBER, allowed="chữ số Ả Rập")

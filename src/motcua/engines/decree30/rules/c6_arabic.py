"""Numbers of sections and subsections are Arabic digits (Phụ lục I, Phần I, II.6đ)."""

import re
from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

ROLES: Final = (Role.SECTION, Role.SUBSECTION)
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


def judge(view: View) -> Judgement:
    """The number behind the word, typed or automatic."""
    missing = absent(view, ROLES)
    if missing is not None:
        return missing
    pieces = view.pieces(*ROLES)
    spots = [spot_text(piece) for piece in pieces if not NUMBER.match(f"{piece.paragraph.label} {piece.text}".strip())]
    return judged(spots, "chữ số Ả Rập")

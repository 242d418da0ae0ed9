"""Numbers of parts and chapters are Roman numerals (Phụ lục I, Phần I, II.6đ)."""

import re
from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

ROLES: Final = (Role.PART, Role.CHAPTER)
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


def judge(view: View) -> Judgement:
    """The number behind the word, typed or automatic."""
    missing = absent(view, ROLES)
    if missing is not None:
        return missing
    pieces = view.pieces(*ROLES)
    spots = [spot_text(piece) for piece in pieces if not NUMBER.match(f"{piece.paragraph.label} {piece.text}".strip())]
    return judged(spots, "chữ số La Mã")

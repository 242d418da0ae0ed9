"""The words of parts and chapters are in small letters (Phụ lục I, Phần I, II.6đ)."""

from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

ROLES: Final = (Role.PART, Role.CHAPTER)

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


def judge(view: View) -> Judgement:
    """The word before the number."""
    missing = absent(view, ROLES)
    if missing is not None:
        return missing
    return judged([spot_text(piece) for piece in view.pieces(*ROLES) if _shouted(piece)])


def _shouted(piece: Piece) -> bool:
    word = (piece.paragraph.label or piece.text).split()[0]
    return word.isupper() or (bool(piece.runs) and piece.runs[0].format.caps)

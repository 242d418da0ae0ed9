""" "Phụ lục" is in small letters (Phụ lục I, Phần I, III.1b)."""

from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-A2.case",
    clause="Phụ lục I, Phần I, III.1b",
    role=Role.APPENDIX,
    fix=Fix.NONE,
    vi='Phụ lục ghi "{measured}", phải là chữ in thường.',
    en='The appendix reads "{measured}", it must be in small letters.',
    asks_vi='"Phụ lục" chữ in thường.',
    asks_en='"Phụ lục" is in small letters',
    wrong="PHỤ LỤC I",
    right="Phụ lục I",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """The word itself; its number is in Roman numerals anyway."""
    labels = view.appended(Role.APPENDIX)
    if not labels:
        return NOT_APPLICABLE
    return judged([spot_text(piece) for piece in labels if _shouted(piece)], "Phụ lục")


def _shouted(piece: Piece) -> bool:
    return piece.text.startswith("PHỤ LỤC") or any(run.format.caps for run in piece.runs[:1])

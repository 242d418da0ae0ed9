"""The subject is in small letters (Phụ lục I, Phần I, II.5b)."""

from motcua.engines.decree30.judging.texts import softened, spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule
from motcua.engines.decree30.view import View, letters

RULE = Rule(
    code="ND30-T2.case",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.SUBJECT,
    fix=Fix.NONE,
    vi='Trích yếu viết in hoa: "{measured}".',
    en='The subject is in capitals: "{measured}".',
    asks_vi="Trích yếu chữ in thường.",
    asks_en="The subject is in small letters",
    wrong="VỀ VIỆC TUYỂN DỤNG",
    right="Về việc tuyển dụng",
)


def judge(view: View) -> Judgement:
    """Of a specialised document only a warning: the sector sets its form (Điều 4.2a)."""
    return softened(view, _judge(view))


_judge = text_spots(
    RULE, Role.SUBJECT, lambda piece: spot_text(piece) if piece.capitals and letters(piece.text) > 8 else None
)

"""The place is the administrative unit where the agency sits (Phụ lục I, Phần I, II.4a)."""

from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Decides, Fix, Rule, Spot, Verdict

RULE = Rule(
    code="ND30-D1.place",
    clause="Phụ lục I, Phần I, II.4a",
    role=Role.PLACE_DATE,
    fix=Fix.NONE,
    vi='Đối chiếu địa danh: "{measured}".',
    en='Compare the place: "{measured}".',
    asks_vi="Địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở.",
    asks_en="The place is the administrative unit where the agency sits",
    decides=Decides.PERSON,
)


def _spot(piece: Piece) -> Spot | None:
    place = piece.text.partition(",")[0]
    return spot_text(piece, Verdict.NEEDS_HUMAN, place)


judge = text_spots(RULE, Role.PLACE_DATE, _spot, attached=False)

"""The number is the serial number of the year from the registry, in Arabic digits (Phụ lục I, Phần I, II.3a)."""

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Decides, Fix, Rule, Spot, Verdict

RULE = Rule(
    code="ND30-N1.number",
    clause="Phụ lục I, Phần I, II.3a",
    role=Role.NUMBER_LINE,
    fix=Fix.NONE,
    vi="Số văn bản: {measured}.",
    en="The number: {measured}.",
    asks_vi="Số là số thứ tự đăng ký trong năm tại văn thư, chữ số Ả Rập.",
    asks_en="The number is the serial number of the year from the registry, in Arabic digits",
    wrong="Số: XV/QĐ-UBND",
    right="Số: 15/QĐ-UBND",
    decides=Decides.PART,
)


def _spot(piece: Piece) -> Spot | None:
    symbol = kinds.symbol_of(piece.text)
    if symbol is None:
        return spot_text(piece, Verdict.WARNING)
    if not symbol.number:
        return spot_text(piece, Verdict.NOT_FILLED, "chưa ghi số")
    return None if symbol.number.isascii() and symbol.number.isdigit() else spot_text(piece, said=symbol.number)


judge = text_spots(RULE, Role.NUMBER_LINE, _spot)

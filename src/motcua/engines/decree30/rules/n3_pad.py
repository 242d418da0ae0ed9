"""A number below 10 is written with a leading 0 (Phụ lục I, Phần I, II.3c)."""

import re

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.edits import SetText
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Spot

RULE = Rule(
    code="ND30-N3.pad",
    clause="Phụ lục I, Phần I, II.3c",
    role=Role.NUMBER_LINE,
    fix=Fix.GUARDED,
    vi='Số ghi "{measured}", phải ghi thêm số 0 phía trước.',
    en='The number is "{measured}", it needs a leading 0.',
    asks_vi="Số nhỏ hơn 10 ghi thêm số 0 phía trước.",
    asks_en="A number below 10 is written with a leading 0",
    wrong="Số: 5/QĐ-UBND",
    right="Số: 05/QĐ-UBND",
)


def _spot(piece: Piece) -> Spot | None:
    symbol = kinds.symbol_of(piece.text)
    if symbol is None or len(symbol.number) != 1 or not symbol.number.isdigit():
        return None
    found = spot_text(piece, said=symbol.number)
    written = re.search(rf"({symbol.number})[^/\d]*/", piece.paragraph.text)
    if written is not None:
        found.edits = (SetText(piece.paragraph, *written.span(1), f"0{symbol.number}"),)
    return found


judge = text_spots(RULE, Role.NUMBER_LINE, _spot)

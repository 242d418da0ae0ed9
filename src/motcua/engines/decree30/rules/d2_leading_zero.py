"""Days below 10 and months 1 and 2 take a leading 0 (Phụ lục I, Phần I, II.4b)."""

import re
from typing import Final

from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Spot, Verdict

NUMBERS: Final = re.compile(r"ngày\W*(\d{0,2})\W*tháng\W*(\d{0,2})", re.IGNORECASE)

RULE = Rule(
    code="ND30-D2.leading_zero",
    clause="Phụ lục I, Phần I, II.4b",
    role=Role.PLACE_DATE,
    fix=Fix.GUARDED,
    vi='Thời gian ghi "{measured}"; ngày dưới 10, tháng 1, tháng 2 phải thêm số 0, các tháng khác thì không.',
    en='The date reads "{measured}"; days below 10 and months 1, 2 take a leading 0, other months do not need it.',
    asks_vi="Ngày dưới 10, tháng 1 và tháng 2 ghi thêm số 0 phía trước.",
    asks_en="Days below 10 and months 1 and 2 take a leading 0",
    wrong="ngày 5 tháng 1 năm 2026",
    right="ngày 05 tháng 01 năm 2026",
)


def _spot(piece: Piece) -> Spot | None:
    found = NUMBERS.search(piece.text)
    if found is None:
        return None
    day, month = found[1], found[2]
    if (len(day) == 1 and day.isdigit()) or month in {"1", "2"}:
        return spot_text(piece, said=found[0])
    return spot_text(piece, Verdict.WARNING, found[0]) if month in {"03", "04", "05", "06", "07", "08", "09"} else None


judge = text_spots(RULE, Role.PLACE_DATE, _spot)

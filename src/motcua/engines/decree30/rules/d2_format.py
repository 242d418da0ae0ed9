"""Written "<place>, ngày … tháng … năm …", Arabic digits, a comma after the place (Phụ lục I, Phần I, II.4b)."""

import re
from typing import Final

from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Spot, Verdict

BLANK: Final = " \u00a0.…_/"
DATE: Final = re.compile(r"^[^,\d]*[^,\s][^,]*,\s*ngày([\s.…_/\d]*)tháng([\s.…_/\d]*)năm([\s.…_/\d]*)\.?$")

RULE = Rule(
    code="ND30-D2.format",
    clause="Phụ lục I, Phần I, II.4b",
    role=Role.PLACE_DATE,
    fix=Fix.GUARDED,
    vi='Địa danh và thời gian ghi "{measured}".',
    en='Place and date read "{measured}".',
    asks_vi='Ghi "<địa danh>, ngày … tháng … năm …", chữ số Ả Rập, sau địa danh có dấu phẩy.',
    asks_en='Written "<place>, ngày … tháng … năm …", Arabic digits, a comma after the place',
    wrong="Hà Nội, 5/1/2026",
    right="Hà Nội, ngày 05 tháng 01 năm 2026",
)


def _spot(piece: Piece) -> Spot | None:
    text = piece.text
    found = DATE.match(text)
    if found is None:
        return spot_text(piece)
    blank = [name for name, at in (("ngày", 1), ("tháng", 2), ("năm", 3)) if not found[at].strip(BLANK)]
    if blank:
        return spot_text(piece, Verdict.NOT_FILLED, f"chưa ghi {', '.join(blank)}")
    day, month, year = (found[at].strip(BLANK) for at in (1, 2, 3))
    right = day.isdigit() and month.isdigit() and len(year) == 4 and year.isdigit()
    return None if right and 1 <= int(day) <= 31 and 1 <= int(month) <= 12 else spot_text(piece)


judge = text_spots(RULE, Role.PLACE_DATE, _spot)

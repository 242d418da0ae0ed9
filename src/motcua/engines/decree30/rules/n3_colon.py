"""The word "Số" in small letters, then a colon (Phụ lục I, Phần I, II.3c)."""

import re
from typing import Final

from motcua.engines.decree30.edits import SetRun, SetText
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Severity, Spot

# The space behind the word stays where it is: "Số 15" becomes "Số: 15".
HEAD: Final = re.compile(r"s[oốôỐ](?:\s*[:.;])?", re.IGNORECASE)

RULE = Rule(
    code="ND30-N3.colon",
    clause="Phụ lục I, Phần I, II.3c",
    role=Role.NUMBER_LINE,
    fix=Fix.SAFE_TEXT,
    vi='Dòng số ghi "{measured}", phải bắt đầu bằng "Số:".',
    en='The number line reads "{measured}", it must begin with "Số:".',
    asks_vi='Từ "Số" viết thường (chữ đầu in hoa), sau có dấu hai chấm.',
    asks_en='The word "Số" in small letters, then a colon',
    wrong="SỐ 15/QĐ-UBND",
    right="Số: 15/QĐ-UBND",
    severity=Severity.LOW,
)


def _spot(piece: Piece) -> Spot | None:
    head = HEAD.match(piece.text)
    caps = any(run.format.caps for run in piece.runs[:1])
    if head is not None and head[0] == "Số:" and not caps:
        return None
    found = spot_text(piece)
    found.edits = _mended(piece)
    return found


def _mended(piece: Piece) -> tuple[SetText | SetRun, ...]:
    edits: list[SetText | SetRun] = []
    begin = HEAD.search(piece.paragraph.text)
    if begin is not None and begin[0] != "Số:" and piece.paragraph.text.count(begin[0]) == 1:
        edits.append(SetText(piece.paragraph, begin.start(), begin.end(), "Số:"))
    edits += [SetRun(run, "caps", False) for run in piece.runs[:1] if run.format.caps]
    return tuple(edits)


judge = text_spots(RULE, Role.NUMBER_LINE, _spot)

"""Quốc hiệu reads "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in capitals; "HOÀ" is right too (Phụ lục I, Phần I, II.1a)."""

from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Severity, Spot

RULE = Rule(
    code="ND30-Q1.text",
    clause="Phụ lục I, Phần I, II.1a",
    role=Role.NATIONAL_TITLE,
    fix=Fix.SAFE_TEXT,
    vi='Quốc hiệu ghi "{measured}", phải là "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".',
    en='Quốc hiệu reads "{measured}", it must be "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".',
    asks_vi='Quốc hiệu là "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", chữ in hoa; đặt dấu "HÒA" hay "HOÀ" đều đúng.',
    asks_en='Quốc hiệu reads "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in capitals; "HOÀ" is right too',
    wrong="Cộng hòa xã hội chủ nghĩa Việt Nam",
    right="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    severity=Severity.HIGH,
)


def _spot(piece: Piece) -> Spot | None:
    if piece.plain != words.NATIONAL_TITLE:
        return spot_text(piece)
    if piece.capitals:
        return None
    found = spot_text(piece)
    found.edits = tuple(SetRun(run, "caps", True) for run in piece.runs)
    return found


judge = text_spots(RULE, Role.NATIONAL_TITLE, _spot)

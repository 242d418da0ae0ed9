""" "TM.", "Q.", "KT.", "TL.", "TUQ." before the collective or the title (Phụ lục I, Phần I, II.7b)."""

import re
from typing import Final

from motcua.engines.decree30.edits import SetText
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Spot

WORD: Final = re.compile(r"^(TM|KT|TL|TUQ|TƯQ|T/M|K/T|T/L|T/UQ|Q)(?:\s*[.:]\s*|\s+)", re.IGNORECASE)
RIGHT: Final = re.compile(r"^(TM|KT|TL|TUQ|Q)\.\s*\S", re.IGNORECASE)

RULE = Rule(
    code="ND30-S1.word",
    clause="Phụ lục I, Phần I, II.7b",
    role=Role.AUTHORITY,
    fix=Fix.GUARDED,
    vi='Quyền hạn của người ký ghi "{measured}"; phải là TM., Q., KT., TL. hoặc TUQ.',
    en='The authority reads "{measured}"; it must be TM., Q., KT., TL. or TUQ.',
    asks_vi='Ghi "TM.", "Q.", "KT.", "TL.", "TUQ." trước tên tập thể hoặc chức vụ.',
    asks_en='"TM.", "Q.", "KT.", "TL.", "TUQ." before the collective or the title',
    wrong="T/M ỦY BAN NHÂN DÂN",
    right="TM. ỦY BAN NHÂN DÂN",
)


def _spot(piece: Piece) -> Spot | None:
    word = WORD.match(piece.text)
    if word is None or RIGHT.match(piece.text):
        return None
    found = spot_text(piece)
    written = word[0]
    right = word[1].replace("/", "").upper().replace("TƯQ", "TUQ") + ". "
    if piece.paragraph.text.count(written) == 1:
        at = piece.paragraph.text.index(written)
        found.edits = (SetText(piece.paragraph, at, at + len(written), right),)
    return found


judge = text_spots(RULE, Role.AUTHORITY, _spot)

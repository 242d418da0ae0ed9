"""Tiêu ngữ reads "Độc lập - Tự do - Hạnh phúc": capitals only where a phrase begins, hyphens with one space on each
side (Phụ lục I, Phần I, II.1b).
"""

import unicodedata
from typing import Final

from motcua.engines.decree30.edits import SetRun, SetText
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Severity, Spot

MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
SAME: Final = str.maketrans({"\u00a0": " ", "\u2011": "-"})  # a space or a hyphen that only does not break

RULE = Rule(
    code="ND30-Q2.hyphen",
    clause="Phụ lục I, Phần I, II.1b",
    role=Role.MOTTO,
    fix=Fix.SAFE_TEXT,
    vi='Tiêu ngữ ghi "{measured}", phải là "Độc lập - Tự do - Hạnh phúc".',
    en='Tiêu ngữ reads "{measured}", it must be "Độc lập - Tự do - Hạnh phúc".',
    asks_vi=(
        'Tiêu ngữ là "Độc lập - Tự do - Hạnh phúc": chữ in thường, viết hoa chữ đầu mỗi cụm từ, giữa các cụm '
        "từ có gạch nối (-), có cách chữ."
    ),
    asks_en=(
        'Tiêu ngữ reads "Độc lập - Tự do - Hạnh phúc": capitals only where a phrase begins, hyphens with one '
        "space on each side"
    ),
    wrong="Độc lập – Tự do – Hạnh phúc (gạch ngang dài)",
    right="Độc lập - Tự do - Hạnh phúc",
    severity=Severity.HIGH,
)


def _spot(piece: Piece) -> Spot | None:
    caps = any(run.format.caps for run in piece.runs if run.text.strip())
    written = unicodedata.normalize("NFC", piece.raw).strip().translate(SAME)
    if written == MOTTO and not caps:
        return None
    found = spot_text(piece, said=piece.raw.strip())
    found.edits = (*_letters(piece, written), *(SetRun(run, "caps", False) for run in piece.runs if run.format.caps))
    return found


def _letters(piece: Piece, written: str) -> tuple[SetText, ...]:
    """The whole motto, where only its dashes, its spaces or its capitals are wrong: there is one right result."""
    bare = "".join(letter for letter in written if letter.isalpha()).casefold()
    if written == MOTTO or bare != "".join(letter for letter in MOTTO if letter.isalpha()).casefold():
        return ()
    begin = piece.paragraph.text.find(piece.raw.strip())
    return (SetText(piece.paragraph, begin, begin + len(piece.raw.strip()), MOTTO),) if begin >= 0 else ()


judge = text_spots(RULE, Role.MOTTO, _spot)

"""The symbol is in capitals, but for the abbreviations that Phụ lục III writes otherwise (QyĐ, CTr, TTr, TrS) (Phụ lục
I, Phần I, II.3c).
"""

from typing import Final

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Spot, judged
from motcua.engines.decree30.view import View

MIXED: Final = frozenset({"QyĐ", "CTr", "TTr", "TrS"})

RULE = Rule(
    code="ND30-N3.caps",
    clause="Phụ lục I, Phần I, II.3c",
    role=Role.NUMBER_LINE,
    fix=Fix.SAFE,
    vi='Ký hiệu "{measured}" có chữ thường, phải viết in hoa.',
    en='The symbol "{measured}" has small letters, it must be in capitals.',
    asks_vi="Ký hiệu viết in hoa, trừ các chữ viết tắt có chữ thường theo Phụ lục III (QyĐ, CTr, TTr, TrS).",
    asks_en=(
        "The symbol is in capitals, but for the abbreviations that Phụ lục III writes otherwise (QyĐ, CTr, TTr, TrS)"
    ),
    wrong="Số: 15/qđ-ubnd",
    right="Số: 15/QĐ-UBND",
)


def _spot(piece: Piece) -> Spot | None:
    symbol = kinds.symbol_of(piece.text)
    if symbol is None:
        return None
    small = [group for group in symbol.groups if any(map(str.islower, group)) and group not in MIXED]
    if not small:
        return None
    found = spot_text(piece, said=symbol.text)
    found.edits = _raised(piece, small)
    return found


def _raised(piece: Piece, small: list[str]) -> tuple[SetRun, ...]:
    """Capitals by format (w:caps) for the letters of these groups; the letters stay as typed."""
    edits: list[SetRun] = []
    for run in piece.runs:
        for group in small:
            at = run.text.find(group)
            if at >= 0:
                edits.append(SetRun(run.cut(at, at + len(group)), "caps", True))
    return tuple(edits)


def judge(view: View) -> Judgement:
    """Letters turned into capitals by the format count as capitals."""
    found = _judge(view)
    shown = {piece.paragraph.index for piece in view.pieces(Role.NUMBER_LINE) if _capitals_shown(piece)}
    return judged([spot for spot in found.spots if spot.paragraph not in shown]) if found.spots else found


def _capitals_shown(piece: Piece) -> bool:
    text = "".join(run.text.upper() if run.format.caps else run.text for run in piece.runs)
    symbol = kinds.symbol_of(text)
    return symbol is not None and all(group in MIXED or not any(map(str.islower, group)) for group in symbol.groups)


_judge = text_spots(RULE, Role.NUMBER_LINE, _spot)

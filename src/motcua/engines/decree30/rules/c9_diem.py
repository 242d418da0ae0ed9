"""A point: letters of the Vietnamese alphabet in order (a, b, c, d, đ, e, g …), then ")", small and upright (Phụ lục
I, Phần I, II.6đ).
"""

import re
from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, judged
from motcua.engines.decree30.view import View

ALPHABET: Final = "abcdđeghiklmnopqrstuvxy"
LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
LETTER: Final = re.compile(r"^\s*([a-zđ])\s*([.)])", re.IGNORECASE)


RULE = Rule(
    code="ND30-C9.diem",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.POINT,
    fix=Fix.GUARDED,
    vi="Điểm: {measured}.",
    en="Points: {measured}.",
    asks_vi=(
        'Điểm: chữ cái tiếng Việt theo thứ tự (a, b, c, d, đ, e, g …), sau có dấu ")", chữ in thường, đứng, '
        "cỡ chữ lời văn."
    ),
    asks_en=(
        'A point: letters of the Vietnamese alphabet in order (a, b, c, d, đ, e, g …), then ")", small and upright'
    ),
    wrong="d) … e) … (thiếu đ)",
    right="d) … đ) … e) …",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """The mark behind the letter, and that no letter is skipped or taken from the Latin alphabet (đ after d)."""
    missing = absent(view, (Role.POINT,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    for part in view.layout.headed:
        last: int | None = None
        for piece in part.pieces:
            if piece.role is Role.POINT:
                last = _next(piece, last, spots)
    return judged(spots, "a), b), c), d), đ), e)")


def _next(piece: Piece, last: int | None, spots: list[Spot]) -> int | None:
    """Place of this letter in the alphabet; None where it is none."""
    found = LETTER.match(piece.paragraph.label or piece.paragraph.text)
    if found is None:
        return None
    if found[2] != ")":
        spots.append(spot_text(piece, said=f'"{found[0].strip()}" thay cho "{found[1]})"'))
    letter = found[1].lower()
    if letter != found[1]:
        spots.append(spot_text(piece, said=f'"{found[1]})" viết hoa'))
    at = ALPHABET.find(letter)
    if at < 0:
        spots.append(spot_text(piece, said=f'"{found[1]})" không thuộc thứ tự a, b, c, d, đ, e, g'))
        return LATIN.find(letter)
    if last is not None and at not in {last + 1, 0}:
        spots.append(spot_text(piece, said=f'"{found[1]})" đứng sau "{ALPHABET[last]})"'))
    return at

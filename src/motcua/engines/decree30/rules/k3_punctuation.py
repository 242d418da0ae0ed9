"""Each recipient on its own line, a dash at the left margin, a semicolon at the end (Phụ lục I, Phần I, II.9d)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import end_of, spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, judged
from motcua.engines.decree30.view import View

DASH: Final = re.compile(r"^[-–+•]")
LAST: Final = re.compile(r"^[-–\s]*lưu\b", re.IGNORECASE)

RULE = Rule(
    code="ND30-K3.punctuation",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.RECIPIENTS,
    fix=Fix.GUARDED,
    vi="Nơi nhận: {measured}.",
    en="Recipients: {measured}.",
    asks_vi="Mỗi nơi nhận một dòng, đầu dòng có gạch sát lề trái, cuối dòng có dấu chấm phẩy.",
    asks_en="Each recipient on its own line, a dash at the left margin, a semicolon at the end",
    wrong="- Như trên,",
    right="- Như trên;",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """All lines but the last, which has a rule of its own (K3.last_line)."""
    missing = absent(view, (Role.RECIPIENTS,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    for part in view.layout.documents:
        lines = [piece for piece in part.of(Role.RECIPIENTS) if piece.sure]
        spots += _without_semicolon(lines)
        spots += _without_dash(lines)
    return judged(spots, "- …;")


def _dashed(piece: Piece) -> bool:
    return DASH.match(piece.text) is not None or bool(piece.paragraph.label)


def _without_semicolon(lines: list[Piece]) -> Iterator[Spot]:
    """Down to the line of "Lưu"; a recipient that goes on in the next paragraph has its mark there."""
    for piece, following in pairwise(lines):
        if LAST.match(piece.text):
            return
        found = end_of(piece.text)
        if _dashed(piece) and _dashed(following) and found != ";":
            yield spot_text(piece, said=f'"{found}" thay cho ";"' if found else 'thiếu ";"')


def _without_dash(lines: list[Piece]) -> list[Spot]:
    """A recipient of its own (the line above is ended, or it is the one of "Lưu") without its dash."""
    spots: list[Spot] = []
    above: Piece | None = None
    for piece in lines:
        own = LAST.match(piece.text) or (piece.text.endswith(";") and (above is None or above.text.endswith(";")))
        if own and not _dashed(piece) and not all(run.format.raised for run in piece.runs):
            spots.append(spot_text(piece, said="thiếu gạch đầu dòng"))
        above = piece
    return spots

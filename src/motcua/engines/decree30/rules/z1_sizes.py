"""Sizes rise or fall together: Quốc hiệu 13, motto 14, date 14; or 12, 13, 13 (Phụ lục I, Phần I, chú thích Mục V)."""

from collections import Counter
from operator import contains
from typing import Final

from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View, letters

ROLES: Final = (Role.NATIONAL_TITLE, Role.MOTTO, Role.PLACE_DATE)
LEGAL: Final = ({12, 13}, {13, 14}, {13, 14})  # of each by itself

RULE = Rule(
    code="ND30-Z1.sizes",
    clause="Phụ lục I, Phần I, chú thích Mục V",
    role=None,
    fix=Fix.SAFE,
    vi="Cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh là {measured}; thống nhất là {allowed}.",
    en="Sizes of Quốc hiệu, motto, date are {measured}; together they are {allowed}.",
    asks_vi=(
        "Cỡ chữ trong một văn bản tăng, giảm thống nhất: Quốc hiệu 13, Tiêu ngữ 14, địa danh 14; hoặc 12, 13, 13."
    ),
    asks_en="Sizes rise or fall together: Quốc hiệu 13, motto 14, date 14; or 12, 13, 13",
    wrong="13, 14, 13",
    right="13, 14, 14",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """The triples are examples of the decree: another mix only warns, and only of sizes legal by themselves."""
    spots: list[Spot] = []
    right = [tuple(triple) for triple in view.limits[RULE.id]]
    for part in view.layout.documents:
        held = [piece for role in ROLES if (piece := part.one(role)) is not None]
        if len(held) < len(ROLES):
            continue
        sizes = tuple(map(_size, held))
        if sizes not in right and all(map(contains, LEGAL, sizes)):
            edits = _together(held, next(triple for triple in right if triple[0] == sizes[0]))
            said = ", ".join(f"{size:g}" for size in sizes)
            spots.append(Spot(Verdict.WARNING, said, held[0].paragraph.index, edits))
    return judged(spots, "13, 14, 14 hoặc 12, 13, 13")


def _together(held: list[Piece], triple: tuple[float, ...]) -> tuple[SetRun, ...]:
    """Motto and date follow Quốc hiệu."""
    return tuple(
        SetRun(run, "sz", round(size * 2))
        for piece, size in zip(held, triple, strict=True)
        for run in piece.runs if run.format.points != size
    )  # fmt: skip


def _size(piece: Piece) -> float:
    sizes: Counter[float] = Counter()
    for run in piece.runs:
        sizes[run.format.points] += letters(run.text)
    return max(sizes, key=sizes.__getitem__)

"""Sizes rise or fall together: Quốc hiệu 13, motto 14, date 14; or 12, 13, 13 (Phụ lục I, Phần I, chú thích Mục V)."""

from motcua.engines.decree30.edits import SetRun
from motcua.engines.decree30.measures import points
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View, letters

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
    for part in view.layout.documents:
        held = [part.one(role) for role in (Role.NATIONAL_TITLE, Role.MOTTO, Role.PLACE_DATE)]
        sizes = [_size(piece) for piece in held if piece is not None]
        if len(sizes) < len(held):
            continue
        right = [tuple(triple) for triple in view.limits[RULE.id]]
        if tuple(sizes) not in right and sizes[0] in {12, 13} and sizes[1] in {13, 14} and sizes[2] in {13, 14}:
            said = ", ".join(points(size)[:-3] for size in sizes)
            edits = _together(held, next(triple for triple in right if triple[0] == sizes[0]))
            spots.append(Spot(Verdict.WARNING, said, held[0].paragraph.index if held[0] is not None else None, edits))
    return judged(spots, "13, 14, 14 hoặc 12, 13, 13")


def _together(held: list[Piece | None], triple: tuple[float, ...]) -> tuple[SetRun, ...]:
    """Motto and date follow Quốc hiệu."""
    return tuple(
        SetRun(run, "sz", round(size * 2))
        for piece, size in zip(held, triple, strict=True) if piece is not None
        for run in piece.runs if run.format.points != size
    )  # fmt: skip


def _size(piece: Piece) -> float:
    sizes: dict[float, int] = {}
    for run in piece.runs:
        sizes[run.format.points] = sizes.get(run.format.points, 0) + letters(run.text)
    return max(sizes, key=lambda size: sizes[size])

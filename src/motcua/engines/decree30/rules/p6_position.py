"""Every component stands where the diagram of Mục IV has it (Phụ lục I, Phần I, I.6)."""

from typing import Final

from motcua.engines.decree30.judging.paragraphs import WORDS
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

SIDES: Final = (
    (Role.ISSUER, "left", "tên cơ quan"), (Role.SUPERIOR, "left", "tên cơ quan chủ quản"),
    (Role.NUMBER_LINE, "left", "số, ký hiệu"), (Role.NATIONAL_TITLE, "right", "Quốc hiệu"),
    (Role.MOTTO, "right", "Tiêu ngữ"), (Role.PLACE_DATE, "right", "địa danh, thời gian"),
)  # fmt: skip

RULE = Rule(
    code="ND30-P6.position",
    clause="Phụ lục I, Phần I, I.6",
    role=None,
    fix=Fix.NONE,
    vi="Sai vị trí: {measured}.",
    en="Out of place: {measured}.",
    asks_vi="Vị trí các thành phần theo sơ đồ Mục IV.",
    asks_en="Every component stands where the diagram of Mục IV has it",
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Columns of the header: agency and number on the left, Quốc hiệu, Tiêu ngữ, place and date on the right."""
    spots = [
        Spot(Verdict.VIOLATION, f"{name} nằm bên {WORDS[piece.side]}", piece.paragraph.index)
        for role, side, name in SIDES for piece in view.pieces(role)
        if piece.side and piece.side != side and piece.sure
    ]  # fmt: skip
    return judged(spots)

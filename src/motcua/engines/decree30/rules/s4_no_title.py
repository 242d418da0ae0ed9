"""No academic or honorary title before the name; armed forces, education, health and science as their sector rules
(Phụ lục I, Phần I, II.7c).
"""

from typing import Final

from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.foot import DEGREES
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

SECTORS: Final = tuple(words.plain(word) for word in (
    "trường", "đại học", "học viện", "giáo dục", "bệnh viện", "y tế", "trung tâm y tế", "viện", "khoa học", "công an",
    "quân sự", "bộ chỉ huy", "quân khu", "quốc phòng", "biên phòng",
))  # fmt: skip

RULE = Rule(
    code="ND30-S4.no_title",
    clause="Phụ lục I, Phần I, II.7c",
    role=Role.SIGNER,
    fix=Fix.NONE,
    vi='Trước họ tên người ký có học hàm, học vị: "{measured}".',
    en='A title stands before the name: "{measured}".',
    asks_vi=(
        "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu danh dự; lực lượng vũ trang, giáo dục, y "
        "tế, khoa học theo quy định của ngành."
    ),
    asks_en=(
        "No academic or honorary title before the name; armed forces, education, health and science as their "
        "sector rules"
    ),
    wrong="TS. Nguyễn Văn Mẫu",
    right="Nguyễn Văn Mẫu",
)


def judge(view: View) -> Judgement:
    """Of an issuer in one of the four sectors it only warns."""
    found = _judge(view)
    issuer = " ".join(piece.plain for piece in view.pieces(Role.ISSUER, Role.SUPERIOR))
    if found.spots and any(word in issuer for word in SECTORS):
        return judged([Spot(Verdict.WARNING, spot.measured, spot.paragraph) for spot in found.spots])
    return found


_judge = text_spots(RULE, Role.SIGNER, lambda piece: spot_text(piece) if DEGREES.match(piece.text) else None)

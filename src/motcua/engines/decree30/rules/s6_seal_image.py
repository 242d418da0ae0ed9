"""The image of the seal is red, real size, .png, transparent, over about a third of the signature (Phụ lục I, Phần I,
II.8a).
"""

from motcua.engines.decree30.judging.pages import signature_pictures
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-S6.seal_image",
    clause="Phụ lục I, Phần I, II.8a",
    role=Role.SIGNER,
    fix=Fix.NONE,
    vi="Đối chiếu hình ảnh: {measured}.",
    en="Look at the picture: {measured}.",
    asks_vi=(
        "Hình ảnh dấu của cơ quan: màu đỏ, kích thước thực, .png nền trong suốt, trùm khoảng 1/3 chữ ký về bên trái."
    ),
    asks_en="The image of the seal is red, real size, .png, transparent, over about a third of the signature",
    decides=Decides.PERSON,
)


def judge(view: View) -> Judgement:
    """Only where pictures stand among the lines of those who sign; what they show a person sees."""
    pictures = signature_pictures(view)
    return judged([Spot(Verdict.NEEDS_HUMAN, f"{pictures} hình")]) if pictures else NOT_APPLICABLE

"""The image of the signature is blue, .png, transparent, between title and name (Phụ lục I, Phần I, II.7c)."""

from motcua.engines.decree30.judging.pages import signature_pictures
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-S5.signature_image",
    clause="Phụ lục I, Phần I, II.7c",
    role=Role.SIGNER,
    fix=Fix.NONE,
    vi="Đối chiếu hình ảnh: {measured}.",
    en="Look at the picture: {measured}.",
    asks_vi="Hình ảnh chữ ký số của người có thẩm quyền: màu xanh, .png nền trong suốt, canh giữa chức vụ và họ tên.",
    asks_en="The image of the signature is blue, .png, transparent, between title and name",
    decides=Decides.PERSON,
)


def judge(view: View) -> Judgement:
    """Only where pictures stand among the lines of those who sign; what they show a person sees."""
    pictures = signature_pictures(view)
    return judged([Spot(Verdict.NEEDS_HUMAN, f"{pictures} hình")]) if pictures else NOT_APPLICABLE

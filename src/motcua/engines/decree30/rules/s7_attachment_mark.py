"""An attachment in the same file is not signed separately; in its own file the agency signs it in the top right
corner, no image (Phụ lục I, Phần I, II.8b).
"""

from motcua.engines.decree30.roles.parts import Place
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-S7.attachment_mark",
    clause="Phụ lục I, Phần I, II.8b",
    role=None,
    fix=Fix.NONE,
    vi="Văn bản kèm theo: {measured}.",
    en="Attachments: {measured}.",
    asks_vi=(
        "Văn bản kèm theo cùng tệp không ký riêng; tệp riêng thì cơ quan ký số ở góc trên bên phải trang đầu,"
        " không hiển thị hình ảnh."
    ),
    asks_en=(
        "An attachment in the same file is not signed separately; in its own file the agency signs it in the "
        "top right corner, no image"
    ),
    decides=Decides.PERSON,
)


def judge(view: View) -> Judgement:
    """The signature itself is checked by the signing service; here only that a person must look."""
    attached = [part for part in view.parts if part.place is Place.ATTACHED]
    return judged([Spot(Verdict.NEEDS_HUMAN, f"{len(attached)} phần kèm theo")]) if attached else NOT_APPLICABLE

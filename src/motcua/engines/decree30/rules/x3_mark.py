"""An electronic copy bears the agency signature in the top right corner, no image, its text 10 pt (Phụ lục I, Phần II,
I.3).
"""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-X3.mark",
    clause="Phụ lục I, Phần II, I.3",
    role=Role.COPY_FORM,
    fix=Fix.NONE,
    vi="Chữ ký số trong tệp: {measured}.",
    en="Digital signatures in the file: {measured}.",
    asks_vi=(
        "Bản sao điện tử: chữ ký số của cơ quan ở góc trên bên phải trang đầu, không hiển thị hình ảnh; thông"
        " tin cỡ chữ 10."
    ),
    asks_en="An electronic copy bears the agency signature in the top right corner, no image, its text 10 pt",
    decides=Decides.PERSON,
)


def judge(view: View) -> Judgement:
    """A signed PDF: whose signature it is, and where it shows, a person or the signing service says."""
    count = view.document.facts.get("signatures", 0)
    return judged([Spot(Verdict.NEEDS_HUMAN, str(count))]) if count else NOT_APPLICABLE

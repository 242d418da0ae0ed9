"""Bases are the documents that give competence and ground the content, each with type, number and symbol, agency, date
and subject (Phụ lục I, Phần I, II.6a).
"""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C1.basis",
    clause="Phụ lục I, Phần I, II.6a",
    role=Role.LEGAL_BASIS,
    fix=Fix.NONE,
    vi="Đối chiếu các căn cứ ({measured}).",
    en="Compare the bases ({measured}).",
    asks_vi=(
        "Căn cứ gồm văn bản quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan và văn bản làm cơ sở để ban "
        "hành, ghi đủ tên loại, số, ký hiệu, cơ quan, ngày, trích yếu (luật, pháp lệnh không ghi số, ký hiệu,"
        " cơ quan)."
    ),
    asks_en=(
        "Bases are the documents that give competence and ground the content, each with type, number and "
        "symbol, agency, date and subject"
    ),
    decides=Decides.PERSON,
)


def judge(view: View) -> Judgement:
    """Truth and sufficiency of the bases: a person decides."""
    bases = view.pieces(Role.LEGAL_BASIS, attached=False)
    if not bases:
        return NOT_APPLICABLE
    return judged([Spot(Verdict.NEEDS_HUMAN, f"{len(bases)} căn cứ", bases[0].paragraph.index)])

"""No basis or citation of a document that the register knows as expired or replaced (NĐ 30/2020, Phụ lục I, Phần I,
II.6a; NĐ 79/2025 Điều 5).
"""

from motcua.engines.decree30.citations import citations, own_date
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="MC-cite.expired",
    clause="NĐ 30/2020, Phụ lục I, Phần I, II.6a; NĐ 79/2025 Điều 5",
    role=Role.LEGAL_BASIS,
    fix=Fix.NONE,
    vi="Văn bản hết hiệu lực được viện dẫn: {measured}.",
    en="Expired documents are cited: {measured}.",
    asks_vi="Không căn cứ hay viện dẫn văn bản đã hết hiệu lực, đã bị thay thế theo sổ văn bản.",
    asks_en="No basis or citation of a document that the register knows as expired or replaced",
    severity=Severity.HIGH,
)


def judge(view: View) -> Judgement:
    """Against the register that was given, on the day of the document; without a register nothing is said."""
    if not view.register:
        return NOT_APPLICABLE
    day = own_date(view)
    spots = [
        Spot(Verdict.WARNING, f"{cited.number} ({said})", cited.paragraph)
        for cited in citations(view) if (said := view.register.expired(cited.number, day)) is not None
    ]  # fmt: skip
    return judged(spots)

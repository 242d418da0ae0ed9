"""Quốc hiệu and Tiêu ngữ are single spaced (Phụ lục I, Phần I, II.1c)."""

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.paragraphs import spacings
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-Q4.spacing",
    clause="Phụ lục I, Phần I, II.1c",
    role=Role.MOTTO,
    fix=Fix.SAFE,
    vi="Dòng Quốc hiệu, Tiêu ngữ giãn {measured}, phải là dòng đơn.",
    en="Quốc hiệu and Tiêu ngữ are spaced {measured}, they must be single spaced.",
    asks_vi="Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.",
    asks_en="Quốc hiệu and Tiêu ngữ are single spaced",
    wrong="1,5 dòng",
    right="dòng đơn",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """The paragraphs of both lines."""
    missing = absent(view, (Role.NATIONAL_TITLE, Role.MOTTO))
    if missing is not None:
        return missing
    held = {piece.paragraph.index: piece.paragraph for piece in view.pieces(Role.NATIONAL_TITLE, Role.MOTTO)}
    low, high = view.limits["Q4.spacing"]
    return judged(list(spacings(held.values(), low, high, widest=240)), "dòng đơn")

"""The first line of an article is indented by 1 cm or 1.27 cm (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.paragraphs import indents
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C7.indent",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.ARTICLE,
    fix=Fix.SAFE,
    vi="Điều lùi vào {measured}, phải là {allowed}.",
    en="The article is indented by {measured}, it must be {allowed}.",
    asks_vi="Dòng đầu của điều lùi vào 1 cm hoặc 1,27 cm.",
    asks_en="The first line of an article is indented by 1 cm or 1.27 cm",
    wrong="0 cm",
    right="1,27 cm",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Articles set left or both; a centred one is no matter of indents."""
    missing = absent(view, (Role.ARTICLE,))
    if missing is not None:
        return missing
    held = [piece.paragraph for piece in view.pieces(Role.ARTICLE) if piece.paragraph.format.align in {"left", "both"}]
    spots = indents(view, held, view.limits[RULE.id], view.limits["C11.within"])
    return judged(list(spots), "1 cm hoặc 1,27 cm")

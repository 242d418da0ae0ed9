"""The first line of a paragraph is indented by 1 cm or 1.27 cm (Phụ lục I, Phần I, II.6e)."""

from motcua.engines.decree30.judging.paragraphs import indents
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C11.indent",
    clause="Phụ lục I, Phần I, II.6e",
    role=Role.BODY,
    fix=Fix.SAFE,
    vi="Dòng đầu lùi vào {measured}, phải là {allowed}.",
    en="First lines are indented by {measured}, they must be {allowed}.",
    asks_vi="Dòng đầu mỗi đoạn lùi vào 1 cm hoặc 1,27 cm.",
    asks_en="The first line of a paragraph is indented by 1 cm or 1.27 cm",
    wrong="1,5 cm",
    right="1,27 cm",
)


def judge(view: View) -> Judgement:
    """Running text of the documents (1.6)."""
    held = view.running
    if not held:
        return NOT_APPLICABLE
    spots = indents(view, held, view.limits[RULE.id], view.limits["C11.within"])
    return judged(list(spots), "1 cm hoặc 1,27 cm")

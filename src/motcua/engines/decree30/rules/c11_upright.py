"""The body is in small letters, upright (Phụ lục I, Phần I, II.6e)."""

from motcua.engines.decree30.judging.letters import of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C11.upright",
    clause="Phụ lục I, Phần I, II.6e",
    role=Role.BODY,
    fix=Fix.SAFE,
    vi="Nội dung có chữ {measured}, phải là chữ {allowed}.",
    en="The body has letters in {measured}, they must be upright.",
    asks_vi="Nội dung chữ in thường, kiểu chữ đứng.",
    asks_en="The body is in small letters, upright",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Running text of the documents (1.6)."""
    held = view.running
    if not held:
        return NOT_APPLICABLE
    return judged(of_style(view.uses_of_running(), italic=False), "đứng")

"""The body is 13–14 pt (Phụ lục I, Phần I, II.6e)."""

from motcua.engines.decree30.judging.letters import between, of_size
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C11.size",
    clause="Phụ lục I, Phần I, II.6e",
    role=Role.BODY,
    fix=Fix.SAFE,
    vi="Nội dung có chữ cỡ {measured}, phải là {allowed}.",
    en="The body has letters of {measured}, they must be {allowed}.",
    asks_vi="Nội dung cỡ chữ 13–14.",
    asks_en="The body is 13–14 pt",
    wrong="12 pt",
    right="13–14 pt",
    severity=Severity.HIGH,
)


def judge(view: View) -> Judgement:
    """Running text of the documents (1.6)."""
    held = view.running
    if not held:
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    return judged(of_size(view.uses_of_running(), low, high), between(low, high))

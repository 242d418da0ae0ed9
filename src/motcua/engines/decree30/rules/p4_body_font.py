"""The content is set in Times New Roman (Phụ lục I, Phần I, I.4)."""

from motcua.engines.decree30.judging.fonts import fonts_off
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, OK, Fix, Judgement, Rule, Severity, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P4.body_font",
    clause="Phụ lục I, Phần I, I.4",
    role=Role.BODY,
    fix=Fix.SAFE,
    vi="Nội dung có chữ phông {measured}, phải là {allowed}.",
    en="The content has letters in {measured}, it must be {allowed}.",
    asks_vi="Nội dung dùng phông Times New Roman.",
    asks_en="The content is set in Times New Roman",
    wrong="Arial, .VnTime",
    right="Times New Roman",
    severity=Severity.HIGH,
)


def judge(view: View) -> Judgement:
    """Bases to the last line of the text; tables are judged by P4.any_font."""
    right = view.limits["P4.font"]
    if not view.any_face_but(right):
        return OK
    uses = view.uses_of_content()
    return judged(fonts_off(uses, right), right) if uses else NOT_APPLICABLE

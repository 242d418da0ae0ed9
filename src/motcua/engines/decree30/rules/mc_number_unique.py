"""A number is given once a year in its book (NĐ 30/2020 Điều 15)."""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity
from motcua.engines.decree30.view import View

RULE = Rule(
    code="MC-number.unique",
    clause="NĐ 30/2020 Điều 15",
    role=Role.NUMBER_LINE,
    fix=Fix.NONE,
    vi="Trùng số: {measured}.",
    en="The number is given twice: {measured}.",
    asks_vi="Số văn bản là duy nhất trong năm của từng sổ.",
    asks_en="A number is given once a year in its book",
    severity=Severity.HIGH,
)


def judge(view: View) -> Judgement:
    """One file cannot tell; the run over many files adds the finding to the later of two (`batch`)."""
    return NOT_APPLICABLE

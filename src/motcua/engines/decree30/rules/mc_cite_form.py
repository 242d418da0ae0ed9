"""A cited document has a well-formed number and symbol, no spaces or wrong dashes in it (NĐ 30/2020, Phụ lục I, Phần
I, II.3, II.6b).
"""

from motcua.engines.decree30.citations import citations
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="MC-cite.form",
    clause="NĐ 30/2020, Phụ lục I, Phần I, II.3, II.6b",
    role=Role.LEGAL_BASIS,
    fix=Fix.NONE,
    vi="Viện dẫn sai cấu trúc: {measured}.",
    en="Malformed citations: {measured}.",
    asks_vi="Văn bản được viện dẫn ghi đúng cấu trúc số, ký hiệu, không có khoảng trắng hay gạch sai.",
    asks_en="A cited document has a well-formed number and symbol, no spaces or wrong dashes in it",
    wrong="Nghị định số 30/2020/NĐ - CP",
    right="Nghị định số 30/2020/NĐ-CP",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Spaces and dashes inside a symbol, a year of two digits, a slash where a hyphen belongs."""
    spots: list[Spot] = []
    found = False
    for cited in citations(view):
        found = True
        if not cited.well_formed:
            spots.append(Spot(Verdict.WARNING, cited.text, cited.paragraph))
    return judged(spots) if found else NOT_APPLICABLE

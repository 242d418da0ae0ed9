"""Bases are older than the document; those of one type stand in the order of their dates (NĐ 30/2020, Phụ lục I, Phần
I, II.6a).
"""

from datetime import date

from motcua.engines.decree30.citations import citations, own_date
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="MC-basis.dates",
    clause="NĐ 30/2020, Phụ lục I, Phần I, II.6a",
    role=Role.LEGAL_BASIS,
    fix=Fix.NONE,
    vi="Thứ tự thời gian của căn cứ: {measured}.",
    en="Dates of the bases: {measured}.",
    asks_vi="Căn cứ có trước văn bản; cùng loại thì văn bản ban hành trước ghi trước.",
    asks_en="Bases are older than the document; those of one type stand in the order of their dates",
    severity=Severity.LOW,
    certain=False,
)


def judge(view: View) -> Judgement:
    """A basis younger than the document is surely wrong; order among equals only a habit, so both only warn."""
    spots: list[Spot] = []
    day = own_date(view)
    last: dict[str, date] = {}
    found = False
    for cited in citations(view, bases_only=True):
        if cited.day is None:
            continue
        found = True
        if day is not None and cited.day > day:
            spots.append(Spot(Verdict.WARNING, f"{cited.number} ban hành sau văn bản này", cited.paragraph))
        before = last.get(cited.kind)
        if before is not None and cited.day < before:
            spots.append(Spot(Verdict.WARNING, f"{cited.number} có ngày trước căn cứ đứng trên", cited.paragraph))
        last[cited.kind] = cited.day
    return judged(spots) if found else NOT_APPLICABLE

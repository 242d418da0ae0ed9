"""A first citation names type, number and symbol, date, agency and subject; later ones type, number and symbol (Phụ
lục I, Phần I, II.6b).
"""

import re
from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

TYPES: Final = r"(?:Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Công văn|Kế hoạch|Thông báo|Tờ trình|Báo cáo)"
NUMBER: Final = re.compile(r" \d{1,5}/(?:\d{4}/)?[A-ZĐ]{2}")  # quick: without one there is nothing to find
WITHOUT: Final = re.compile(TYPES + r" \d{1,5}/(?:\d{4}/)?[A-ZĐ]{2}[\w-]*")
CITED: Final = re.compile(TYPES + r" số \d{1,5}/")

RULE = Rule(
    code="ND30-C3.citation",
    clause="Phụ lục I, Phần I, II.6b",
    role=None,
    fix=Fix.NONE,
    vi="Viện dẫn: {measured}.",
    en="Citations: {measured}.",
    asks_vi=(
        "Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan, trích yếu (luật, pháp lệnh: tên "
        "loại và tên); lần sau ghi tên loại và số, ký hiệu."
    ),
    asks_en=(
        "A first citation names type, number and symbol, date, agency and subject; later ones type, number and symbol"
    ),
    severity=Severity.LOW,
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """ "Nghị định 30/2020/NĐ-CP" lacks the word "số" before the number: surely wrong. The rest a person reads."""
    pieces = view.pieces(Role.LEGAL_BASIS, Role.BODY, Role.ARTICLE, Role.CLAUSE, Role.POINT)
    spots: list[Spot] = []
    cited = False
    for piece in pieces:
        text = piece.paragraph.text
        if "/" not in text:
            continue
        cited = cited or CITED.search(text) is not None
        if NUMBER.search(text) is None:
            continue
        spots += [Spot(Verdict.WARNING, f"thiếu từ \"số\" trong \"{found[0]}\"", piece.paragraph.index)
                  for found in WITHOUT.finditer(text)]  # fmt: skip
    if spots:
        return judged(spots)
    return judged([Spot(Verdict.NEEDS_HUMAN, "đối chiếu lần viện dẫn đầu tiên")]) if cited else NOT_APPLICABLE

"""A clause: Arabic number and a full stop, as large as the body, upright; bold only with a title of its own (Phụ lục
I, Phần I, II.6đ).
"""

import re
from typing import Final

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, judged
from motcua.engines.decree30.view import View

NUMBER: Final = re.compile(r"^\s*(\d{1,2})\s*([.)/])")

RULE = Rule(
    code="ND30-C8.khoan",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.CLAUSE,
    fix=Fix.GUARDED,
    vi="Khoản: {measured}.",
    en="Clauses: {measured}.",
    asks_vi=(
        "Khoản: số Ả Rập và dấu chấm, cỡ chữ lời văn, chữ đứng; có tiêu đề thì đậm trên dòng riêng, không có "
        "thì không đậm."
    ),
    asks_en=(
        "A clause: Arabic number and a full stop, as large as the body, upright; bold only with a title of its own"
    ),
    wrong="1) Nội dung",
    right="1. Nội dung",
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """The mark behind the number and the slant; weight only warns, for lists begin with numbers too."""
    missing = absent(view, (Role.CLAUSE,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    for piece in view.pieces(Role.CLAUSE):
        label = piece.paragraph.label or piece.paragraph.text
        found = NUMBER.match(label)
        if found is not None and found[2] != ".":
            spots.append(spot_text(piece, said=f'"{found[0].strip()}" thay cho "{found[1]}."'))
    return judged(spots, "1.")

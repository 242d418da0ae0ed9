"""Proposal, report, letter: the first item is "- Như trên;"; resolution, decision: "- Như Điều …;" (Phụ lục I, Phần I,
II.9b).
"""

import re
from typing import Final

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

ABOVE: Final = re.compile(r"^[-–\s]*như\s+(trên|kính gửi)", re.IGNORECASE)
ARTICLE: Final = re.compile(r"như\s+(trên|điều)|điều\s+\d", re.IGNORECASE)

RULE = Rule(
    code="ND30-K3.first_item",
    clause="Phụ lục I, Phần I, II.9b",
    role=Role.RECIPIENTS,
    fix=Fix.GUARDED,
    vi='Mục đầu của nơi nhận là "{measured}", phải là "{allowed}".',
    en='The first recipient is "{measured}", it must be "{allowed}".',
    asks_vi='Tờ trình, báo cáo, công văn: mục đầu "- Như trên;"; nghị quyết, quyết định: "- Như Điều …;".',
    asks_en='Proposal, report, letter: the first item is "- Như trên;"; resolution, decision: "- Như Điều …;"',
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """ "Như trên" needs a "Kính gửi" above; of resolutions and decisions only the templates speak, so it warns."""
    missing = absent(view, (Role.RECIPIENTS,))
    if missing is not None:
        return missing
    spots: list[Spot] = []
    allowed = ""
    for part in view.layout.documents:
        first = part.one(Role.RECIPIENTS)
        if first is None or part.kind is None:
            continue
        above = bool(part.of(Role.ADDRESSEE))
        as_above = ABOVE.search(first.text) is not None
        if kinds.listed("addressed", part.kind.code) and above and not as_above:
            spots.append(spot_text(first))
            allowed = "- Như trên;"
        elif as_above and not above and not kinds.listed("may_be_addressed", part.kind.code):
            spots.append(spot_text(first))
        elif _decides(part) and not ARTICLE.search(first.text):
            spots.append(spot_text(first, Verdict.WARNING))
            allowed = "- Như Điều …;"
    return judged(spots, allowed)


def _decides(part: Part) -> bool:
    """A resolution or decision in articles; those of normative documents have templates of their own."""
    named = part.kind is not None and part.kind.code in {"QĐ", "NQ"}
    return named and part.family is not kinds.Family.NORMATIVE and bool(part.of(Role.ARTICLE))

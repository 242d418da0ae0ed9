"""Without articles: headings "I. …", number and title in capitals, bold, 13–14 pt (Phụ lục I, Phần I, V.6b)."""

from motcua.engines.decree30.judging.letters import absent, of_size, of_style
from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View, uses_of

RULE = Rule(
    code="ND30-C10.roman",
    clause="Phụ lục I, Phần I, V.6b",
    role=Role.HEADING,
    fix=Fix.NONE,
    vi='Đề mục "{measured}" không đúng kiểu chữ.',
    en='The heading "{measured}" is not set as it must be.',
    asks_vi='Bố cục không theo điều: đề mục "I. …" số và tiêu đề chữ in hoa, đậm, cỡ 13–14.',
    asks_en='Without articles: headings "I. …", number and title in capitals, bold, 13–14 pt',
    wrong="I. Mục đích",
    right="I. MỤC ĐÍCH",
    severity=Severity.LOW,
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Only where the document has no articles; no alignment is set for these headings."""
    if view.pieces(Role.ARTICLE):
        return NOT_APPLICABLE
    missing = absent(view, (Role.HEADING,))
    if missing is not None:
        return missing
    low, high = view.limits[RULE.id]
    spots: list[Spot] = []
    for piece in view.pieces(Role.HEADING):
        uses = uses_of([piece])
        off = of_size(uses, low, high) + of_style(uses, bold=True)
        if not piece.capitals or any(spot.verdict is Verdict.VIOLATION for spot in off):
            spots.append(spot_text(piece))
    return judged(spots, "in hoa, đậm, 13–14 pt")

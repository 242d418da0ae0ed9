"""The legal bases are in italics (Phụ lục I, Phần I, II.6a)."""

from motcua.engines.decree30.judging.letters import absent, of_style
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View, uses_of

RULE = Rule(
    code="ND30-C2.italic",
    clause="Phụ lục I, Phần I, II.6a",
    role=Role.LEGAL_BASIS,
    fix=Fix.SAFE,
    vi="Căn cứ là chữ {measured}, phải là chữ {allowed}.",
    en="Bases are {measured}, they must be {allowed}.",
    asks_vi="Căn cứ ban hành chữ nghiêng.",
    asks_en="The legal bases are in italics",
)


def judge(view: View) -> Judgement:
    """One paragraph with three letters off is enough (1.6)."""
    missing = absent(view, (Role.LEGAL_BASIS,))
    if missing is not None:
        return missing
    spots = [
        spot for piece in view.pieces(Role.LEGAL_BASIS) for spot in of_style(uses_of([piece]), bold=False, italic=True)
    ]
    return judged(spots, "nghiêng, không đậm")

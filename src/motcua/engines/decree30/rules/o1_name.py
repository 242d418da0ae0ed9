"""Official full name of the issuing agency and of its directly superior body, which adds its place (Phụ lục I, Phần I,
II.2a).
"""

from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-O1.name",
    clause="Phụ lục I, Phần I, II.2a",
    role=Role.ISSUER,
    fix=Fix.NONE,
    vi='Đối chiếu tên cơ quan: "{measured}".',
    en='Compare the name of the agency: "{measured}".',
    asks_vi=(
        "Tên chính thức, đầy đủ của cơ quan ban hành và cơ quan chủ quản trực tiếp (nếu có); cơ quan chủ quản"
        " ở địa phương có thêm tên địa phương."
    ),
    asks_en="Official full name of the issuing agency and of its directly superior body, which adds its place",
    decides=Decides.PERSON,
)


def judge(view: View) -> Judgement:
    """A person compares it with the register of agencies."""
    missing = absent(view, (Role.ISSUER,))
    if missing is not None:
        return missing
    pieces = view.pieces(Role.SUPERIOR, Role.ISSUER, attached=False)
    name = " ".join(piece.text for piece in pieces)
    return judged([Spot(Verdict.NEEDS_HUMAN, name[:90], pieces[0].paragraph.index)]) if pieces else NOT_APPLICABLE

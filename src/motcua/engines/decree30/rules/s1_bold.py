"""Authority word and title of the signer are upright and bold (Phụ lục I, Phần I, II.7đ)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-S1.bold",
    clause="Phụ lục I, Phần I, II.7đ",
    role=Role.AUTHORITY,
    fix=Fix.SAFE,
    vi="Quyền hạn, chức vụ là chữ {measured}, phải là chữ {allowed}.",
    en="Authority and title: {measured}, they must be {allowed}.",
    asks_vi="Quyền hạn, chức vụ của người ký: chữ đứng, đậm.",
    asks_en="Authority word and title of the signer are upright and bold",
)

judge = styled(RULE, Role.AUTHORITY, Role.TITLE, bold=True, italic=False)

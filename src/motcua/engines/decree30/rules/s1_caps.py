"""Authority word and title of the signer are in capitals (Phụ lục I, Phần I, II.7đ)."""

from motcua.engines.decree30.judging.letters import capitals
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-S1.caps",
    clause="Phụ lục I, Phần I, II.7đ",
    role=Role.AUTHORITY,
    fix=Fix.SAFE,
    vi="Quyền hạn, chức vụ có {measured}, phải là {allowed}.",
    en="Authority and title: {measured}, they must be {allowed}.",
    asks_vi="Quyền hạn, chức vụ của người ký: chữ in hoa.",
    asks_en="Authority word and title of the signer are in capitals",
)

judge = capitals(RULE, Role.AUTHORITY, Role.TITLE)

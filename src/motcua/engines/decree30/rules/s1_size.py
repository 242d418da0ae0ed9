"""Authority word and title of the signer are 13–14 pt (Phụ lục I, Phần I, II.7đ)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-S1.size",
    clause="Phụ lục I, Phần I, II.7đ",
    role=Role.AUTHORITY,
    fix=Fix.SAFE,
    vi="Quyền hạn, chức vụ cỡ {measured}, phải là {allowed}.",
    en="Authority and title: {measured}, they must be {allowed}.",
    asks_vi="Quyền hạn, chức vụ của người ký: cỡ chữ 13–14.",
    asks_en="Authority word and title of the signer are 13–14 pt",
)

judge = sized(RULE, Role.AUTHORITY, Role.TITLE)

"""An article is as large as the body (Phụ lục I, Phần I, II.6đ)."""

from motcua.engines.decree30.judging.texts import same_size
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-C7.size",
    clause="Phụ lục I, Phần I, II.6đ",
    role=Role.ARTICLE,
    fix=Fix.SAFE,
    vi="Điều cỡ {measured}, phải bằng lời văn: {allowed}.",
    en="The article is {measured}, it must be as large as the body: {allowed}.",
    asks_vi="Điều có cỡ chữ bằng cỡ chữ phần lời văn.",
    asks_en="An article is as large as the body",
)

judge = same_size(RULE, Role.ARTICLE)

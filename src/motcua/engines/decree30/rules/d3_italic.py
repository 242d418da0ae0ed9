"""Place and date are in italics (Phụ lục I, Phần I, II.4c)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-D3.italic",
    clause="Phụ lục I, Phần I, II.4c",
    role=Role.PLACE_DATE,
    fix=Fix.SAFE,
    vi="Địa danh và thời gian là chữ {measured}, phải là chữ {allowed}.",
    en="Place and date are {measured}, they must be {allowed}.",
    asks_vi="Địa danh và thời gian chữ nghiêng, không đậm.",
    asks_en="Place and date are in italics",
)

judge = styled(RULE, Role.PLACE_DATE, bold=False, italic=True)

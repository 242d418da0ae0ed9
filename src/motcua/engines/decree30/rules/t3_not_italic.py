"""The subject of a letter is upright (Phụ lục I, Phần I, II.5b)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-T3.not_italic",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.LETTER_SUBJECT,
    fix=Fix.SAFE,
    vi="Trích yếu công văn là chữ {measured}, phải là chữ {allowed}.",
    en="The subject of the letter is {measured}, it must be {allowed}.",
    asks_vi="Trích yếu công văn chữ đứng.",
    asks_en="The subject of a letter is upright",
)

judge = styled(RULE, Role.LETTER_SUBJECT, italic=False)

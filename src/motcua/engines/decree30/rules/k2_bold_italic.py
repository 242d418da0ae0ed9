""" "Nơi nhận:" is in bold italics (Phụ lục I, Phần I, II.9d)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Rule

RULE = Rule(
    code="ND30-K2.bold_italic",
    clause="Phụ lục I, Phần I, II.9d",
    role=Role.RECIPIENTS_LABEL,
    fix=Fix.SAFE,
    vi='"Nơi nhận" là chữ {measured}, phải là chữ {allowed}.',
    en='"Nơi nhận" is {measured}, it must be {allowed}.',
    asks_vi='"Nơi nhận:" chữ nghiêng, đậm.',
    asks_en='"Nơi nhận:" is in bold italics',
)

judge = styled(RULE, Role.RECIPIENTS_LABEL, bold=True, italic=True)

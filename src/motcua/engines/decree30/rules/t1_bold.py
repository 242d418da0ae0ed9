"""The type name is upright and bold (Phụ lục I, Phần I, II.5b)."""

from motcua.engines.decree30.judging.letters import styled
from motcua.engines.decree30.judging.texts import softened
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-T1.bold",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.TYPE,
    fix=Fix.SAFE,
    vi="Tên loại là chữ {measured}, phải là chữ {allowed}.",
    en="The type name is {measured}, it must be {allowed}.",
    asks_vi="Tên loại chữ đứng, đậm.",
    asks_en="The type name is upright and bold",
)


def judge(view: View) -> Judgement:
    """Of a specialised document only a warning: the sector sets its form (Điều 4.2a)."""
    return softened(view, _judge(view))


_judge = styled(RULE, Role.TYPE, bold=True, italic=False)

"""The type name is in capitals (Phụ lục I, Phần I, II.5b)."""

from motcua.engines.decree30.judging.letters import capitals
from motcua.engines.decree30.judging.texts import softened
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-T1.caps",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.TYPE,
    fix=Fix.SAFE,
    vi="Tên loại có {measured}, phải là {allowed}.",
    en="The type name has small letters, it must be in capitals.",
    asks_vi="Tên loại chữ in hoa.",
    asks_en="The type name is in capitals",
)


def judge(view: View) -> Judgement:
    """Of a specialised document only a warning: the sector sets its form (Điều 4.2a)."""
    return softened(view, _judge(view))


_judge = capitals(RULE, Role.TYPE)

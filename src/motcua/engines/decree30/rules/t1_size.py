"""The type name is 13–14 pt (Phụ lục I, Phần I, II.5b)."""

from motcua.engines.decree30.judging.letters import sized
from motcua.engines.decree30.judging.texts import softened
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import Fix, Judgement, Rule
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-T1.size",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.TYPE,
    fix=Fix.SAFE,
    vi="Tên loại cỡ {measured}, phải là {allowed}.",
    en="The type name is {measured}, it must be {allowed}.",
    asks_vi="Tên loại cỡ chữ 13–14.",
    asks_en="The type name is 13–14 pt",
    wrong="16 pt",
    right="13–14 pt",
)


def judge(view: View) -> Judgement:
    """Of a specialised document only a warning: the sector sets its form (Điều 4.2a)."""
    return softened(view, _judge(view))


_judge = sized(RULE, Role.TYPE)

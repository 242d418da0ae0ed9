"""Letters are black (Phụ lục I, Phần I, I.4)."""

from typing import Final

from motcua.engines.decree30.judging.letters import over
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import OK, Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

BLACK: Final = frozenset({"auto", "000000"})

RULE = Rule(
    code="ND30-P4.black",
    clause="Phụ lục I, Phần I, I.4",
    role=None,
    fix=Fix.SAFE,
    vi="Có chữ màu {measured}, phải là màu đen.",
    en="Letters are coloured {measured}, they must be black.",
    asks_vi="Chữ màu đen.",
    asks_en="Letters are black",
    wrong="Đường dẫn màu xanh",
    right="Màu đen",
)


def judge(view: View) -> Judgement:
    """Automatic colour counts as black. Marks of urgency are red by law (III.2b)."""
    if all(form.color in BLACK for form in view.document.formats):
        return OK
    red = {id(run) for piece in view.appended(Role.URGENCY, Role.SECRECY) for run in piece.runs}
    uses = [use for use in view.uses_of_all() if not all(id(run) in red for _, run in use.runs)]
    return judged(over(uses, lambda form: form.color in BLACK, lambda form: f"#{form.color}",
                       lambda _form: ("color", "auto")), "đen")  # fmt: skip

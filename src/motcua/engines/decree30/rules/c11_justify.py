"""The body is justified on both sides (Phụ lục I, Phần I, II.6e)."""

from motcua.engines.decree30.edits import SetParagraph
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-C11.justify",
    clause="Phụ lục I, Phần I, II.6e",
    role=Role.BODY,
    fix=Fix.SAFE,
    vi="{measured} đoạn canh {allowed}, phải canh đều hai bên.",
    en="{measured} paragraphs are set {allowed}, they must be justified.",
    asks_vi="Nội dung canh đều cả hai lề.",
    asks_en="The body is justified on both sides",
)


def judge(view: View) -> Judgement:
    """Running text of the documents (1.6)."""
    held = view.running
    if not held:
        return NOT_APPLICABLE
    least = view.limits[RULE.id]
    off = [one for one in held if one.format.align != "both" and len(one.text) >= least]
    said = f"{len(off)}"
    return judged([Spot(Verdict.VIOLATION, said, one.index, (SetParagraph(one, "align", "both"),)) for one in off],
                  "trái")  # fmt: skip

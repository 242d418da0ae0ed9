"""Under the subject runs a solid line, a third to a half of the text, in the middle (Phụ lục I, Phần I, II.5b)."""

from motcua.engines.decree30.judging.drawn import Asked, under
from motcua.engines.decree30.judging.letters import absent
from motcua.engines.decree30.judging.texts import softened
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, WORSE, Decides, Fix, Judgement, Rule
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-T2.line",
    clause="Phụ lục I, Phần I, II.5b",
    role=Role.SUBJECT,
    fix=Fix.GUARDED,
    vi="Đường kẻ dưới trích yếu: {measured}; phải là nét liền, dài bằng 1/3 đến 1/2 dòng chữ.",
    en="The line under the subject: {measured}; it must be solid, a third to a half of the text.",
    asks_vi="Dưới trích yếu có đường kẻ ngang, nét liền, dài bằng 1/3 đến 1/2 dòng chữ, đặt cân đối.",
    asks_en="Under the subject runs a solid line, a third to a half of the text, in the middle",
    wrong="Không có đường kẻ",
    right="nét liền, dài bằng 1/3 đến 1/2 dòng chữ",
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """Between the type name and the first line of the content; an anchor may sit in the paragraph that follows."""
    missing = absent(view, (Role.SUBJECT,))
    if missing is not None:
        return missing
    low, high = view.limits[RULE.id]
    asked = Asked(
        low, high, view.limits["T2.doubt"], "dài bằng 1/3 đến 1/2 dòng chữ", view.first_section.text_width / 20
    )
    worst = NOT_APPLICABLE
    for part in view.layout.documents:
        texts = [piece for piece in part.of(Role.SUBJECT) if piece.sure]
        if texts:
            found = under(view, part, texts, asked)
            worst = max(worst, found, key=lambda one: WORSE[one.verdict])
    return softened(view, worst)

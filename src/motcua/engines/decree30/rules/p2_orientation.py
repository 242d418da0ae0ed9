"""Portrait; landscape where the content has tables that are not made into appendices (Phụ lục I, Phần I, I.2)."""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import OK, Decides, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P2.orientation",
    clause="Phụ lục I, Phần I, I.2",
    role=None,
    fix=Fix.NONE,
    vi="Trang đầu nằm ngang ({measured}).",
    en="The first page is landscape ({measured}).",
    asks_vi=(
        "Trình bày theo chiều dài khổ A4; nội dung có bảng, biểu không lập thành phụ lục thì được trình bày "
        "theo chiều rộng."
    ),
    asks_en="Portrait; landscape where the content has tables that are not made into appendices",
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """A landscape document with tables in its content may be right: a person decides."""
    if not view.first_section.landscape:
        return OK
    if view.pieces(Role.TABLE_TEXT):
        return judged([Spot(Verdict.NEEDS_HUMAN, "nội dung có bảng, biểu")])
    return judged([Spot(Verdict.VIOLATION, "nội dung không có bảng, biểu")])

"""An appendix is pointed to in the text (Phụ lục I, Phần I, III.1a)."""

from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, OK, Decides, Fix, Judgement, Rule, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-A1.reference",
    clause="Phụ lục I, Phần I, III.1a",
    role=Role.APPENDIX,
    fix=Fix.NONE,
    vi="Trong văn bản không có chỉ dẫn về phụ lục ({measured}).",
    en="The text does not point to the appendix ({measured}).",
    asks_vi="Văn bản có phụ lục thì phải có chỉ dẫn về phụ lục đó.",
    asks_en="An appendix is pointed to in the text",
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """The words "phụ lục", "kèm theo" or "danh sách" in the content of the document."""
    if not view.appended(Role.APPENDIX):
        return NOT_APPLICABLE
    text = " ".join(piece.paragraph.text for part in view.layout.documents for piece in part.pieces).casefold()
    if any(word in text for word in ("phụ lục", "kèm theo", "đính kèm", "biểu mẫu", "danh sách")):
        return OK
    first = view.appended(Role.APPENDIX)[0]
    return judged([spot_text(first, Verdict.WARNING)])

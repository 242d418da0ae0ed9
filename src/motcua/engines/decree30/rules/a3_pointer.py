"""The pointer "(Kèm theo văn bản số … )" under the name: small letters, italics, 13–14 pt, centred (Phụ lục I, Phần I,
III.1c).
"""

from motcua.engines.decree30.edits import SetParagraph
from motcua.engines.decree30.judging.letters import of_size, of_style
from motcua.engines.decree30.judging.paragraphs import WORDS
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Severity, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-A3.pointer",
    clause="Phụ lục I, Phần I, III.1c",
    role=Role.APPENDIX_POINTER,
    fix=Fix.SAFE,
    vi='Dòng "Kèm theo …": {measured}; phải là {allowed}.',
    en="The pointer: {measured}; it must be {allowed}.",
    asks_vi=('Dòng chỉ dẫn "(Kèm theo văn bản số … )" dưới tên phụ lục: chữ in thường, nghiêng, cỡ 13–14, canh giữa.'),
    asks_en='The pointer "(Kèm theo văn bản số … )" under the name: small letters, italics, 13–14 pt, centred',
    severity=Severity.LOW,
)


def judge(view: View) -> Judgement:
    """Blanks in it are legal: an electronic document leaves them empty."""
    pieces = view.appended(Role.APPENDIX_POINTER)
    if not pieces:
        return NOT_APPLICABLE
    low, high = view.limits[RULE.id]
    uses = view.uses(Role.APPENDIX_POINTER)
    spots = of_size(uses, low, high) + of_style(uses, italic=True)
    spots += [
        Spot(Verdict.VIOLATION, f"canh {WORDS.get(piece.paragraph.format.align, '')}", piece.paragraph.index,
             (SetParagraph(piece.paragraph, "align", "center"),))
        for piece in pieces if piece.paragraph.format.align != "center" and piece.paragraph.cell is None
    ]  # fmt: skip
    return judged(spots, "nghiêng, 13–14 pt, canh giữa")

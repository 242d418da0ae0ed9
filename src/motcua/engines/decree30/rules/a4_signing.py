"""An appendix in the same file is not signed separately; each file of its own is signed by the agency (Phụ lục I, Phần
I, III.1d).
"""

from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.foot import is_signing
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, Decides, Fix, Judgement, Rule, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-A4.signing",
    clause="Phụ lục I, Phần I, III.1d",
    role=Role.APPENDIX,
    fix=Fix.NONE,
    vi="Phụ lục có khối ký riêng ({measured}).",
    en="The appendix has a block of signature of its own ({measured}).",
    asks_vi="Phụ lục cùng tệp với văn bản thì không ký riêng; tệp riêng thì cơ quan ký số trên từng tệp.",
    asks_en="An appendix in the same file is not signed separately; each file of its own is signed by the agency",
    decides=Decides.PART,
)


def judge(view: View) -> Judgement:
    """A block of signature in an appendix may belong to a form: a person looks."""
    appendices = view.layout.appendices
    if not appendices:
        return NOT_APPLICABLE
    signed = [piece for part in appendices for piece in part.pieces if piece.bold and is_signing(piece)]
    return judged([spot_text(piece, Verdict.NEEDS_HUMAN) for piece in signed])

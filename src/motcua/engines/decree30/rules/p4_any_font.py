"""Every letter is Times New Roman, coded in Unicode by TCVN 6909:2001 (Phụ lục I, Phần I, I.4)."""

from unicodedata import is_normalized

from motcua.engines.decree30.judging.fonts import fonts_off
from motcua.engines.decree30.rule import Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P4.any_font",
    clause="Phụ lục I, Phần I, I.4",
    role=None,
    fix=Fix.SAFE,
    vi="Có chữ phông {measured}, phải là {allowed}.",
    en="Letters in {measured}, they must be {allowed}.",
    asks_vi="Mọi chữ dùng phông Times New Roman, bộ mã Unicode theo TCVN 6909:2001.",
    asks_en="Every letter is Times New Roman, coded in Unicode by TCVN 6909:2001",
    wrong="Tiêu đề trang phông Cambria",
    right="Times New Roman",
)


def judge(view: View) -> Judgement:
    """Headers in force and notes too, not the page's number (P7.font). Letters not composed (NFC) only warn."""
    right = view.limits["P4.font"]
    spots = fonts_off(view.uses_of_all(), right) if view.any_face_but(right) else []
    if not spots:
        spots = [
            Spot(Verdict.WARNING, "chữ tổ hợp rời (không phải NFC)", one.index)
            for one in view.document.paragraphs if not is_normalized("NFC", one.text)
        ]  # fmt: skip
    return judged(spots, right)

"""Two or more appendices are numbered with Roman numerals (Phụ lục I, Phần I, III.1a)."""

import re
from typing import Final

from motcua.engines.decree30.judging.texts import spot_text
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.rule import NOT_APPLICABLE, OK, Fix, Judgement, Rule, judged
from motcua.engines.decree30.view import View

ROMAN: Final = re.compile(r"^phụ\s+lục\s+(?:số\s+)?(?-i:[IVXL]+)\b", re.IGNORECASE)

RULE = Rule(
    code="ND30-A1.roman",
    clause="Phụ lục I, Phần I, III.1a",
    role=Role.APPENDIX,
    fix=Fix.GUARDED,
    vi='Phụ lục ghi "{measured}", phải đánh số {allowed}.',
    en='The appendix reads "{measured}", it must be numbered {allowed}.',
    asks_vi="Từ hai phụ lục trở lên thì đánh số bằng chữ số La Mã.",
    asks_en="Two or more appendices are numbered with Roman numerals",
    wrong="Phụ lục 1",
    right="Phụ lục I",
)


def judge(view: View) -> Judgement:
    """One appendix needs no number."""
    labels = view.appended(Role.APPENDIX)
    if not labels:
        return NOT_APPLICABLE
    if len(labels) < 2:
        return OK
    return judged([spot_text(piece) for piece in labels if not ROMAN.match(piece.text)], "I, II, III")

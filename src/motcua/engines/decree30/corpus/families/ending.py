"""Mục II.7 and 9d: signature, recipients."""

from typing import Final

from motcua.engines.decree30.corpus.cases import FEW, RECIPIENTS, Break, Change, Keep, Verdict
from motcua.engines.decree30.corpus.changes import drop, each, letters, mark, paras, turned, words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.sheet import Run, Sheet

BAD, DOUBT = Verdict.VIOLATION, Verdict.WARNING
ANY: Final = ("CV", "QĐ", "BB")
SIGNED: Final = ("CV", "QyĐ", "TB")  # with words of authority
AUTHORITY, TITLE, SIGNER, LABEL, ITEM = (
    Role.AUTHORITY, Role.TITLE, Role.SIGNER, Role.RECIPIENTS_LABEL, Role.RECIPIENTS,
)  # fmt: skip
TYPED: Final = tuple(name for name in RECIPIENTS if name not in {"automatic-dashes", "exact"})


def _drafter(points: float, raised: str = "") -> Change:
    """The drafter's name behind the last recipient (trap 22)."""

    def change(sheet: Sheet) -> None:
        last = paras(sheet, ITEM)[-1]
        last.runs[-1].text = last.runs[-1].text.removesuffix(".") + " "
        last.runs += [Run("Minh Họa", round(points * 2), raised=raised), Run(".", 22)]

    return change


BREAKS: Final = [
    Break("S1.word", "slash", ("CV", "QyĐ"), BAD, words(AUTHORITY, "TM.", "T/M"), shapes=RECIPIENTS),
    Break("S1.word", "no-dot", ("CV", "QyĐ"), BAD, words(AUTHORITY, "TM.", "TM"), shapes=RECIPIENTS),
    Break("S1.word", "deputy-no-dot", ("CV", "TC"), BAD, words(AUTHORITY, "KT.", "KT", which=-1), shapes=RECIPIENTS),
    Break("S1.bold", "light", SIGNED, BAD, each(AUTHORITY, bold=False), shapes=RECIPIENTS),
    Break("S1.bold", "title-light", ANY, BAD, each(TITLE, bold=False), shapes=RECIPIENTS),
    Break("S1.bold", "italic", SIGNED, BAD, each(AUTHORITY, italic=True), shapes=FEW),
    Break("S1.caps", "small-letters", ("CV", "QĐ"), BAD, turned(TITLE, str.capitalize), shapes=RECIPIENTS),
    Break("S1.size", "12-points", SIGNED, BAD, each(AUTHORITY, TITLE, size=24), shapes=RECIPIENTS),
    Break("S1.size", "15-points", SIGNED, BAD, each(AUTHORITY, TITLE, size=30), shapes=RECIPIENTS),
    Break("S4.bold", "light", ANY, BAD, each(SIGNER, bold=False), shapes=RECIPIENTS),
    Break("S4.bold", "italic", ANY, BAD, each(SIGNER, italic=True), shapes=FEW),
    Break("S4.size", "12-points", ANY, BAD, each(SIGNER, size=24), shapes=RECIPIENTS),
    Break("S4.size", "15-points", ANY, BAD, each(SIGNER, size=30), shapes=RECIPIENTS),
    Break("S4.case", "capitals", ("CV", "QĐ"), BAD, turned(SIGNER, str.upper), shapes=RECIPIENTS),
    Break("S4.no_title", "master", ("CV", "QĐ"), BAD, turned(SIGNER, lambda text: f"ThS. {text}"), shapes=RECIPIENTS),
    Break("S4.no_title", "doctor", ("CV", "QĐ"), BAD, turned(SIGNER, lambda text: f"TS. {text}"), shapes=FEW),
    Break("K2.size", "11-points", ANY, BAD, each(LABEL, size=22), shapes=RECIPIENTS),
    Break("K2.size", "13-points", ANY, BAD, each(LABEL, size=26), shapes=RECIPIENTS),
    Break("K2.bold_italic", "bold-only", ANY, BAD, each(LABEL, italic=False), shapes=RECIPIENTS),
    Break("K2.bold_italic", "italic-only", ANY, BAD, each(LABEL, bold=False), shapes=RECIPIENTS),
    Break("K3.size", "12-points", ANY, BAD, each(ITEM, size=24), shapes=RECIPIENTS),
    Break("K3.size", "10.5-points", ANY, BAD, each(ITEM, size=21), shapes=RECIPIENTS),
    Break("K3.size", "two-letters", ANY, DOUBT, letters(ITEM, 2, size=24), shapes=FEW),
    Break("K3.size", "drafter-of-8-points", ANY, BAD, _drafter(8), shapes=FEW),
    Break("K3.size", "subscript-of-9-points", ANY, DOUBT, _drafter(9, "subscript"), shapes=FEW),
    Break("K3.size", "italic", ANY, BAD, each(ITEM, italic=True), shapes=FEW),
    Break("K3.punctuation", "comma", ANY, BAD, words(ITEM, ";", ","), shapes=RECIPIENTS),
    Break("K3.punctuation", "no-mark", ANY, BAD, words(ITEM, ";", ""), shapes=RECIPIENTS),
    Break("K3.punctuation", "no-dash", ANY, BAD, words(ITEM, "- ", ""), shapes=TYPED, also=("K3.first_item",)),
    Break("K3.last_line", "no-colon", ANY, BAD, words(ITEM, "Lưu:", "Lưu", which=-1), shapes=RECIPIENTS),
    Break("K3.last_line", "missing", ("QĐ", "CV"), BAD, drop(ITEM), shapes=TYPED, also=("K3.punctuation",)),
    Break("K3.last_line", "semicolon", ANY, BAD, words(ITEM, ".", ";", which=-1), shapes=TYPED,
          also=("K3.punctuation",)),
    Break("K3.first_item", "not-as-above", ("CV", "TTr", "BC"), BAD, words(ITEM, "Như trên", "Các phòng"),
          shapes=RECIPIENTS),
]  # fmt: skip

KEEPS: Final = [
    Keep("S1.size", "13-points", ("CV", "QyĐ"), each(AUTHORITY, TITLE, SIGNER, size=26), shapes=RECIPIENTS),
    Keep("S1.word", "by-order", ("TB", "GM"), shapes=RECIPIENTS),
    Keep("S4.size", "14-points", ANY, each(SIGNER, size=28), shapes=RECIPIENTS),
    Keep("K2.size", "12-points", ANY, each(LABEL, size=24), shapes=RECIPIENTS),
    Keep("K3.size", "11-points", ANY, each(ITEM, size=22), shapes=RECIPIENTS),
    Keep("K3.size", "subscript-of-11-points", ANY, _drafter(11, "subscript"), shapes=FEW),
    Keep("K3.size", "stray-mark-of-12-points", ANY, mark(ITEM, size=24), shapes=FEW),
    Keep("K3.size", "first-with-label", ("CV", "QĐ"), shapes=("at-least",)),
    Keep("K3.size", "two-in-one-paragraph", ("CV", "QĐ"), shapes=("broken-recipients",)),
    Keep("K3.punctuation", "automatic-dashes", ("CV", "QĐ"), shapes=("automatic-dashes",)),
    Keep("K3.last_line", "unit-left-out", ("CV-một", "GGT"), shapes=RECIPIENTS),
]  # fmt: skip

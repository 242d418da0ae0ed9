"""Mục III and Phần II: appendices, documents issued, marks, copies; what is left alone besides (traps of facts 11)."""

import unicodedata
from dataclasses import replace
from typing import Final

from motcua.engines.decree30.corpus.cases import ALL, FEW, Break, Change, Keep, Verdict
from motcua.engines.decree30.corpus.changes import each, form, page, turned, words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.sheet import Sheet

BAD, DOUBT = Verdict.VIOLATION, Verdict.WARNING
ONE, TWO = ("QĐ",), ("KH",)
SOME: Final = ("clean", "table-1x2", "table-4x2", "theme")
NUMBER, NAME, POINTER = Role.APPENDIX, Role.APPENDIX_NAME, Role.APPENDIX_POINTER


def _numbered(*numbers: str) -> Change:
    """Numbers of the appendices, in order."""

    def change(sheet: Sheet) -> None:
        for para, number in zip(sheet.of(NUMBER, section=None), numbers, strict=True):
            para.runs[0].text = f"Phụ lục {number}".rstrip()

    return change


def _marked(draft: Draft) -> Draft:
    return replace(draft, drafter="VP.(12)", address="Số 1 đường Mẫu, phường Mẫu; điện thoại: 0000.000.000")


def _small_address(size: int) -> Change:
    def change(sheet: Sheet) -> None:
        sheet.sections[0].first_footer[0].runs[0].size = size

    return change


def _decomposed(sheet: Sheet) -> None:
    for para in sheet.paragraphs(section=0):
        if para.role is Role.BODY:
            for run in para.runs:
                run.text = unicodedata.normalize("NFD", run.text)


def _unreferred(sheet: Sheet) -> None:
    """No word of an appendix in the text."""
    for para in sheet.paragraphs(section=0):
        for run in para.runs:
            run.text = run.text.replace("có tên trong Phụ lục kèm theo Quyết định này", "do Chánh Văn phòng đề nghị")


def _new_marks(sheet: Sheet) -> None:
    """Tone marks of "uỷ" and "hoả" in the older place (trap 6)."""
    for para in sheet.paragraphs(section=None):
        for run in para.runs:
            run.text = run.text.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ").replace("hóa", "hoá")


BREAKS: Final = [
    Break("A1.reference", "nowhere", ONE, DOUBT, _unreferred, shapes=SOME),
    Break("A1.roman", "arabic", TWO, BAD, _numbered("1", "2"), shapes=SOME, also=("MC",)),
    Break("A1.roman", "none", TWO, BAD, _numbered("", ""), shapes=SOME, also=("MC",)),
    Break("A2.size", "13-points", ("QĐ", "KH"), BAD, each(NUMBER, size=26), shapes=SOME),
    Break("A2.size", "15-points", ("QĐ", "KH"), BAD, each(NUMBER, size=30), shapes=SOME),
    Break("A2.bold", "light", ("QĐ", "KH"), BAD, each(NUMBER, bold=False), shapes=SOME),
    Break("A2.case", "capitals", ("QĐ", "KH"), BAD, turned(NUMBER, str.upper), shapes=SOME),
    Break("A2.center", "left", ("QĐ", "KH"), BAD, form(NUMBER, align="left"), shapes=SOME),
    Break("A2.name_bold", "light", ("QĐ", "KH"), BAD, each(NAME, bold=False), shapes=SOME),
    Break("A2.name_size", "15-points", ("QĐ", "KH"), BAD, each(NAME, size=30), shapes=SOME),
    Break("A2.name_caps", "small-letters", ("QĐ", "KH"), BAD, turned(NAME, str.capitalize), shapes=SOME),
    Break("A2.name_center", "left", ("QĐ", "KH"), BAD, form(NAME, align="left"), shapes=SOME),
    Break("A3.pointer", "upright", ("QĐ", "KH"), BAD, each(POINTER, italic=False), shapes=SOME),
    Break("A3.pointer", "12-points", ("QĐ", "KH"), BAD, each(POINTER, size=24), shapes=SOME),
    Break("A5.page_numbers", "run-on", ONE, BAD, page(1, restart=None), shapes=SOME),
    Break("B4.drafter", "13-points", ("TB",), BAD, each(Role.DRAFTER, size=26), redraft=_marked, shapes=FEW),
    Break("B5.address", "14-points", ("TB",), BAD, _small_address(28), redraft=_marked, shapes=FEW),
    Break("X1.form", "copy", ("SY", "SL"), BAD, turned(Role.COPY_FORM, lambda _: "SAO BẢN CHÍNH"), shapes=FEW,
          also=("X4",)),
    Break("X4.paper", "light", ("SY", "TrS"), BAD, each(Role.COPY_FORM, bold=False), shapes=FEW),
    Break("X4.paper", "12-points", ("SY", "TrS"), BAD, each(Role.COPY_FORM, size=24), shapes=FEW),
    Break("X5.number", "no-form", ("SY", "SL"), BAD, words(Role.NUMBER_LINE, "/S", "/", which=-1), shapes=FEW,
          also=("N2", "N3")),
    Break("P4.any_font", "nfd", ("CT", "TTr"), DOUBT, _decomposed, shapes=SOME, also=("P4.body_font",)),
]  # fmt: skip

KEEPS: Final = [
    Keep("A1.roman", "one-without-number", ONE, shapes=ALL),
    Keep("A1.roman", "two", TWO, shapes=ALL),
    Keep("A3.pointer", "13-points", ("QĐ", "KH"), each(POINTER, size=26), shapes=SOME),
    Keep("A3.pointer", "small-v", ("QĐ", "KH"), turned(POINTER, lambda text: text.replace("Văn bản", "văn bản")),
         shapes=SOME),
    Keep("A5.page_numbers", "each-from-1", TWO, shapes=SOME),
    Keep("B4.drafter", "11-points", ("TB",), redraft=_marked, shapes=FEW),
    Keep("B5.address", "12-points", ("TB",), _small_address(24), redraft=_marked, shapes=FEW),
    Keep("X1.form", "three-forms", ("SY", "SL", "TrS"), shapes=FEW),
    Keep("Q1.text", "second-national-title", ("QĐ-kèm", "QĐ-QPPL"), shapes=ALL),
    Keep("N2.symbol", "year-in-the-symbol-of-norms", ("NQ-QPPL", "QĐ-QPPL"), shapes=ALL),
    Keep("P4.any_font", "tone-marks-in-the-older-place", ("CT", "QĐ", "CV"), _new_marks, shapes=ALL),
    Keep("P7.position", "old-headers-not-in-force", ("NQ", "QC"), shapes=("empty-gaps",)),
    Keep("P4.body_font", "vntime-in-normal", ("CT", "NQ", "KH"), shapes=("table-4x2",)),
]  # fmt: skip

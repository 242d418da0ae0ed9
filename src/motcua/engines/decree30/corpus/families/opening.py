"""Mục II.5 and 6a, II.9: type, trích yếu, V/v, Kính gửi, bases."""

from dataclasses import replace
from typing import Final

from motcua.engines.decree30.corpus.cases import ALL, BODY, DRAWN, FEW, LINES, TABLES, Break, Keep, Verdict
from motcua.engines.decree30.corpus.changes import each, first, first_form, form, letters, line, mark, turned, words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.sheet import Sheet

BAD, DOUBT = Verdict.VIOLATION, Verdict.WARNING
NAMED: Final = ("QĐ", "KH", "BC")
SHORT: Final = ("TC", "HD", "CT")  # trích yếu of one line
LETTERS: Final = ("CV", "CV-một")
BASED: Final = ("QĐ", "KH", "HĐ")
TYPE, SUBJECT, ABOUT, BASIS, TO = (
    Role.TYPE, Role.SUBJECT, Role.LETTER_SUBJECT, Role.LEGAL_BASIS, Role.ADDRESSEE,
)  # fmt: skip


def _addressed(draft: Draft) -> Draft:
    return replace(draft, addressees=("Các phòng, đơn vị thuộc phường",))


def _addressed_to_none(draft: Draft) -> Draft:
    return replace(draft, addressees=())


def _dashes_at_margin(sheet: Sheet) -> None:
    """Dashes at the left margin instead of under the colon."""
    for para in sheet.of(TO)[1:]:
        para.left, para.first = -para.first, para.first


def _on_one_line(sheet: Sheet) -> None:
    """Two addressees behind the colon."""
    label, *items = sheet.of(TO)
    label.runs[0].text += " " + " ".join(item.text for item in items)
    sheet.sections[0].blocks = [block for block in sheet.sections[0].blocks if block not in items]


def _last_semicolon(sheet: Sheet) -> None:
    last = sheet.of(BASIS)[-1].runs[-1]
    last.text = last.text.removesuffix(".") + ";"


BREAKS: Final = [
    Break("T1.bold", "light", NAMED, BAD, each(TYPE, bold=False), shapes=BODY),
    Break("T1.bold", "italic", NAMED, BAD, each(TYPE, italic=True), shapes=FEW),
    Break("T1.caps", "small-letters", NAMED, BAD, turned(TYPE, str.capitalize), shapes=BODY),
    Break("T1.size", "12-points", NAMED, BAD, each(TYPE, size=24), shapes=BODY),
    Break("T1.size", "16-points", NAMED, BAD, each(TYPE, size=32), shapes=BODY),
    Break("T1.size", "14.5-points", NAMED, BAD, each(TYPE, size=29), shapes=FEW),
    Break("T2.bold", "light", NAMED, BAD, each(SUBJECT, bold=False), shapes=BODY),
    Break("T2.bold", "italic", NAMED, BAD, each(SUBJECT, italic=True), shapes=BODY),
    Break("T2.bold", "two-letters", NAMED, DOUBT, letters(SUBJECT, 2, bold=False), shapes=FEW),
    Break("T2.size", "12-points", NAMED, BAD, each(SUBJECT, size=24), shapes=BODY),
    Break("T2.size", "15-points", NAMED, BAD, each(SUBJECT, size=30), shapes=BODY),
    Break("T2.case", "capitals", ("TC", "HD"), BAD, turned(SUBJECT, str.upper), shapes=BODY),
    Break("T2.line", "none", SHORT, BAD, line(SUBJECT, None), shapes=LINES),
    Break("T2.line", "whole", SHORT, BAD, line(SUBJECT, 1.0), shapes=LINES),
    Break("T2.line", "fifth", SHORT, BAD, line(SUBJECT, 0.2), shapes=LINES),
    Break("T2.line", "dashed", SHORT, BAD, line(SUBJECT, 0.4, dashed=True), shapes=DRAWN),
    Break("T3.size", "14-points", LETTERS, BAD, each(ABOUT, size=28)),
    Break("T3.size", "11-points", LETTERS, BAD, each(ABOUT, size=22)),
    Break("T3.not_bold", "bold", LETTERS, BAD, each(ABOUT, bold=True)),
    Break("T3.not_italic", "italic", LETTERS, BAD, each(ABOUT, italic=True)),
    Break("T3.gap", "none", LETTERS, BAD, form(ABOUT, before=0), shapes=TABLES),
    Break("T3.gap", "3-points", LETTERS, BAD, form(ABOUT, before=60), shapes=TABLES),
    Break("K1.required", "plan", ("PA",), BAD, redraft=_addressed, shapes=BODY, also=("K3.first_item",)),
    Break("K1.required", "decision", ("QĐ",), BAD, redraft=_addressed, shapes=BODY, also=("K3.first_item",)),
    Break("K1.required", "letter-without", LETTERS, BAD, redraft=_addressed_to_none, shapes=BODY,
          also=("K3.first_item",)),
    Break("K1.not_bold", "bold", ("CV", "TTr", "BC"), BAD, each(TO, bold=True), shapes=BODY),
    Break("K1.not_bold", "italic", ("CV", "TTr"), BAD, each(TO, italic=True), shapes=FEW),
    Break("K1.not_bold", "two-letters", ("CV",), DOUBT, letters(TO, 2, bold=True), shapes=FEW),
    Break("K1.size", "12-points", ("CV", "TTr", "BC"), BAD, each(TO, size=24), shapes=BODY),
    Break("K1.size", "15-points", ("CV", "TTr", "BC"), BAD, each(TO, size=30), shapes=BODY),
    Break("K1.layout", "dashes-at-margin", ("CV",), BAD, _dashes_at_margin, shapes=BODY),
    Break("K1.layout", "on-one-line", ("CV",), BAD, _on_one_line, shapes=BODY),
    Break("K1.layout", "last-without-stop", ("CV",), BAD, words(TO, "công lập.", "công lập;", which=-1), shapes=BODY),
    Break("K1.layout", "comma", ("CV",), BAD, words(TO, "phường;", "phường,", which=1), shapes=BODY),
    Break("C2.italic", "one-upright", BASED, BAD, first(BASIS, italic=False), shapes=BODY),
    Break("C2.italic", "all-upright", BASED, BAD, each(BASIS, italic=False), shapes=BODY),
    Break("C2.italic", "two-letters", ("QĐ",), DOUBT, letters(BASIS, 2, italic=False), shapes=FEW),
    Break("C2.size", "12-points", BASED, BAD, first(BASIS, size=24), shapes=BODY),
    Break("C2.size", "15-points", BASED, BAD, first(BASIS, size=30), shapes=BODY),
    Break("C2.punctuation", "comma", BASED, BAD, words(BASIS, ";", ","), shapes=BODY),
    Break("C2.punctuation", "last-semicolon", BASED, BAD, _last_semicolon, shapes=BODY),
    Break("C11.gap", "bases-3-points", ("QĐ",), DOUBT, first_form(BASIS, after=60), shapes=("clean", "table-1x2")),
]  # fmt: skip

KEEPS: Final = [
    Keep("T1.size", "13-points", NAMED, each(TYPE, size=26), shapes=BODY),
    Keep("T1.size", "14-points", NAMED, each(TYPE, size=28), shapes=BODY),
    Keep("T2.size", "13-points", NAMED, each(SUBJECT, size=26), shapes=("table-1x2",)),
    Keep("T2.line", "just-a-third", SHORT, line(SUBJECT, 0.345), shapes=DRAWN),
    Keep("T2.line", "just-half", SHORT, line(SUBJECT, 0.49), shapes=DRAWN),
    Keep("T2.size", "no-subject", ("GGT", "GNP"), shapes=ALL),
    Keep("T3.size", "12-points", LETTERS, each(ABOUT, size=24)),
    Keep("T3.size", "13-points", LETTERS, each(ABOUT, size=26)),
    Keep("T3.gap", "6-points", LETTERS, form(ABOUT, before=120), shapes=TABLES),
    Keep("K1.layout", "one-addressee", ("TTr", "BC", "CV-một"), shapes=BODY),
    Keep("K1.layout", "three-addressees", ("CV",), shapes=BODY),
    Keep("K1.required", "telegram", ("CĐ",), shapes=BODY),
    Keep("K1.size", "13-points", ("CV", "TTr"), each(TO, size=26), shapes=BODY),
    Keep("C2.size", "13-points", BASED, each(BASIS, size=26), shapes=FEW),
    Keep("C2.size", "mark-of-11-points", BASED, mark(BASIS, size=22), shapes=BODY),
    Keep("C2.punctuation", "ends-with-proposal", ("QĐ", "QĐ-QPPL"), shapes=ALL),
    Keep("C2.punctuation", "ends-with-consideration", ("NQ",), shapes=BODY),
    Keep("C2.italic", "basis-in-the-text-of-a-letter", ("CV",), words(Role.BODY, "Để bảo đảm",
         "Căn cứ kế hoạch, để bảo đảm", which=1), shapes=FEW),
]  # fmt: skip

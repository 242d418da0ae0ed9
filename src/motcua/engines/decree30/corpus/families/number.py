"""Mục II.3-4: number and symbol, place and date."""

from dataclasses import replace
from typing import Final

from motcua.engines.decree30.corpus.cases import ALL, FEW, TABLES, Break, Change, Keep, Redraft, Verdict
from motcua.engines.decree30.corpus.changes import each, form, letters, words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Draft

BAD, DOUBT, BLANK = Verdict.VIOLATION, Verdict.WARNING, Verdict.NOT_FILLED
NUMBER, DATE = Role.NUMBER_LINE, Role.PLACE_DATE
ANY: Final = ("QĐ", "CV", "BB")
DATED: Final = ("QĐ", "CV", "KH")
LOW: Final = ("CTr", "HD")  # numbers below ten


def _said(old: str, new: str) -> Change:
    return words(NUMBER, old, new)


def _dated(date: str) -> Redraft:
    def change(draft: Draft) -> Draft:
        return replace(draft, date=date)

    return change


def _unnumbered(draft: Draft) -> Draft:
    return replace(draft, number="")


def _everything_blank(draft: Draft) -> Draft:
    return replace(draft, number="", date="2026")


BREAKS: Final = [
    Break("N1.number", "blank", ANY, BLANK, redraft=_unnumbered, also=("N2", "N3", "D2", "A3")),
    Break("N2.symbol", "no-type", ("CTr",), BAD, _said("/CTr-UBND", "/UBND"), also=("N3",)),
    Break("N2.symbol", "wrong-case-type", ("QyĐ",), BAD, _said("QyĐ", "QYĐ"), also=("N3.caps",)),
    Break("N2.symbol", "wrong-case-submission", ("TTr",), BAD, _said("TTr", "TTR"), also=("N3.caps",)),
    Break("N2.symbol", "letter-with-cv", ("CV",), BAD, _said("/UBND-VP", "/CV-UBND")),
    Break("N2.symbol", "other-type", ("QĐ",), BAD, _said("QĐ", "KH")),
    Break("N2.symbol", "sector", ("TB",), DOUBT, _said("TB-UBND", "GCN-UBND")),
    Break("N3.size", "14-points", ANY, BAD, each(NUMBER, size=28)),
    Break("N3.size", "12-points", ANY, BAD, each(NUMBER, size=24)),
    Break("N3.size", "13.5-points", ANY, BAD, each(NUMBER, size=27), shapes=FEW),
    Break("N3.size", "two-letters-14", ("QĐ",), DOUBT, letters(NUMBER, 2, size=28), shapes=FEW),
    Break("N3.colon", "missing", ANY, BAD, _said("Số: ", "Số ")),
    Break("N3.colon", "capitals", ANY, BAD, _said("Số:", "SỐ:")),
    Break("N3.pad", "below-ten", LOW, BAD, _said("Số: 0", "Số: ")),
    Break("N3.spacing", "around-the-slash", ANY, BAD, _said("/", " / ")),
    Break("N3.spacing", "around-the-hyphen", ANY, BAD, _said("-", " - ")),
    Break("N3.spacing", "before-the-hyphen", ANY, BAD, _said("-", " -")),
    Break("N3.caps", "small-letters", ("KH",), BAD, _said("KH-UBND", "KH-ubnd"), also=("N2",)),
    Break("N3.align", "left", ANY, BAD, form(NUMBER, align="left"), shapes=TABLES),
    Break("N3.align", "right", ANY, BAD, form(NUMBER, align="right"), shapes=TABLES),
    Break("D2.format", "no-comma", DATED, BAD, words(DATE, ",", "")),
    Break("D2.format", "figures", DATED, BAD, words(DATE, " tháng ", "/")),
    Break("D2.format", "blank-day", DATED, BLANK, redraft=_dated("2026-11"), also=("N1", "A3")),
    Break("D2.format", "blank-month", DATED, BLANK, redraft=_dated("2026"), also=("N1", "A3")),
    Break("D2.leading_zero", "day", ("QĐ", "CV"), BAD, words(DATE, "ngày 0", "ngày ")),
    Break("D2.leading_zero", "month-2", ("CV-một",), BAD, words(DATE, "tháng 02", "tháng 2")),
    Break("D2.leading_zero", "month-1", ("CTr",), BAD, words(DATE, "tháng 01", "tháng 1")),
    Break("D2.leading_zero", "needless", ("QĐ", "KH"), DOUBT, words(DATE, "tháng 3", "tháng 03")),
    Break("D3.italic", "upright", DATED, BAD, each(DATE, italic=False)),
    Break("D3.italic", "two-letters", ("QĐ",), DOUBT, letters(DATE, 2, italic=False), shapes=FEW),
    Break("D3.size", "12-points", DATED, BAD, each(DATE, size=24), also=("Z1",)),
    Break("D3.size", "15-points", DATED, BAD, each(DATE, size=30), also=("Z1",)),
]

KEEPS: Final = [
    Keep("N2.symbol", "mixed-case-types", ("QyĐ", "TTr", "CTr")),
    Keep("N2.symbol", "letter", ("CV", "CV-một"), shapes=ALL),
    Keep("N3.size", "13-points", ANY, each(NUMBER, size=26)),
    Keep("N3.spacing", "symbol-with-digits", ("KH",), _said("UBND", "UBND1"), shapes=FEW),
    Keep("D2.leading_zero", "month-without-zero", ("QĐ", "KH"), shapes=ALL),
    Keep("D2.leading_zero", "month-10", ("BC",), redraft=_dated("2026-10-10"), shapes=FEW),
]

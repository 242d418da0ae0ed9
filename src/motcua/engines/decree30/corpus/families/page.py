"""Mục I: paper, margins, font, colour, page numbers."""

from typing import Final

from motcua.engines.decree30.corpus.cases import ALL, BODY, FEW, PAGES, Break, Change, Keep, Verdict
from motcua.engines.decree30.corpus.changes import (
    each,
    first,
    letters,
    millimetres,
    number_form,
    number_run,
    page,
    together,
)
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.laying.annexes import turn
from motcua.engines.decree30.writing.sheet import Para, Run, Sheet

BAD, DOUBT = Verdict.VIOLATION, Verdict.WARNING
ONE: Final = ("CT", "TTr", "HD")  # one section
MANY: Final = ("NQ", "QC")  # two pages or more, one section
BODY_TOO: Final = ("P4.any_font",)
SIDES: Final = {"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}


def _margin(side: str, value: float) -> Change:
    return page(**{side: millimetres(value)})


def _margins() -> list[Break]:
    """Half a millimetre out is a violation, a fifth of one a warning (facts 1.6)."""
    return [
        Break(f"P3.{side}", f"{name}-{value:g}-mm", ONE, verdict, _margin(side, value), shapes=FEW)
        for side, (least, most) in SIDES.items()
        for name, value, verdict in (
            ("under", least - 0.5, BAD), ("over", most + 0.5, BAD), ("far-under", least - 5, BAD),
            ("just-under", least - 0.2, DOUBT), ("just-over", most + 0.2, DOUBT),
        )
    ]  # fmt: skip


def _margin_keeps() -> list[Keep]:
    return [
        Keep(f"P3.{side}", f"{name}-{value:g}-mm", ONE, _margin(side, value), shapes=FEW)
        for side, (least, most) in SIDES.items()
        for name, value in (("least", least), ("most", most), ("bound", least - 0.05), ("bound", most + 0.05))
    ]


def _lying(sheet: Sheet) -> None:
    turn(sheet.sections[0])


def _footer_only(sheet: Sheet) -> None:
    for section in sheet.sections:
        section.footer, section.header = section.header, []
        section.first_footer = [Para(Role.EMPTY, [Run("", 26)])]


def _no_number(sheet: Sheet) -> None:
    for section in sheet.sections:
        section.header = []


def _number_on_first(sheet: Sheet) -> None:
    for section in sheet.sections:
        section.first_header = section.header


def _even_only(sheet: Sheet) -> None:
    """PAGE in the even header alone: half of the pages have no number (trap 17)."""
    sheet.even_odd = True
    for section in sheet.sections:
        section.even_header, section.header = section.header, []


def _even_not_in_force(sheet: Sheet) -> None:
    """PAGE in an even header that the settings do not switch on: no page has a number (trap 17)."""
    for section in sheet.sections:
        section.even_header, section.header = section.header, []


def _odd_and_even(sheet: Sheet) -> None:
    sheet.even_odd = True
    for section in sheet.sections:
        section.even_header = section.header


def _note(font: str) -> Change:
    def change(sheet: Sheet) -> None:
        sheet.footnote = [Para(Role.NOTE, [Run("Số liệu tính đến ngày 30 tháng 6.", 20, font=font)])]

    return change


def _one_page(sheet: Sheet) -> None:
    sheet.pages = 1
    _no_number(sheet)


BREAKS: Final = [
    Break("P1.size", "letter", ONE, BAD, page(width=12240, height=15840), shapes=FEW),
    Break("P1.size", "wider-1.5-mm", ONE, BAD, page(width=11906 + millimetres(1.5)), shapes=FEW),
    Break("P1.size", "lower-1.5-mm", ONE, BAD, page(height=16838 - millimetres(1.5)), shapes=FEW),
    Break("P2.orientation", "landscape-without-table", ("CT",), BAD, _lying, shapes=FEW),
    *_margins(),
    Break("P3.left", "gutter", ONE, BAD, page(gutter=millimetres(6)), shapes=FEW),
    Break("P3.other_sections", "appendix-left-20-mm", ("QĐ",), BAD, page(1, left=millimetres(20)), shapes=FEW),
    Break("P3.other_sections", "landscape-bottom-10-mm", ("KH",), BAD, page(2, bottom=millimetres(10)), shapes=FEW),
    Break("P4.body_font", "arial", ("CT", "TTr"), BAD, first(Role.BODY, font="Arial"), shapes=BODY, also=BODY_TOO),
    Break("P4.body_font", "three-letters", ("CT",), BAD, letters(Role.BODY, 3, font="Arial"), shapes=BODY,
          also=BODY_TOO),
    Break("P4.body_font", "two-letters", ("CT",), DOUBT, letters(Role.BODY, 2, font="Arial"), shapes=BODY,
          also=BODY_TOO),
    Break("P4.body_font", "vntime", ("CT",), BAD, first(Role.BODY, font=".VnTime"), shapes=BODY, also=BODY_TOO),
    Break("P4.body_font", "alias", ("CT",), DOUBT, first(Role.BODY, font="Times New Roman Bold"), shapes=FEW,
          also=BODY_TOO),
    Break("P4.any_font", "issuer-arial", ("CT",), BAD, each(Role.ISSUER, font="Arial")),
    Break("P4.any_font", "signer-calibri", ("CT", "QĐ"), BAD, each(Role.SIGNER, font="Calibri"), shapes=BODY),
    Break("P4.any_font", "table-arial", ("BC",), BAD, each(Role.TABLE_TEXT, font="Arial"), shapes=FEW,
          also=("P4.body_font",)),
    Break("P4.any_font", "footnote-calibri", ("QĐ",), BAD, _note("Calibri"), shapes=FEW),
    Break("P4.black", "blue", ("CT", "QĐ"), BAD, each(Role.SIGNER, color="0000FF"), shapes=BODY),
    Break("P4.black", "red-body", ("CT",), BAD, first(Role.BODY, color="FF0000"), shapes=BODY),
    Break("P4.black", "two-letters", ("CT",), DOUBT, letters(Role.BODY, 2, color="FF0000"), shapes=FEW),
    Break("P7.position", "left", MANY, BAD, number_form(align="left"), shapes=("clean", "table-1x2", "tabs", "theme")),
    Break("P7.position", "right", MANY, BAD, number_form(align="right"), shapes=("clean", "table-1x2", "tabs")),
    Break("P7.position", "footer", MANY, BAD, _footer_only, shapes=PAGES),
    Break("P7.position", "none", MANY, BAD, _no_number, shapes=PAGES),
    Break("P7.position", "even-pages-only", MANY, BAD, _even_only, shapes=FEW),
    Break("P7.position", "even-header-not-in-force", MANY, BAD, _even_not_in_force, shapes=FEW),
    Break("P7.first_hidden", "no-title-page", MANY, BAD, page(title_page=False), shapes=PAGES),
    Break("P7.first_hidden", "number-in-first-header", MANY, BAD, _number_on_first, shapes=PAGES),
    Break("P7.first_hidden", "begins-with-3", MANY, BAD, page(restart=3), shapes=FEW),
    Break("P7.size", "12-points", MANY, BAD, number_run(size=24), shapes=PAGES),
    Break("P7.size", "15-points", MANY, BAD, number_run(size=30), shapes=PAGES),
    Break("P7.font", "calibri", MANY, BAD, number_run(font="Calibri"), shapes=PAGES),
    Break("P7.style", "italic", MANY, BAD, number_run(italic=True), shapes=PAGES),
    Break("P7.digits", "roman", MANY, BAD, page(number_form="lowerRoman"), shapes=FEW),
]  # fmt: skip

KEEPS: Final = [
    *_margin_keeps(),
    Keep("P1.size", "within-1-mm", ONE, page(width=11906 + millimetres(0.9), height=16838 - millimetres(0.9)),
         shapes=FEW),
    Keep("P3.left", "gutter-adds", ONE, page(left=millimetres(25), gutter=millimetres(6)), shapes=FEW),
    Keep("P3.other_sections", "landscape-appendix", ("KH",)),
    Keep("P4.any_font", "footnote", ("QĐ",), _note("Times New Roman"), shapes=FEW),
    Keep("P4.black", "black-said", ("CT",), each(Role.BODY, color="000000"), shapes=BODY),
    Keep("P7.size", "13-points", MANY, number_run(size=26), shapes=PAGES),
    Keep("P7.size", "14-points", MANY, number_run(size=28), shapes=PAGES),
    Keep("P7.position", "odd-and-even", MANY, _odd_and_even, shapes=FEW),
    Keep("P7.position", "one-page-without-number", ("CV-một", "TC"), _one_page, shapes=ALL),
    Keep("P7.first_hidden", "begins-with-1", MANY, page(restart=1), shapes=FEW),
    Keep("P7.style", "black-said", MANY, together(number_run(color="000000")), shapes=FEW),
]  # fmt: skip

"""Ways that are rare and real: what is set by format and not typed, lines in two paragraphs, headers in pieces."""

from dataclasses import replace
from typing import Final

from motcua.engines.decree30.corpus.cases import Break, Change, Keep, Redraft, Verdict
from motcua.engines.decree30.corpus.changes import (
    drop,
    each,
    form,
    inserted,
    letters,
    number_form,
    page,
    reads,
    stretches,
    together,
    turned,
    words,
)
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Draft, Heading, Text
from motcua.engines.decree30.writing.laying.annexes import turn
from motcua.engines.decree30.writing.layout import lay_out
from motcua.engines.decree30.writing.sheet import Grid, Para, Run, Sheet

BAD, DOUBT = Verdict.VIOLATION, Verdict.WARNING
PLAIN: Final = ("clean",)
TWO: Final = ("clean", "tabs")
ROWS: Final = ("clean", "table-4x2")  # number and subject in one cell, and in two
MANY: Final = ("NQ", "QC")  # two pages or more, one section
BASIS, NUMBER, ITEM, TO, POINTER = (
    Role.LEGAL_BASIS, Role.NUMBER_LINE, Role.RECIPIENTS, Role.ADDRESSEE, Role.APPENDIX_POINTER,
)  # fmt: skip
LETTER: Final = (12240, 15840)  # US Letter, twips
PERMIT: Final = (Role.TYPE, "GIẤY PHÉP")  # a document of a sector: its type is not of the 29


# Page


def _letter_under_no_table(sheet: Sheet) -> None:
    """An appendix across the page, without its table, on US Letter."""
    last = sheet.sections[2]
    last.blocks = [block for block in last.blocks if not isinstance(block, Grid)]
    last.height, last.width = LETTER


def _lying(sheet: Sheet) -> None:
    turn(sheet.sections[0])


def _headed(*texts: str) -> Change:
    """No number in the headers, these paragraphs instead."""

    def change(sheet: Sheet) -> None:
        for section in sheet.sections:
            section.header = [Para(Role.UNKNOWN, [Run(text, 26)]) for text in texts]

    return change


def _in_the_middle_by_a_tab(sheet: Sheet) -> None:
    for section in sheet.sections:
        number = section.header[0]
        number.align, number.tabs = "left", ((section.text_width // 2, "center"),)
        number.runs.insert(0, Run("\t", 28))


def _odd_only(sheet: Sheet) -> None:
    sheet.even_odd = True


def _as_long_as(count: int) -> Redraft:
    """The text above the appendix has so many letters."""

    def change(draft: Draft) -> Draft:
        held = sum(len(para.text) for para in lay_out(draft).paragraphs(section=0))
        more = "Các phòng, đơn vị và cá nhân liên quan phối hợp. " * (count // 40)
        return replace(draft, body=(*draft.body, Text(more[: count - held - 1] + ".")))

    return change


def _on_the_same_page(sheet: Sheet) -> None:
    """The appendix begins two lines below the signature; no page has a number."""
    behind = sheet.sections.pop()
    sheet.sections[0].blocks += [*(Para(Role.EMPTY, [Run("", 28)]) for _ in range(2)), *behind.blocks]
    _headed()(sheet)


def _second_appendix_in_the_first(sheet: Sheet) -> None:
    last = sheet.sections.pop()
    sheet.sections[1].blocks += last.blocks


def _blank_above_the_appendix(sheet: Sheet) -> None:
    for section in sheet.sections[1:]:
        section.blocks.insert(0, Para(Role.EMPTY, [Run("", 28)]))


# Text


def _with_a_heading(draft: Draft) -> Draft:
    return replace(
        draft, body=(*draft.body, Heading("I", "Phụ khoản"), Text("Hai bên đã đọc lại và thống nhất ký tên."))
    )


def _two_addressees(draft: Draft) -> Draft:
    return replace(draft, addressees=draft.addressees[:2])


def _secret(draft: Draft) -> Draft:
    return replace(draft, secrecy="MẬT")


def _dashes_at(left: int) -> Change:
    """All dashes begin so far from the margin."""

    def change(sheet: Sheet) -> None:
        for para in sheet.of(TO)[1:]:
            para.left, para.first = left, 0

    return change


def _left(text: str) -> Change:
    """All running text set left, one paragraph of it all that has letters."""
    return together(reads(Role.BODY, text), form(Role.BODY, align="left"))


def _label_in_the_middle(sheet: Sheet) -> None:
    sheet.of(TO)[0].align = "center"


def _signed_small(text: str) -> str:
    """The word of authority in capitals, the office behind it not."""
    word, _, office = text.partition(" ")
    return f"{word} {office.lower()}"


BREAKS: Final = [
    Break("P1.size", "letter-under-a-table", ("BC",), BAD, page(width=LETTER[0], height=LETTER[1]), shapes=PLAIN),
    Break("P1.size", "letter-before-appendices", ("KH",), BAD, page(width=LETTER[0], height=LETTER[1]), shapes=PLAIN),
    Break("P1.size", "letter-across", ("KH",), DOUBT, _letter_under_no_table, shapes=PLAIN),
    Break("P7.position", "no-header-at-all", MANY, BAD, page(headless=True), shapes=PLAIN),
    Break("P7.position", "none-and-no-title-page", MANY, BAD, together(_headed(), page(title_page=False)),
          shapes=PLAIN),
    Break("P7.position", "none-in-a-header-that-speaks", MANY, BAD, _headed("Phường Mẫu", ""), shapes=PLAIN),
    Break("P7.position", "odd-pages-only", MANY, BAD, _odd_only, shapes=PLAIN),
    Break("P7.position", "first-line-indent", MANY, DOUBT, number_form(first=720), shapes=PLAIN),
    Break("P7.position", "left-indent", MANY, DOUBT, number_form(left=720), shapes=PLAIN),
    Break("P7.position", "none-and-3000-letters", ("QĐ",), BAD, _headed(), _as_long_as(3000), shapes=PLAIN),
    Break("P7.position", "none-and-appendix-on-the-same-page", ("QĐ",), BAD, _on_the_same_page, shapes=PLAIN),
    Break("A3.pointer", "left", ("QĐ", "KH"), BAD, form(POINTER, align="left"), shapes=PLAIN),
    Break("A5.page_numbers", "two-in-one-section", ("KH",), BAD, _second_appendix_in_the_first, shapes=PLAIN),
    Break("Q2.hyphen", "capitals-by-format", ("QĐ",), BAD, each(Role.MOTTO, caps=True), shapes=PLAIN),
    Break("N2.symbol", "of-a-sector", ("QĐ",), DOUBT, together(reads(*PERMIT), reads(NUMBER, "Số: 15/GP-UBND")),
          shapes=PLAIN),
    Break("N2.symbol", "of-a-sector-agency-only", ("QĐ",), DOUBT,
          together(reads(*PERMIT), reads(NUMBER, "Số: 15/UBND")), shapes=PLAIN),
    Break("N3.caps", "number-apart", ("QĐ",), BAD, stretches(NUMBER, ("Số: 15/", {}), ("QĐ-ubnd", {"bold": True})),
          shapes=TWO),
    Break("N3.caps", "agency-apart", ("QĐ",), BAD, stretches(NUMBER, ("Số: 15/QĐ-", {}), ("ubnd", {"bold": True})),
          shapes=TWO),
    Break("N3.colon", "capitals-by-format", ("QĐ",), BAD,
          stretches(NUMBER, ("Số: 15/", {"caps": True}), ("QĐ-UBND", {"caps": True, "bold": True})), shapes=TWO),
    Break("C2.punctuation", "comma-in-quotes", ("QĐ",), BAD,
          together(words(BASIS, "Luật Tổ", "Luật “Tổ"), words(BASIS, ";", ",”")), shapes=PLAIN),
    Break("C5.roman", "part-arabic", ("QC",), BAD, words(Role.PART, "Phần I", "Phần 1"), shapes=PLAIN),
    Break("C6.arabic", "subsection-roman", ("QC",), BAD, words(Role.SUBSECTION, "mục 1", "mục I"), shapes=PLAIN),
    Break("C7.bold", "three-letters", ("NQ",), BAD, letters(Role.ARTICLE, 3, bold=False), shapes=PLAIN),
    Break("C7.bold", "three-bold-letters-in-a-sentence", ("QĐ",), DOUBT, letters(Role.ARTICLE, 3, bold=True),
          shapes=PLAIN),
    Break("C7.bold", "italic", ("NQ",), BAD, each(Role.ARTICLE, italic=True), shapes=PLAIN),
    Break("C11.gap", "body-touches-the-last-basis", ("KH",), DOUBT, form(BASIS, before=120, after=0), shapes=PLAIN),
    Break("C11.justify", "88-letters-left", ("CT",), BAD, _left("Ủy ban nhân dân phường yêu cầu các phòng, đơn vị "
          "nghiêm túc thực hiện các điều dưới đây:"), shapes=PLAIN),
    Break("T2.case", "nine-letters", ("TC",), BAD, reads(Role.SUBJECT, "NÂNG LƯƠNG"), shapes=PLAIN, also=("T2.line",)),
    Break("S1.caps", "authority", ("CV",), BAD, turned(Role.AUTHORITY, _signed_small), shapes=PLAIN),
    Break("S4.case", "capitals-by-format", ("CV",), BAD, each(Role.SIGNER, caps=True), shapes=PLAIN),
    Break("S4.no_title", "below-a-school", ("HD",), DOUBT, together(
        reads(Role.SUPERIOR, "TRƯỜNG ĐẠI HỌC MẪU"), reads(Role.SIGNER, "TS. Nguyễn Văn Mẫu")), shapes=PLAIN,
          also=("O1", "O3", "MC")),
    Break("K1.layout", "no-colon", ("CV-một",), BAD, words(TO, "Kính gửi:", "Kính gửi"), shapes=PLAIN),
    Break("K1.layout", "two-without-stop", ("CV",), BAD, words(TO, ".", ";", which=-1), _two_addressees, shapes=PLAIN),
    Break("K1.layout", "dashes-below-the-label", ("CV",), BAD, _dashes_at(2000), shapes=PLAIN),
    Break("K3.last_line", "one-and-none", ("CV-một",), BAD, drop(ITEM), shapes=PLAIN),
    Break("K3.last_line", "stop-in-the-line-above", ("CV",), BAD, together(
        words(ITEM, ";", ".", which=1), words(ITEM, "VP.", "VP", which=-1)), shapes=PLAIN, also=("K3.punctuation",)),
]  # fmt: skip

KEEPS: Final = [
    Keep("P2.orientation", "table-across", ("BC",), _lying, shapes=PLAIN),
    Keep("P4.black", "red-mark-of-secrecy", ("CT",), each(Role.SECRECY, color="FF0000"), _secret, shapes=PLAIN),
    Keep("P7.position", "by-a-tab", MANY, _in_the_middle_by_a_tab, shapes=PLAIN),
    Keep("P7.position", "in-a-frame", MANY, number_form(align="left"), shapes=("automatic-dashes",)),
    Keep("P7.position", "one-page-and-an-appendix", ("QĐ",), _headed(), shapes=PLAIN),
    Keep("P7.digits", "one-page", ("CV-một",), page(number_form="lowerRoman"), shapes=PLAIN),
    Keep("P7.first_hidden", "one-page", ("CV-một",), page(title_page=False), shapes=PLAIN),
    Keep("A2.case", "number-in-capitals-by-format", ("KH",), stretches(Role.APPENDIX, ("Phụ lục", {}),
         (" I", {"caps": True})), shapes=PLAIN),
    Keep("A5.page_numbers", "no-page-has-a-number", ("QĐ",), together(_headed(), page(1, restart=None)), shapes=PLAIN),
    Keep("A5.page_numbers", "blank-line-above", ("QĐ", "KH"), _blank_above_the_appendix, shapes=TWO),
    Keep("N3.caps", "by-format", ("QĐ",), stretches(NUMBER, ("Số: 15/QĐ-", {}), ("ubnd", {"caps": True})), shapes=TWO),
    Keep("N3.caps", "by-format-of-a-proposal", ("TTr",), stretches(NUMBER, ("Số: 15/TTr-", {}),
         ("ubnd", {"caps": True})), shapes=TWO),
    Keep("N3.colon", "symbol-in-capitals-by-format", ("QĐ",), stretches(NUMBER, ("Số: 15/", {}),
         ("QĐ-UBND", {"caps": True})), shapes=TWO),
    Keep("C10.roman", "light-beside-articles", ("HĐ",), each(Role.HEADING, bold=False), _with_a_heading, shapes=PLAIN),
    Keep("C11.justify", "87-letters-left", ("CT",), _left("Ủy ban nhân dân phường yêu cầu các phòng, đơn vị nghiêm túc "
         "thực hiện các việc sau đây:"), shapes=PLAIN),
    Keep("T2.case", "eight-letters", ("TC",), reads(Role.SUBJECT, "TINH GIẢN"), shapes=PLAIN),
    Keep("T3.gap", "5.5-points", ("CV", "CV-một"), form(Role.LETTER_SUBJECT, before=110), shapes=ROWS),
    Keep("T3.gap", "6.5-points", ("CV", "CV-một"), form(Role.LETTER_SUBJECT, before=130), shapes=ROWS),
    Keep("K1.layout", "label-in-the-middle", ("CV",), together(_label_in_the_middle, _dashes_at(1500)), shapes=PLAIN),
    Keep("K3.first_item", "of-a-sector", ("QĐ",), together(reads(*PERMIT), reads(NUMBER, "Số:        /GP-")),
         shapes=PLAIN),
    Keep("C2.italic", "of-a-sector", ("QĐ",), together(reads(*PERMIT), reads(NUMBER, "Số:        /GP-")), shapes=PLAIN),
    Keep("K3.last_line", "goes-on", ("CV",), together(words(ITEM, "VP.", "VP,", which=-1),
         inserted(ITEM, "Phòng Tư pháp (05).")), shapes=PLAIN),
    Keep("K3.last_line", "drafter-behind-the-stop", ("CV",), stretches(ITEM, ("- Lưu: VT, VP.", {}),
         (" Minh Họa", {"raised": "superscript"}), which=-1), shapes=PLAIN),
    Keep("K3.punctuation", "goes-on", ("CV",), together(words(ITEM, " (để báo cáo);", "", which=1),
         inserted(ITEM, "(để báo cáo);", after=1)), shapes=PLAIN),
]  # fmt: skip

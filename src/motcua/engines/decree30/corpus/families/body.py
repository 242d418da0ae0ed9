"""Mục II.6đ-e, V.6b: structure and running text."""

from typing import Final

from motcua.engines.decree30.corpus.cases import BODY, FEW, GAPS, SPACING, Break, Change, Keep, Verdict
from motcua.engines.decree30.corpus.changes import each, first, first_form, form, letters, mark, paras, turned, words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.laying.measures import SMALL
from motcua.engines.decree30.writing.sheet import Sheet

BAD, DOUBT = Verdict.VIOLATION, Verdict.WARNING
RULES: Final = ("QC",)  # parts, chapters, sections, subsections
TEXTS: Final = ("CT", "TTr", "TB")
TITLED: Final = ("NQ", "QyĐ")  # articles with titles
RUN_ON: Final = ("QĐ",)  # articles that are sentences
CM: Final = 566.93


def _cm(value: float) -> int:
    return round(value * CM)


def _spaced(**values: object) -> Change:
    """Line spacing of one long paragraph."""
    return first_form(Role.BODY, **values)


def _tight(sheet: Sheet) -> None:
    """5 points between two paragraphs of running text."""
    two = paras(sheet, Role.CLAUSE)
    two[0].after, two[1].before = 100, 0


def _contextual(sheet: Sheet) -> None:
    """Word leaves out the gap between paragraphs of one style where both say so."""
    for para in paras(sheet, Role.CLAUSE):
        para.contextual = True


def _gap_above(sheet: Sheet) -> None:
    for para in paras(sheet, Role.ARTICLE, Role.CLAUSE, Role.BODY, Role.POINT):
        para.before, para.after = 120, 0


def _title_light(sheet: Sheet) -> None:
    """Only "Điều n." stays bold of a titled article."""
    para = paras(sheet, Role.ARTICLE)[0]
    run = para.runs[0]
    head, _, title = run.text.partition(". ")
    run.text = f"{head}."
    para.runs.append(type(run)(f" {title}", run.size))


def _bold_words(sheet: Sheet) -> None:
    """A few bold words inside a sentence of an article."""
    para = paras(sheet, Role.ARTICLE)[0]
    run = para.runs[-1]
    start, end = run.text[:12], run.text[12:]
    para.runs[-1:] = [type(run)(start, run.size, bold=True), type(run)(end, run.size)]


def _letter_skipped(sheet: Sheet) -> None:
    points = paras(sheet, Role.POINT)
    points[1].runs[0].text = points[1].runs[0].text.replace("b)", "g)", 1)


def _divisions(rule: str, own: Role, title: Role, word: str) -> list[Break]:
    """Phần and chương (C5), mục and tiểu mục (C6): the same layout."""
    small = ("clean", "table-1x2", "theme")
    return [
        Break(f"{rule}.bold", f"light-{word}", RULES, BAD, each(own, bold=False), shapes=small),
        Break(f"{rule}.size", f"15-points-{word}", RULES, BAD, each(own, size=30), shapes=small),
        Break(f"{rule}.size", f"12-points-{word}", RULES, BAD, each(own, size=24), shapes=small),
        Break(f"{rule}.center", f"left-{word}", RULES, BAD, form(own, align="left"), shapes=small),
        Break(f"{rule}.case", f"capitals-{word}", RULES, BAD, turned(own, str.upper), shapes=small),
        Break(f"{rule}.title_bold", f"light-{word}", RULES, BAD, each(title, bold=False), shapes=small),
        Break(f"{rule}.title_size", f"15-points-{word}", RULES, BAD, each(title, size=30), shapes=small),
        Break(f"{rule}.title_center", f"left-{word}", RULES, BAD, form(title, align="left"), shapes=small),
        Break(f"{rule}.title_caps", f"small-{word}", RULES, BAD, turned(title, str.capitalize), shapes=small),
    ]


BREAKS: Final = [
    *_divisions("C5", Role.PART, Role.PART_TITLE, "part"),
    *_divisions("C5", Role.CHAPTER, Role.CHAPTER_TITLE, "chapter"),
    *_divisions("C6", Role.SECTION, Role.SECTION_TITLE, "section"),
    *_divisions("C6", Role.SUBSECTION, Role.SUBSECTION_TITLE, "subsection"),
    Break("C5.roman", "arabic", RULES, BAD, words(Role.CHAPTER, "Chương I", "Chương 1"), shapes=FEW),
    Break("C6.arabic", "roman", RULES, BAD, words(Role.SECTION, "Mục 1", "Mục I"), shapes=FEW),
    Break("C7.bold", "title-light", TITLED, BAD, _title_light, shapes=BODY),
    Break("C7.bold", "number-light", RUN_ON, BAD, each(Role.ARTICLE, bold=False), shapes=BODY),
    Break("C7.bold", "bold-words-in-a-sentence", RUN_ON, DOUBT, _bold_words, shapes=BODY),
    Break("C7.dot", "colon", TITLED, BAD, words(Role.ARTICLE, "Điều 1.", "Điều 1:"), shapes=BODY),
    Break("C7.indent", "none", TITLED, BAD, form(Role.ARTICLE, first=0), shapes=BODY, also=("C11.indent",)),
    Break("C7.indent", "2-cm", TITLED, BAD, form(Role.ARTICLE, first=_cm(2)), shapes=FEW, also=("C11.indent",)),
    Break("C7.size", "other-than-the-body", TITLED, BAD, each(Role.ARTICLE, size=26), shapes=BODY),
    Break("C7.size", "15-points", TITLED, BAD, each(Role.ARTICLE, size=30), shapes=BODY, also=("C11.size",)),
    Break("C8.khoan", "bracket", TITLED, BAD, words(Role.CLAUSE, "1.", "1)"), shapes=BODY),
    Break("C9.diem", "dot", ("QĐ", "QyĐ"), BAD, words(Role.POINT, "a)", "a."), shapes=BODY),
    Break("C9.diem", "letter-skipped", ("QĐ",), BAD, _letter_skipped, shapes=BODY),
    Break("C9.diem", "capital", ("QyĐ",), BAD, words(Role.POINT, "a)", "A)"), shapes=BODY),
    Break("C10.roman", "light", ("KH", "BC"), BAD, each(Role.HEADING, bold=False), shapes=BODY),
    Break(
        "C10.roman", "small-letters", ("KH", "BC"), BAD, words(Role.HEADING, "I. ", "I. Phần mở đầu và "), shapes=FEW
    ),
    Break("C10.roman", "15-points", ("KH", "BC"), BAD, each(Role.HEADING, size=30), shapes=BODY, also=("C11.size",)),
    Break("C11.size", "12-points", TEXTS, BAD, first(Role.BODY, size=24), shapes=BODY),
    Break("C11.size", "15-points", TEXTS, BAD, first(Role.BODY, size=30), shapes=BODY),
    Break("C11.size", "14.5-points", TEXTS, BAD, first(Role.BODY, size=29), shapes=FEW),
    Break("C11.size", "three-letters", ("CT",), BAD, letters(Role.BODY, 3, size=24), shapes=FEW),
    Break("C11.size", "two-letters", ("CT",), DOUBT, letters(Role.BODY, 2, size=24), shapes=FEW),
    Break("C11.upright", "italic", TEXTS, BAD, first(Role.BODY, italic=True), shapes=BODY),
    Break("C11.upright", "two-letters", ("CT",), DOUBT, letters(Role.BODY, 2, italic=True), shapes=FEW),
    Break("C11.justify", "left", TEXTS, BAD, first_form(Role.BODY, align="left"), shapes=BODY),
    Break("C11.indent", "none", TEXTS, BAD, first_form(Role.BODY, first=0), shapes=BODY),
    Break("C11.indent", "1.15-cm", TEXTS, BAD, first_form(Role.BODY, first=_cm(1.15)), shapes=BODY),
    Break("C11.indent", "1.23-cm", TEXTS, BAD, first_form(Role.BODY, first=_cm(1.23)), shapes=FEW),
    Break("C11.indent", "1.5-cm", TEXTS, BAD, first_form(Role.BODY, first=_cm(1.5)), shapes=FEW),
    Break("C11.indent", "left-and-first", TEXTS, BAD, first_form(Role.BODY, left=_cm(1)), shapes=FEW),
    Break("C11.gap", "5-points", ("NQ", "TTr"), BAD, _tight, shapes=GAPS),
    Break("C11.gap", "contextual", ("TTr", "CV"), BAD, _contextual, shapes=("clean", "table-1x2")),
    Break("C11.line_spacing", "1.6-lines", TEXTS, BAD, _spaced(line=384), shapes=SPACING),
    Break("C11.line_spacing", "1.51-lines", TEXTS, BAD, _spaced(line=363), shapes=SPACING),
    Break("C11.line_spacing", "0.9-lines", TEXTS, BAD, _spaced(line=216), shapes=SPACING),
    Break("C11.line_spacing", "exactly-15", TEXTS, BAD, _spaced(line=300, rule="exact"), shapes=SPACING),
    Break("C11.line_spacing", "exactly-25", TEXTS, BAD, _spaced(line=500, rule="exact"), shapes=SPACING),
    Break("C11.line_spacing", "at-least-26", TEXTS, BAD, _spaced(line=520, rule="atLeast"), shapes=SPACING),
]

KEEPS: Final = [
    Keep("C5.roman", "whole-rules", RULES, shapes=BODY),
    Keep("C7.bold", "run-on", RUN_ON, shapes=BODY),
    Keep("C7.bold", "titled", TITLED, shapes=BODY),
    Keep("C7.indent", "1-cm", TITLED, form(Role.ARTICLE, first=567), shapes=BODY),
    Keep("C9.diem", "order", ("QĐ", "PA"), shapes=BODY),
    Keep("C10.roman", "centred", ("KH", "BC"), form(Role.HEADING, align="center", first=0), shapes=FEW),
    Keep("C11.size", "13-points", ("CT", "TTr", "NQ"), shapes=BODY, sizes=SMALL),
    Keep("C11.size", "stray-mark-of-11-points", TEXTS, mark(Role.BODY, size=22), shapes=BODY),
    Keep("C11.size", "stray-mark-of-15-points", TEXTS, mark(Role.BODY, size=30), shapes=FEW),
    Keep("C11.justify", "one-line-left", ("GM", "BB"), form(Role.BODY, align="both"), shapes=FEW),
    Keep("C11.indent", "1-cm", TEXTS, first_form(Role.BODY, first=567), shapes=BODY),
    Keep("C11.indent", "1.25-cm", TEXTS, first_form(Role.BODY, first=709), shapes=BODY),
    Keep("C11.indent", "1.27-cm", TEXTS, first_form(Role.BODY, first=720), shapes=BODY),
    Keep("C11.gap", "6-points-above", ("TTr", "NQ"), _gap_above, shapes=GAPS),
    Keep("C11.gap", "empty-paragraphs", ("TTr", "CT"), shapes=("empty-gaps",)),
    Keep("C11.line_spacing", "single", TEXTS, _spaced(line=240), shapes=SPACING),
    Keep("C11.line_spacing", "1.5-lines", TEXTS, _spaced(line=360), shapes=SPACING),
    Keep("C11.line_spacing", "exactly-16", TEXTS, _spaced(line=320, rule="exact"), shapes=SPACING),
    Keep("C11.line_spacing", "exactly-24", TEXTS, _spaced(line=480, rule="exact"), shapes=SPACING),
    Keep("C11.line_spacing", "at-least-12", TEXTS, _spaced(line=240, rule="atLeast"), shapes=SPACING),
]

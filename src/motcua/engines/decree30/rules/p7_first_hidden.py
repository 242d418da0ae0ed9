"""Numbering begins with 1; the number of page 1 is not shown (Phụ lục I, Phần I, I.7)."""

from motcua.engines.decree30.edits import SetSection
from motcua.engines.decree30.judging.pages import numbered, numbered_pages
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Spot, Verdict, judged
from motcua.engines.decree30.view import View

RULE = Rule(
    code="ND30-P7.first_hidden",
    clause="Phụ lục I, Phần I, I.7",
    role=None,
    fix=Fix.SAFE,
    vi="Số trang của trang thứ nhất: {measured}.",
    en="The number of page 1: {measured}.",
    asks_vi="Đánh số từ số 1, không hiển thị số thứ tự trang thứ nhất.",
    asks_en="Numbering begins with 1; the number of page 1 is not shown",
    wrong="Trang 1 có số 1",
    right="Trang 1 để trống, trang 2 có số 2",
)


def judge(view: View) -> Judgement:
    """What is in force on page 1: the first header where the section has one, else the default."""
    if not view.document.several_pages or not numbered_pages(view):
        return NOT_APPLICABLE
    section = view.first_section
    kind = "first" if section.title_page else "default"
    held = [place[kind] for place in (section.headers, section.footers) if kind in place]
    spots: list[Spot] = []
    if any(one.numbered for one in held):
        edits = () if section.title_page else (SetSection(0, "title_page", True),)
        spots.append(Spot(Verdict.VIOLATION, "có hiển thị", None, edits))
    if section.restart not in {None, 1} and numbered([*section.headers.values(), *section.footers.values()]):
        spots.append(Spot(Verdict.VIOLATION, f"bắt đầu từ {section.restart}", None, (SetSection(0, "restart", 1),)))
    return judged(spots, "không hiển thị")

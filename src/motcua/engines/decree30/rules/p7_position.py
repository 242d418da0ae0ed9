"""The page number stands in the middle of the top margin (Phụ lục I, Phần I, I.7)."""

from typing import Final

from motcua.engines.decree30.edits import AddPageNumber, Edit, PutPageNumber, SetParagraph, SetSection
from motcua.engines.decree30.judging.pages import main_sections, page_fields
from motcua.engines.decree30.judging.paragraphs import WORDS
from motcua.engines.decree30.pages import pages_of
from motcua.engines.decree30.reading.model import Paragraph, Section
from motcua.engines.decree30.roles.parts import Place
from motcua.engines.decree30.rule import NOT_APPLICABLE, Fix, Judgement, Rule, Spot, Verdict, judged, not_evaluated
from motcua.engines.decree30.view import View

PAGE: Final = 3000  # letters that surely fit on one page with header and foot

RULE = Rule(
    code="ND30-P7.position",
    clause="Phụ lục I, Phần I, I.7",
    role=None,
    fix=Fix.SAFE,
    vi="Số trang: {measured}; phải canh giữa ở lề trên.",
    en="The page number: {measured}; it must be centred in the top margin.",
    asks_vi="Số trang đặt canh giữa theo chiều ngang trong phần lề trên.",
    asks_en="The page number stands in the middle of the top margin",
    wrong="Số trang ở chân trang, canh phải",
    right="Số trang ở giữa lề trên",
)


def judge(view: View) -> Judgement:
    """In the headers in force of the documents' own sections; none at all in several pages breaks the rule too."""
    if not view.document.several_pages:
        return NOT_APPLICABLE
    sections = main_sections(view)
    heads = [section.headers[kind] for section in sections for kind in ("default", "even") if kind in section.headers]
    fields = page_fields(heads)
    if any(field.page_boxed for field in fields):
        return not_evaluated("số trang nằm trong hộp văn bản", "the page number lies in a text box")
    if not fields:
        if _on_one_page(view):
            return NOT_APPLICABLE
        feet = page_fields(foot for section in sections for foot in section.footers.values())
        return judged([Spot(Verdict.VIOLATION, "ở chân trang") if feet else _none(view)])
    return judged([*_missing(view, sections), *_shifted(fields)])


def _on_one_page(view: View) -> bool:
    """A document that ends on page 1, with an attachment or appendix behind it that counts pages of its own."""
    later = [part for part in view.parts if part.place is not Place.DOCUMENT]
    if not later:
        return False
    pages = pages_of(view.document)
    held = {pages[at] for part in view.layout.documents for at in range(part.begin, part.end)}
    letters = sum(len(one.text) for one in view.document.paragraphs[: later[0].begin])
    return letters < PAGE and held == {1} and pages[later[0].begin] > 1


def _none(view: View) -> Spot:
    """No number anywhere: it is put into an empty header, or a header is added; later sections go on with it."""
    section = view.first_section
    edits = _put(section, "default")
    if edits and not section.title_page:
        edits += (SetSection(0, "title_page", True),)
    return Spot(Verdict.VIOLATION, "không có", None, edits)


def _put(section: Section, kind: str) -> tuple[Edit, ...]:
    """Nothing where the header holds something else: the drafter decides what becomes of it."""
    held = section.headers.get(kind)
    if held is None:
        return (AddPageNumber(section.index),) if kind == "default" and section.element is not None else ()
    empty = [one for one in held.paragraphs if not one.text.strip() and not one.pictures and not one.lines]
    return (PutPageNumber(empty[0]),) if empty and len(empty) == len(held.paragraphs) else ()


def _missing(view: View, sections: list[Section]) -> list[Spot]:
    """With even and odd headers, both need the number (trap 17)."""
    if not view.document.even_odd:
        return []
    said_of = {"default": "trang lẻ không có", "even": "trang chẵn không có"}
    return [
        Spot(Verdict.VIOLATION, said, None, _put(view.first_section, kind))
        for kind, said in said_of.items()
        if not any(section.headers[kind].numbered for section in sections if kind in section.headers)
    ]  # fmt: skip


def _shifted(fields: list[Paragraph]) -> list[Spot]:
    spots: list[Spot] = []
    for field in fields:
        form = field.format
        if form.frame == "center" or "\t" in field.text:
            continue
        if form.align != "center":
            said = f"canh {WORDS.get(form.align, form.align)}"
            spots.append(Spot(Verdict.VIOLATION, said, None, (SetParagraph(field, "align", "center"),)))
        elif form.first or form.left != form.right:
            mended = (SetParagraph(field, "first", 0), SetParagraph(field, "left", form.right))
            spots.append(Spot(Verdict.WARNING, "lệch khỏi giữa do thụt lề", None, mended))
    return spots

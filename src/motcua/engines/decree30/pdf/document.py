"""A PDF as the document model: lines become paragraphs, tabs part columns, the page's number stands in a header."""

from typing import Final

from motcua.engines.decree30.pdf.lines import Area, Line, align_of_all, area_of, lines_of, paragraphs_of
from motcua.engines.decree30.pdf.objects import SUBSTITUTES, Page, Pdf, Text
from motcua.engines.decree30.reading.formats import ParagraphFormat, RunFormat
from motcua.engines.decree30.reading.model import Cell, Document, Form, HeaderFooter, Paragraph, Run, Section
from motcua.engines.decree30.reading.model import Line as Drawn

TWIPS: Final = 20
TOP: Final = 0.09  # share of the page in which its number stands
COLUMNS: Final = 3  # stretches of a line that make it a row of a table; a header has two
TABLE: Final = 1_000_000  # no table of the file: a PDF has none
NEAR: Final = 12.0  # points off the middle that a centred number may stand
ASCENT: Final = 0.891  # of Times New Roman, times its size
DESCENT: Final = 0.216
LOWEST: Final = 70.0  # points: 25 mm, the most that a lower margin may be
RIGHT_FACE: Final = "Times New Roman"


class Formats:
    """Formats by what they say, so that equal ones are one object, as the rules want it."""

    def __init__(self) -> None:
        self.runs: dict[tuple[object, ...], RunFormat] = {}

    def run(self, text: Text, *, raised: bool) -> RunFormat:
        """The format of a stretch of letters. A face with the very widths of Times New Roman stands for it."""
        face = RIGHT_FACE if text.face in SUBSTITUTES else text.face
        key = (text.size, text.bold, text.italic, face, text.color, raised)
        found = self.runs.get(key)
        if found is None:
            found = self.runs[key] = RunFormat(
                round(text.size * 2), text.bold, text.italic, False, False, False, False, face, face, text.color, "",
                "superscript" if raised else "",
            )  # fmt: skip
        return found


def to_document(pdf: Pdf) -> Document:
    """The model of a text PDF; pages of another size are sections of their own."""
    formats = Formats()
    paragraphs: list[Paragraph] = []
    sections: list[Section] = []
    numbers: list[Line] = []
    told = True
    last = -1
    for pages in _alike(pdf):
        lines = [line for number in pages for line in lines_of(pdf.pages[number], number)]
        numbers += [line for line in lines if _is_number(line, pdf.pages[line.page])]
        flow = [line for line in lines if not _is_number(line, pdf.pages[line.page])]
        area = area_of(flow, pdf.pages[pages[0]].width)
        section = _section(pdf, pages, flow, area)
        section.index = len(sections)
        sections.append(section)
        told &= area.told
        for group in paragraphs_of(flow, area):
            paragraph = _paragraph(len(paragraphs), group, area, formats)
            paragraph.section = section.index
            paragraph.starts_page = (group[0].page != last and last >= 0) or group[-1].page != group[0].page
            last = group[-1].page
            paragraphs.append(paragraph)
    for section in sections:
        _number_pages(section, [line for line in numbers if line.page in _pages_of(pdf, section)], pdf, formats)
    return Document(
        paragraphs, sections, 720, False, False, len(pdf.pages), pdf.signatures > 0, False, False, [],
        list(formats.runs.values()), facts={"edges": told},
    )  # fmt: skip


def _alike(pdf: Pdf) -> list[list[int]]:
    """Pages of one size that follow each other."""
    found: list[list[int]] = []
    for number, page in enumerate(pdf.pages):
        before = pdf.pages[number - 1] if number else None
        if before is not None and (round(before.width), round(before.height)) == (
            round(page.width),
            round(page.height),
        ):
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _pages_of(pdf: Pdf, section: Section) -> list[int]:
    return _alike(pdf)[section.index]


def _is_number(line: Line, page: Page) -> bool:
    text = line.text.strip(" -–")
    return line.page > 0 and line.y < page.height * TOP and text.isalnum() and len(text) <= 4


def _paragraph(index: int, group: list[Line], area: Area, formats: Formats) -> Paragraph:
    first = group[0]
    align = align_of_all(group, area)
    indent = round((first.x0 - area.left) * TWIPS) if align == "both" else 0
    form = ParagraphFormat("", align, 0, 0, max(indent, 0), 0, 0, False, False, 240, "auto", False, (), frozenset(),
                           None, False, "", None)  # fmt: skip
    in_table = len(first.stretches) >= COLUMNS
    paragraph = Paragraph(index, [], form, cell=Cell(TABLE, index, 0, 0) if in_table else None)
    for line in group:
        if paragraph.runs and not paragraph.runs[-1].text.endswith((" ", "-")):
            paragraph.runs.append(Run(" ", paragraph.runs[-1].format))
        paragraph.runs += _runs(line, formats)
        paragraph.lines += [
            Drawn(Form.DRAWING, stroke.x1 - stroke.x0, stroke.x0 - area.left) for stroke in line.strokes
        ]  # fmt: skip
    paragraph.settle()
    return paragraph


def _runs(line: Line, formats: Formats) -> list[Run]:
    runs: list[Run] = []
    for at, stretch in enumerate(line.stretches):
        if at:
            runs.append(Run("\t", runs[-1].format))
        for number, text in enumerate(stretch):
            form = formats.run(text, raised=abs(text.y - line.y) > 1 and text.size < line.size)
            space = number and text.x0 - stretch[number - 1].x1 > text.size * 0.15
            gap = " " if space and runs and not runs[-1].text.endswith(" ") and text.text[:1] != " " else ""
            runs.append(Run(gap + text.text, form))
    return runs


def _section(pdf: Pdf, pages: list[int], lines: list[Line], area: Area) -> Section:
    """Page size, and margins by the box of the text where it fills several pages.

    The lower margin is known only where text comes too near to the edge: a page may end early.
    """
    page = pdf.pages[pages[0]]
    section = Section(0, round(page.width * TWIPS), round(page.height * TWIPS), page.width > page.height)
    if len(pages) < 2 or not lines:
        return section
    top = min(line.y - line.size * ASCENT for line in lines)
    below = page.height - max(line.y + line.size * DESCENT for line in lines)
    section.top, section.left = round(top * TWIPS), round(area.left * TWIPS)
    section.right = round((page.width - area.right) * TWIPS)
    section.bottom = round(below * TWIPS) if below < LOWEST else None
    return section


def _number_pages(section: Section, numbers: list[Line], pdf: Pdf, formats: Formats) -> None:
    """Numbers seen at the top of later pages are a header of the section; page 1 then hides its own."""
    if not numbers:
        return
    line = numbers[0]
    middle = abs((line.x0 + line.x1) / 2 - pdf.pages[line.page].width / 2)
    of_text = ((section.left or 0) / TWIPS + pdf.pages[0].width - (section.right or 0) / TWIPS) / 2
    middle = min(middle, abs((line.x0 + line.x1) / 2 - of_text))
    align = "center" if middle <= NEAR else "right" if line.x0 > pdf.pages[0].width / 2 else "left"
    form = ParagraphFormat("", align, 0, 0, 0, 0, 0, False, False, 240, "auto", False, (), frozenset(), None, False, "",
                           None)  # fmt: skip
    field = Paragraph(0, _runs(line, formats), form, page_field=True)
    field.settle()
    section.title_page = True
    section.headers["default"] = HeaderFooter("default", "", [field])
    if not all(part.isdigit() for part in [line.text.strip(" -–") for line in numbers]):
        section.number_form = "lowerRoman"

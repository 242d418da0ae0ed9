"""The content: phần, chương, mục, điều, khoản, điểm, headings, text, tables (Mục II.6đ, 6e; V.6b)."""

import re
from collections.abc import Sequence
from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.widths import text_width
from motcua.engines.decree30.writing.draft import Article, Block, Clause, Division, Heading, Picture, Point, Table, Text
from motcua.engines.decree30.writing.laying.header import CELL_MARGINS
from motcua.engines.decree30.writing.laying.measures import GAP, Sizes, centred, half, pictured, running
from motcua.engines.decree30.writing.sheet import Block as Laid
from motcua.engines.decree30.writing.sheet import Grid, Para, Run

NUMBER: Final = re.compile(r"\d[\d.,/]*%?|–")  # counts, shares and days stand in the middle of a cell
MILLIMETRES, POINTS = 25.4, 72  # of an inch
DIVISIONS: Final = {
    "part": ("Phần", Role.PART, Role.PART_TITLE),
    "chapter": ("Chương", Role.CHAPTER, Role.CHAPTER_TITLE),
    "section": ("Mục", Role.SECTION, Role.SECTION_TITLE),
    "subsection": ("Tiểu mục", Role.SUBSECTION, Role.SUBSECTION_TITLE),
}


def content(blocks: Sequence[Block], sizes: Sizes, width: int, *, closes: bool = True) -> list[Laid]:
    """Blocks laid out in order. closes: the last one ends with "./." as every template does (facts 4)."""
    laid: list[Laid] = []
    for block in blocks:
        laid += _one(block, sizes, width)
    if closes:
        _close(laid, sizes)
    return laid


def _one(block: Block, sizes: Sizes, width: int) -> list[Laid]:
    if isinstance(block, Division):
        return _division(block, sizes)
    if isinstance(block, Table):
        return _table(block, sizes, width)
    if isinstance(block, Picture):
        return _picture(block, sizes)
    return _text(block, sizes)


def _text(block: Article | Clause | Heading | Point | Text, sizes: Sizes) -> list[Laid]:
    if isinstance(block, Article):
        return [_article(block, sizes)]
    if isinstance(block, Clause):
        return [*_clause(block, sizes)]
    if isinstance(block, Heading):
        text = f"{block.number}. {block.title.upper()}" if block.number else block.title.upper()
        return [_kept(running(Role.HEADING, text, sizes.body, bold=True))]
    if isinstance(block, Point):
        return [running(Role.POINT, f"{block.letter}) {block.text}", sizes.body)]
    return [running(Role.BODY, block.text, sizes.body)]


def _division(block: Division, sizes: Sizes) -> list[Laid]:
    """Word and number on one line, the title in capitals on the next (Mục II.6đ)."""
    word, own, titled = DIVISIONS[block.level]
    number = centred(own, f"{word} {block.number}", sizes.body, bold=True)
    title = centred(titled, block.title.upper(), sizes.body, bold=True)
    number.before, title.after = GAP, 2 * GAP
    return [_kept(number), _kept(title)]


def _article(block: Article, sizes: Sizes) -> Para:
    """A title is bold, a run-on sentence is not (facts 1.6)."""
    if block.title:
        return _kept(running(Role.ARTICLE, f"Điều {block.number}. {block.title}", sizes.body, bold=True))
    para = running(Role.ARTICLE, f"Điều {block.number}.", sizes.body, bold=True)
    para.runs.append(Run(f" {block.text}", half(sizes.body)))
    return para


def _clause(block: Clause, sizes: Sizes) -> list[Para]:
    if not block.title:
        return [running(Role.CLAUSE, f"{block.number}. {block.text}", sizes.body)]
    titled = _kept(running(Role.CLAUSE, f"{block.number}. {block.title}", sizes.body, bold=True))
    return [titled, running(Role.BODY, block.text, sizes.body)] if block.text else [titled]


def _table(block: Table, sizes: Sizes, width: int) -> list[Laid]:
    shares = block.widths or (1,) * len(block.header)
    rows = [[_cell(text, bold=True) for text in block.header], *([_cell(text) for text in row] for row in block.rows)]
    widths = [max(width * share // sum(shares), _least(rows[0][at])) for at, share in enumerate(shares)]
    widths[widths.index(max(widths))] -= sum(widths) - width
    above = [_kept(centred(Role.CAPTION, block.caption, sizes.body))] if block.caption else []
    return [*above, Grid(rows, widths)]


def _picture(block: Picture, sizes: Sizes) -> list[Laid]:
    """In the middle, its caption above as a table's."""
    above = [_kept(centred(Role.CAPTION, block.caption, sizes.body))] if block.caption else []
    return [*above, pictured(block.png, block.width / MILLIMETRES * POINTS, block.alt)]


def _cell(text: str, *, bold: bool = False) -> Para:
    para = Para(Role.TABLE_TEXT, [Run(text, half(13), bold=bold)], before=40, after=40)
    para.align = "center" if bold or NUMBER.fullmatch(text) else "left"
    return para


def _least(heading: Para) -> int:
    """Twips that the longest word of a column's heading needs."""
    words = heading.text.split() or [""]
    return round(20 * max(text_width(word, heading.size / 2, bold=True) for word in words)) + CELL_MARGINS + 20


def _kept(para: Para) -> Para:
    para.keep_next = True
    return para


def _close(laid: list[Laid], sizes: Sizes) -> None:
    last = laid[-1] if laid else None
    if isinstance(last, Para) and last.runs:
        last.runs[-1].text = last.runs[-1].text.rstrip(".; ") + "./."
    elif isinstance(last, Grid | Para):  # a table, a picture
        end = running(Role.BODY, "./.", sizes.body)
        end.align, end.first, end.before = "right", 0, GAP
        laid.append(end)


def as_appendix(laid: Sequence[Laid]) -> None:
    """Tell its paragraphs that they stand in an appendix."""
    for block in laid:
        if isinstance(block, Para):
            block.role = Role.APPENDIX_BODY

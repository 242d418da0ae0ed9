"""Columns as tables of every real form, as tabs, as lines of one paragraph (facts 10: header table)."""

from dataclasses import replace
from itertools import zip_longest
from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.shapes import HeadForm, LineForm, Shape
from motcua.engines.decree30.writing.sheet import NATURAL, TWIPS, Columns, Grid, Para, Run, Sheet, Stroke, Use, lines_of
from motcua.engines.decree30.writing.tables import Cell, Flat, FlatSection, FlatSheet, Table

MARGINS: Final = 216  # of a cell, left and right together
WIDER: Final = 500  # twips a wide head sticks out, half of it on each side
MIDDLE: Final = 180  # the empty column between the two


def flattened(sheet: Sheet, shape: Shape) -> FlatSheet:
    """Every block a paragraph or a table."""
    sections = []
    for section in sheet.sections:
        flat = FlatSection(section)
        for block in section.blocks:
            flat.blocks += _flat(block, shape, section.text_width)
        if not flat.blocks or isinstance(flat.blocks[-1], Table):  # neither a body nor a section may end with a table
            flat.blocks.append(_empty())
        sections.append(flat)
    return FlatSheet(sheet, sections)


def _flat(block: Para | Columns | Grid, shape: Shape, width: int) -> list[Flat]:
    if isinstance(block, Para):
        _fit_border(block, width, shape)
        return [block]
    if isinstance(block, Grid):
        rows = [[Cell([para]) for para in row] for row in block.rows]
        return [Table(rows, block.widths, bordered=True, headings=block.headings)]
    if block.use is not Use.HEADER:
        return [Table([[Cell(block.left), Cell(block.right)]], list(block.widths))]
    if shape.head is HeadForm.TABS:
        return [*_tabbed(block, shape)]
    return [_head(block, shape)]


def _fit_border(para: Para, width: float, shape: Shape) -> None:
    """A border is as wide as its paragraph: indents bring it to the length of the line."""
    if para.role is Role.LINE and shape.line is LineForm.PARAGRAPH_BORDER and para.stroke is not None:
        para.left = para.right = max(0, round((width - para.stroke.width * TWIPS) / 2))
        para.stroke, para.ruled = None, True


def _head(block: Columns, shape: Shape) -> Table:
    wider = WIDER if shape.wide else 0
    left, right = block.widths[0] + wider // 2, block.widths[1] + wider // 2
    for paras, width in ((block.left, left), (block.right, right)):
        for para in paras:
            _fit_border(para, width - MARGINS, shape)
    if shape.line is LineForm.CELL_BORDER:
        return _cell_bordered(block, left, right)
    if shape.head is HeadForm.BREAKS:
        block.left, block.right = _broken(block.left, left - MARGINS), _broken(block.right, right - MARGINS)
        rows = [(block.left, block.right)]
    else:
        rows = _rows(block, shape.rows)
    if shape.columns == 3:
        grid, cells = [left - MIDDLE, MIDDLE, right], [[Cell(one), Cell([_empty()]), Cell(two)] for one, two in rows]
    else:
        grid, cells = [left, right], [[Cell(one), Cell(two)] for one, two in rows]
    return Table(cells, grid, indent=-wider // 2)


def _rows(block: Columns, count: int) -> list[tuple[list[Para], list[Para]]]:
    """Names, (lines,) number and date, (what stands below the number), each part filled with an empty paragraph."""
    left, right = block.left, block.right
    if count == 1 or not any(para.row for para in (*left, *right)):
        return [(left, right)]
    names, below = _of_row(block, 0), _of_row(block, 1)
    if count == 2:
        rows = [names, below]
    else:
        lines = tuple([para for para in side if para.role is Role.LINE] for side in names)
        kept = tuple([para for para in side if para.role is not Role.LINE] for side in names)
        rows = [(kept[0], kept[1]), (lines[0], lines[1])]
        rows += [below] if count == 3 else [(below[0][:1], below[1][:1]), (below[0][1:], below[1][1:])]
    return [(one or [_empty()], two or [_empty()]) for one, two in rows]


def _of_row(block: Columns, row: int) -> tuple[list[Para], list[Para]]:
    return [para for para in block.left if para.row == row], [para for para in block.right if para.row == row]


def _cell_bordered(block: Columns, left: int, right: int) -> Table:
    """The line is the upper edge of a cell as wide as it, between two that have none."""
    names, below = _of_row(block, 0), _of_row(block, 1)
    grid, edge = list[int](), list[Cell]()
    for paras, width in ((names[0], left), (names[1], right)):
        stroke = next((para.stroke for para in paras if para.stroke), None)
        wide = round(stroke.width * TWIPS) if stroke is not None else 0
        aside = (width - wide) // 2
        grid += [aside, width - 2 * aside, aside]
        edge += [Cell([_empty()]), Cell([_empty()], ruled=stroke is not None), Cell([_empty()])]
        for para in paras:
            para.stroke = None
    rows = [[Cell(one or [_empty()], 3), Cell(two or [_empty()], 3)] for one, two in (names, below)]
    return Table([rows[0], edge, rows[1]] if any(below) else [rows[0], edge], grid)


def _broken(paras: list[Para], width: int) -> list[Para]:
    """Lines of one format and no gap become one paragraph, parted by breaks; their drawn lines go with them."""
    made: list[Para] = []
    fallen = 0.0
    for para in paras:
        height = len(lines_of(para, width / TWIPS)) * para.size / 2 * NATURAL
        if made and not para.before and not made[-1].after and para.align == made[-1].align:
            fallen += height
            para.runs[0].text = "\n" + para.runs[0].text
            made[-1].runs += para.runs
            if para.stroke is not None:
                made[-1].more += (Stroke(para.stroke.width, para.stroke.dashed, drop=fallen + 1),)
        else:
            fallen = height
            made.append(para)
    return made


def _tabbed(block: Columns, shape: Shape) -> list[Para]:
    """A paragraph a line, its two texts at tabs in the middle of their columns."""
    middles = (block.widths[0] // 2, block.widths[0] + block.widths[1] // 2)
    found = []
    for row in (0, 1):
        left, right = _of_row(block, row)
        for one, two in zip_longest(left, right):
            found.append(_side_by_side(one, two, middles, sum(block.widths)))
    return found


def _side_by_side(one: Para | None, two: Para | None, middles: tuple[int, int], width: int) -> Para:
    first = one or two or _empty()
    made = replace(first, runs=[], align="left", stroke=None, tabs=tuple((middle, "center") for middle in middles))
    for para, middle in zip((one, two), middles, strict=True):
        if para is None:
            continue
        made.runs += [Run("\t" if para is one or one is not None else "\t\t", para.size), *para.runs]
        if para.stroke is not None:
            made.more += (Stroke(para.stroke.width, para.stroke.dashed, shift=(middle - width / 2) / TWIPS),)
    return made


def _empty() -> Para:
    return Para(Role.EMPTY, [Run("", 8)])

"""Lines below a paragraph that it does not bear itself: underscores, borders, drawings in an empty one (trap 3)."""

from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.widths import text_width
from motcua.engines.decree30.writing.shapes import LineForm, Shape
from motcua.engines.decree30.writing.sheet import Block, Para, Run, Stroke

SIZES: Final = (20, 22, 24, 26, 28, 21, 23, 25, 27)  # half-points an underscore may have
TINY: Final = 8  # half-points of the empty paragraph that bears a border or a drawing


def with_lines(blocks: list[Block], shape: Shape) -> list[Block]:
    """Below every paragraph that has a line stands the one that bears it, where the shape wants that."""
    made: list[Block] = []
    for block in blocks:
        made.append(block)
        if isinstance(block, Para) and block.stroke is not None:
            made += _below(block, block.stroke, shape)
    return made


def _below(para: Para, stroke: Stroke, shape: Shape) -> list[Block]:
    if shape.line is LineForm.NONE:
        para.stroke = None
        return []
    if shape.line is LineForm.UNDERSCORES:
        return [_taking(para, _underscores(stroke.width))]
    if shape.line is LineForm.PARAGRAPH_BORDER:
        # Its indents are known once the width of the column is: the writer sets them.
        line = Para(Role.LINE, [Run("", TINY)], stroke=stroke)
        return [_taking(para, line)]
    if shape.apart:
        return [_taking(para, Para(Role.LINE, [Run("", TINY)], align="center", stroke=stroke))]
    return []


def _taking(para: Para, line: Para) -> Para:
    """The line stands for the stroke of the paragraph, and takes the room below it."""
    para.stroke = None
    line.row, line.after, para.after = para.row, para.after, 0
    return line


def _underscores(width: float) -> Para:
    """As many as come nearest to `width` points, of the size that comes nearest."""
    size = min(SIZES, key=lambda size: abs(_count(width, size) * text_width("_", size / 2) - width))
    return Para(Role.LINE, [Run("_" * _count(width, size), size)], align="center", line=160, rule="exact")


def _count(width: float, size: int) -> int:
    return max(3, round(width / text_width("_", size / 2)))

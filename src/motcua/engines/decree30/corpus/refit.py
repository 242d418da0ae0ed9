"""Lines fitted again to a text that was changed, so that a change of letters breaks no rule of lines besides."""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.laying.header import CELL_MARGINS, part_of
from motcua.engines.decree30.writing.sheet import TWIPS, Columns, Para, Sheet, Use, lines_of


def refit(sheet: Sheet) -> None:
    """The line under the motto is as long as it; those under issuer and trích yếu a third to half of the text."""
    for section in sheet.sections:
        for block in section.blocks:
            if isinstance(block, Columns) and block.use is Use.HEADER:
                _names(block)
            elif isinstance(block, Para) and block.role is Role.SUBJECT and block.stroke is not None:
                block.stroke.width = part_of(lines_of(block, section.text_width / TWIPS))


def _names(block: Columns) -> None:
    for motto in block.right:
        if motto.role is Role.MOTTO and motto.stroke is not None:
            motto.stroke.width = motto.width()
    issuer = [para for para in block.left if para.role is Role.ISSUER]
    if issuer and issuer[-1].stroke is not None:
        room = (block.widths[0] - CELL_MARGINS) / TWIPS
        issuer[-1].stroke.width = part_of([wide for para in issuer for wide in lines_of(para, room)])

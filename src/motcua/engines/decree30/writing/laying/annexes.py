"""What follows: appendices, a document issued by it, a copy on paper (Mục III.1; templates 1.3, 2.1, 3.1)."""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Appendix, Copy, Draft
from motcua.engines.decree30.writing.kinds import COPIES
from motcua.engines.decree30.writing.laying.body import as_appendix, content
from motcua.engines.decree30.writing.laying.closing import beside, recipients, signature
from motcua.engines.decree30.writing.laying.header import (
    BELOW_LINE,
    columns_of,
    day_words,
    names,
    nation,
    number_line,
    place_date,
)
from motcua.engines.decree30.writing.laying.measures import GAP, Sizes, centred
from motcua.engines.decree30.writing.laying.opening import title
from motcua.engines.decree30.writing.sheet import Block, Columns, Para, Run, Section, Use


def appendix(part: Appendix, draft: Draft, sizes: Sizes, section: Section) -> None:
    """Its number, its name in capitals, where it belongs to, its content; pages from 1 (Mục III.1)."""
    if part.landscape:
        turn(section)
    number = centred(Role.APPENDIX, f"Phụ lục {part.number}".rstrip(), sizes.appendix, bold=True)
    name = centred(Role.APPENDIX_NAME, part.name.upper(), sizes.body, bold=True)
    pointer = centred(Role.APPENDIX_POINTER, part.pointer or _pointer("Văn bản", draft), sizes.body, italic=True)
    pointer.after = 2 * GAP
    laid = content(part.blocks, sizes, section.text_width)
    as_appendix(laid)
    section.blocks = [number, name, pointer, *laid]


def attached(draft: Draft, sizes: Sizes, section: Section) -> None:
    """A document issued by this one, with its own Quốc hiệu and without Số and date (template 1.3)."""
    part = draft.attached
    if part is None:
        return
    widths = columns_of(section.text_width)
    head = Columns(Use.HEADER, names(draft.superior, draft.issuer, sizes, widths[0]), nation(sizes), widths)
    kind = "Nghị quyết" if draft.type.abbreviation == "NQ" else "Quyết định"
    pointer = centred(Role.APPENDIX_POINTER, part.pointer or _pointer(kind, draft), sizes.body, italic=True)
    pointer.after = 2 * GAP
    above = title(part.name, part.subject, sizes, section.text_width)
    section.blocks = [head, *above, pointer, *content(part.blocks, sizes, section.text_width)]


def _pointer(kind: str, draft: Draft) -> str:
    issued = "Ban hành kèm" if draft.type.dated_symbol else "Kèm"
    number = number_line(draft.number, draft.whole_symbol).removeprefix("Số: ")
    return f"({issued} theo {kind} số {number} {day_words(draft.date)} của {draft.issuer_name or '…'})"


def copy(part: Copy, sizes: Sizes, width: int) -> list[Block]:
    """Below the end of the document, under a line over the text width (Phụ lục I, Phần II, Mục II)."""
    rule = Para(Role.LINE, [Run("", 20)], ruled=True, before=2 * GAP)
    widths = columns_of(width)
    left = names(part.superior, part.issuer, sizes, widths[0])
    number = centred(Role.NUMBER_LINE, number_line(part.number, f"{part.form}-{part.symbol}"), sizes.number)
    form = centred(Role.COPY_FORM, COPIES[part.form], sizes.body, bold=True)
    day = place_date(part.place, part.date, sizes)
    for below in (number, day):
        below.row, below.before = 1, BELOW_LINE
    head = Columns(Use.HEADER, [*left, number], [form, day], widths)
    apart = Para(Role.EMPTY, [Run("", 12)])
    return [rule, head, apart, beside(recipients(part.recipients, sizes), signature(part.signature, sizes), width)]


def turn(section: Section) -> None:
    """Landscape, as the portrait page turned: its top is the left edge."""
    section.landscape = True
    section.width, section.height = section.height, section.width
    section.top, section.right, section.bottom, section.left = section.left, section.top, section.right, section.bottom

"""Draft to sheet: each type by its template of Phụ lục III, Mục II, within the limits of Phụ lục I."""

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.draft import Draft
from motcua.engines.decree30.writing.laying import annexes
from motcua.engines.decree30.writing.laying.body import content
from motcua.engines.decree30.writing.laying.closing import closing
from motcua.engines.decree30.writing.laying.header import head
from motcua.engines.decree30.writing.laying.measures import LARGE, Sizes, half
from motcua.engines.decree30.writing.laying.opening import opening
from motcua.engines.decree30.writing.sheet import TWIPS, Block, Columns, Grid, Para, Run, Section, Sheet, height_of


def lay_out(draft: Draft, sizes: Sizes = LARGE) -> Sheet:
    """The sheet of a draft. sizes: LARGE is the triple 13/14/14, SMALL 12/13/13 (footnote of Mục V)."""
    main = _section(sizes)
    width = main.text_width
    main.blocks = [
        head(draft, sizes, width), *opening(draft, sizes, width), *content(draft.body, sizes, width), _apart(),
    ]  # fmt: skip
    _keep_together(main.blocks)
    main.blocks += closing(draft, sizes, width)
    if draft.copy is not None:
        main.blocks += annexes.copy(draft.copy, sizes, width)
    _marks(main, draft, sizes)
    sections = [main, *_annexes(draft, sizes)]
    return Sheet(draft.kind, sections, draft.subject or draft.type.name.capitalize(), pages_of(sections))


def _section(sizes: Sizes, *, restart: int | None = None) -> Section:
    """A4 upright, 20/20/30/15 mm (Mục I); page numbers in the middle of the top margin, not on page 1 (Mục I.7)."""
    number = Para(Role.UNKNOWN, [Run("2", half(sizes.page_number), field="PAGE")], align="center")
    return Section(header=[number], restart=restart)


def _annexes(draft: Draft, sizes: Sizes) -> list[Section]:
    sections = []
    if draft.attached is not None:
        sections.append(_section(sizes, restart=1))
        annexes.attached(draft, sizes, sections[-1])
    for part in draft.appendices:
        sections.append(_section(sizes, restart=1))
        annexes.appendix(part, draft, sizes, sections[-1])
    return sections


def _apart() -> Para:
    """A little room between the text and the block of the signature."""
    return Para(Role.EMPTY, [Run("", 12)])


def _keep_together(blocks: list[Block]) -> None:
    """The last paragraph goes on the page of the signature: a signature alone on a page invites abuse."""
    for block in blocks[-2:]:
        if isinstance(block, Para):
            block.keep_next = True


def _marks(section: Section, draft: Draft, sizes: Sizes) -> None:
    """Boxes 11 and 13, in the margins of page 1 (Mục III.2c, III.4)."""
    if draft.circulation:
        mark = Run(draft.circulation, half(13), bold=True)
        section.first_header = [Para(Role.CIRCULATION, [mark], align="center", right=5400, boxed=True)]
    if draft.address:
        section.first_footer = [Para(Role.ADDRESS, [Run(draft.address, half(sizes.address))], ruled=True)]


def pages_of(sections: list[Section]) -> int:
    """About how many pages these are, by the widths of the letters."""
    pages = 0
    for section in sections:
        room = (section.height - section.top - section.bottom) / TWIPS
        used = sum(_height(block, section.text_width / TWIPS) for block in section.blocks)
        pages += max(1, -int(-used // room))
    return pages


def _height(block: Para | Columns | Grid, width: float) -> float:
    if isinstance(block, Para):
        return height_of(block, width)
    if isinstance(block, Columns):
        halves = zip((block.left, block.right), block.widths, strict=True)
        return max(sum(height_of(para, wide / TWIPS - 11) for para in paras) for paras, wide in halves)
    return sum(
        max(height_of(para, wide / TWIPS - 11) for para, wide in zip(row, block.widths, strict=True))
        for row in block.rows
    )

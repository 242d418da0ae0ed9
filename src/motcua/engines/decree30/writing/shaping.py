"""What a shape makes of a sheet before it is written: the same look by other means (facts 10)."""

import copy
import unicodedata
from collections.abc import Callable
from typing import Final, TypeAlias

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.columns import flattened
from motcua.engines.decree30.writing.rules_as_paragraphs import with_lines
from motcua.engines.decree30.writing.shapes import RecipientsForm, Shape, SpacingForm
from motcua.engines.decree30.writing.sheet import NATURAL, Block, Columns, Para, Run, Sheet
from motcua.engines.decree30.writing.tables import FlatSheet

RUNNING: Final = frozenset({Role.LEGAL_BASIS, Role.HEADING, Role.ARTICLE, Role.CLAUSE, Role.POINT, Role.BODY})
DEFAULT_TAB: Final = 720
Step: TypeAlias = Callable[[list[Block], Shape], list[Block]]


def shaped(sheet: Sheet, shape: Shape) -> FlatSheet:
    """A copy of the sheet in this shape; the one given stays as it is."""
    made = copy.deepcopy(sheet)
    for section in made.sections:
        section.blocks = _through(section.blocks, shape)
    if shape.nfd:
        for para in made.paragraphs():
            for run in para.runs:
                run.text = unicodedata.normalize("NFD", run.text)
    return flattened(made, shape)


def _through(blocks: list[Block], shape: Shape) -> list[Block]:
    """Every step over the blocks, and over both columns of a head or a signature."""
    for step in (_respaced, _with_empty_gaps, _tabbed, _listed, _with_drafter, _regrouped, with_lines):
        blocks = step(blocks, shape)
        for block in blocks:
            if isinstance(block, Columns):
                block.left = [one for one in step([*block.left], shape) if isinstance(one, Para)]
                block.right = [one for one in step([*block.right], shape) if isinstance(one, Para)]
    return blocks


def _paras(blocks: list[Block], *roles: Role) -> list[Para]:
    return [one for one in blocks if isinstance(one, Para) and one.role in roles]


def _respaced(blocks: list[Block], shape: Shape) -> list[Block]:
    """Exactly, or at least, 1.05 lines instead of a multiple; a spoiled spacing stays spoiled."""
    if shape.spacing is not SpacingForm.AS_LAID:
        for para in _paras(blocks, *RUNNING):
            if para.rule == "auto" and 240 <= para.line <= 360:
                exact = shape.spacing is SpacingForm.EXACT
                para.rule, para.line = ("exact", _exact(para.size)) if exact else ("atLeast", 320)
    return blocks


def _exact(size: int) -> int:
    """Twips of 17 points for letters of 14, 16 for 13: one line and a little (facts 2)."""
    return -int(-size / 2 * NATURAL * 1.02 // 1) * 20


def _with_empty_gaps(blocks: list[Block], shape: Shape) -> list[Block]:
    """An empty paragraph between two of running text, instead of 6 points."""
    if not shape.empty_gaps:
        return blocks
    made: list[Block] = []
    for at, block in enumerate(blocks):
        made.append(block)
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        if _is_running(block) and _is_running(following) and isinstance(block, Para) and block.after:
            block.after = 0
            made.append(Para(Role.EMPTY, [Run("", 16)]))
    return made


def _is_running(block: Block | None) -> bool:
    return isinstance(block, Para) and block.role in RUNNING


def _tabbed(blocks: list[Block], shape: Shape) -> list[Block]:
    """The first line goes in by a tab typed before it."""
    if shape.indent_by_tab:
        for para in _paras(blocks, *RUNNING):
            if para.first > 0 and not para.left:
                if para.first != DEFAULT_TAB:
                    para.tabs = ((para.first, "left"),)
                para.first = 0
                para.runs[0].text = "\t" + para.runs[0].text
    return blocks


def _listed(blocks: list[Block], shape: Shape) -> list[Block]:
    """Recipients get their dash from an automatic list."""
    if shape.automatic_dashes:
        for para in _paras(blocks, Role.RECIPIENTS):
            if para.text.startswith("- "):
                para.runs[0].text = para.runs[0].text[2:]
                para.listed = True
    return blocks


def _with_drafter(blocks: list[Block], shape: Shape) -> list[Block]:
    """The drafter's name as subscript, of the size of its line, behind the last recipient (36 of 50 real files)."""
    last = _paras(blocks, Role.RECIPIENTS)[-1:]
    if shape.drafter and last and last[0].text.startswith("- Lưu"):
        size = last[0].runs[-1].size
        last[0].runs[-1].text = last[0].runs[-1].text.rstrip(".") + " "
        last[0].runs += [Run(shape.drafter, size, raised="subscript"), Run(".", size)]
    return blocks


def _regrouped(blocks: list[Block], shape: Shape) -> list[Block]:
    """The first recipient in the paragraph of its label, or the first two in one paragraph."""
    items = _paras(blocks, Role.RECIPIENTS)
    labels = _paras(blocks, Role.RECIPIENTS_LABEL)
    if shape.recipients is RecipientsForm.WITH_LABEL and labels and items:
        return _joined(blocks, labels[0], items[0], "\t")
    if shape.recipients is RecipientsForm.BROKEN and len(items) > 1:
        return _joined(blocks, items[0], items[1], "\n")
    return blocks


def _joined(blocks: list[Block], first: Para, second: Para, between: str) -> list[Block]:
    second.runs[0].text = between + second.runs[0].text
    first.runs += second.runs
    return [one for one in blocks if one is not second]

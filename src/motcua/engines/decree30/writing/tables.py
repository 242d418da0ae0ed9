"""A sheet as the file will hold it: heads and signatures become tables (or tabs), every cell a list of paragraphs."""

from dataclasses import dataclass, field
from typing import TypeAlias

from motcua.engines.decree30.writing.sheet import Para, Section, Sheet


@dataclass(slots=True)
class Cell:
    """A cell. ruled: a line on its upper edge."""

    paras: list[Para]
    span: int = 1
    ruled: bool = False


@dataclass(slots=True)
class Table:
    """A table. grid: widths of its columns in twips. indent: twips, negative where it begins in the margin."""

    rows: list[list[Cell]]
    grid: list[int]
    indent: int = 0
    bordered: bool = False
    headings: int = 0


Flat: TypeAlias = Para | Table


@dataclass(slots=True)
class FlatSection:
    """A section whose blocks are paragraphs and tables."""

    page: Section
    blocks: list[Flat] = field(default_factory=list)


@dataclass(slots=True)
class FlatSheet:
    """A sheet whose blocks are paragraphs and tables, in the order of the file."""

    sheet: Sheet
    sections: list[FlatSection]

    def paragraphs(self) -> list[Para]:
        """Paragraphs of the flow, in the order in which a reader meets them."""
        found: list[Para] = []
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Para):
                    found.append(block)
                else:
                    found += [para for row in block.rows for cell in row for para in cell.paras]
        return found

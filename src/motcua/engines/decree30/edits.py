"""Changes that mend a finding, named where it is found and made by `fixing`."""

from dataclasses import dataclass
from typing import Any

from motcua.engines.decree30.reading.model import Paragraph, Run


@dataclass(frozen=True, slots=True)
class SetRun:
    """A property of letters: sz (half-points), b, i, caps (True, False), font (a name), color."""

    run: Run
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A property of a paragraph: align, rule, contextual; first, left, before, after, line, tab (twips)."""

    paragraph: Paragraph
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class SetSection:
    """A margin or size of a section, in twips; title_page, start."""

    section: int
    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class AddPageNumber:
    """A header with the number of the page, for a section that has none."""

    section: int


@dataclass(frozen=True, slots=True)
class PutPageNumber:
    """The number of the page into an empty paragraph of a header in force."""

    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class SetText:
    """Letters [begin, end) of a paragraph become `text`: only where the decree fixes the one right result."""

    paragraph: Paragraph
    begin: int
    end: int
    text: str


Edit = SetRun | SetParagraph | SetSection | SetText | AddPageNumber | PutPageNumber

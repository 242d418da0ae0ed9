"""A text that a person reads, in both languages."""

from dataclasses import dataclass
from typing import Final

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Vietnamese (`vi`) and English (`en`)."""

    vi: str
    en: str

    def __post_init__(self) -> None:
        if not (self.vi and self.en):
            raise ValueError("a text needs both languages")

    def words(self, language: str) -> str:
        """The sentence in `language`; Vietnamese unless the reader chose English."""
        return self.en if language.startswith("en") else self.vi


def plain_cell(value: str) -> str:
    """What a person typed, for a cell of a spreadsheet: never read as a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value

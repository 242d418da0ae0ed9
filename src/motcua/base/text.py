"""A text that a person reads, in both languages."""

from dataclasses import dataclass


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

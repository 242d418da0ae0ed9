"""A text in both languages. The engine's own: engines import nothing from the floors above."""

from typing import NamedTuple


class Words(NamedTuple):
    """The same sentence in Vietnamese (`vi`) and English (`en`)."""

    vi: str
    en: str

"""How wide a text stands on paper, for the lines drawn under it (Nghị định 30/2020, Phụ lục I, Mục II.1b, 2b, 5b).

Widths are those of Times New Roman; tools/measure_letters.py read them into widths.json from the metric-equal Tinos.
"""

import functools
import json
import unicodedata
from pathlib import Path
from typing import Final

PER_EM: Final = 2048
UNKNOWN: Final = PER_EM // 2  # a letter no table knows: about the average of Times New Roman
TABLE: Final = Path(__file__).with_name("widths.json")


class _Widths(dict[str, int]):
    """Advance widths of one face in font units; the letter no one knows gets the average, a combining mark none."""

    def __missing__(self, letter: str) -> int:
        return 0 if unicodedata.category(letter) in {"Mn", "Me", "Cc", "Cf"} else UNKNOWN


@functools.cache
def _faces() -> dict[tuple[bool, bool], _Widths]:
    """Faces by (bold, italic)."""
    held = json.loads(TABLE.read_text(encoding="utf-8"))
    names = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}
    return {key: _Widths(zip(held["letters"], held[name], strict=True)) for key, name in names.items()}


def text_width(text: str, points: float, *, bold: bool = False, italic: bool = False) -> float:
    """Width in points of `text` set on one line in Times New Roman of `points` points; a tab or a break is nothing.

    Composed and combining letters are equally wide: the text is composed first.
    """
    widths = _faces()[bold, italic]
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return sum([widths[letter] for letter in text]) * points / PER_EM

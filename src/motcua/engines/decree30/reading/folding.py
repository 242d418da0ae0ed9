"""Properties that repeat through a document are parsed once: two paragraphs in three are set like another one.

Before parsing, what stands within <w:pPr> and <w:rPr> is replaced, from its second occurrence on, by the number of the
first. The reader then knows a format by the very bytes that ask for it, without looking at an element of it.
"""

from dataclasses import dataclass, field
from typing import Final

NUMBER: Final = "n"  # the attribute that bears the number; in no namespace, so no property of Word's
_NUMBER: Final = NUMBER.encode("ascii")
_APART: Final = (b"<w:sectPr", b"?>")  # the end of a section is no format; an instruction's letters are no elements


@dataclass(slots=True)
class Folded:
    """A part made smaller. paragraphs, runs: by number, what stands within the properties."""

    data: bytes
    paragraphs: dict[str, bytes] = field(default_factory=dict)
    runs: dict[str, bytes] = field(default_factory=dict)


def fold(data: bytes) -> Folded:
    """The part with repeated properties as numbers; whole where comments or CDATA may hold what looks like them."""
    if b"<!" in data:
        return Folded(data)
    smaller, paragraphs = _without_repetitions(data, b"pPr")
    smaller, runs = _without_repetitions(smaller, b"rPr")
    return Folded(smaller, paragraphs, runs)


def _without_repetitions(data: bytes, name: bytes) -> tuple[bytes, dict[str, bytes]]:
    begin, close = b"<w:%b>" % name, b"</w:%b>" % name
    head, *rest = data.split(begin)
    shorter: dict[bytes, bytes] = {}
    numbered: dict[str, bytes] = {}
    parts = [head]
    for piece in rest:
        inner, closed, after = piece.partition(close)
        known = shorter.get(inner)
        if known is not None:
            parts += (known, after)
        elif not closed or any(mark in inner for mark in _APART):  # not closed: it holds its like, under tracking
            parts += (begin, piece)
        else:
            number = len(numbered)
            numbered[str(number)] = inner
            shorter[inner] = b'<w:%b %b="%d"/>' % (name, _NUMBER, number)
            parts += (b'<w:%b %b="%d">' % (name, _NUMBER, number), inner, close, after)
    return b"".join(parts), numbered

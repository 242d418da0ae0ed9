"""A sentence as pieces: words, and figures that know whence they come."""

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

FORMATTER: Final = string.Formatter()


@dataclass(frozen=True, slots=True)
class Figure:
    """What was reckoned. value: a count, a share in tenths of a percent, or nothing where words are all there is.

    text: as a sentence writes it.
    """

    code: str
    value: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure in a sentence. text: as it reads. own: what was reckoned, where a hand has changed it; else empty."""

    code: str
    text: str
    own: str = ""

    @property
    def by_hand(self) -> bool:
        """Did somebody write another number than the data give?"""
        return bool(self.own) or not self.code


Piece: TypeAlias = str | Shown


def fields_of(template: str) -> tuple[str, ...]:
    """Codes of the figures that a template names."""
    return tuple(name for _text, name, _form, _turn in FORMATTER.parse(template) if name)


def said(template: str, figures: Mapping[str, Figure]) -> tuple[Piece, ...] | None:
    """The sentence, or None where a figure it names was not reckoned: what is not in the data is not written."""
    pieces: list[Piece] = []
    for text, name, _form, _turn in FORMATTER.parse(template):
        if text:
            pieces.append(text)
        if name:
            figure = figures.get(name)
            if figure is None:
                return None
            pieces.append(Shown(name, figure.text))
    return capitalised(pieces)


def capitalised(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A sentence begins with a capital, also where a figure begins it."""
    if not pieces:
        return ()
    first = pieces[0]
    if isinstance(first, Shown):
        first = Shown(first.code, first.text[:1].upper() + first.text[1:], first.own)
    else:
        first = first[:1].upper() + first[1:]
    return (first, *pieces[1:])


def plain(pieces: Sequence[Piece]) -> str:
    """What a reader sees."""
    return "".join([piece if isinstance(piece, str) else piece.text for piece in pieces])

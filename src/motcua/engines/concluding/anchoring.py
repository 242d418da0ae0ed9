"""A sentence that a hand has changed: figures keep their roots, a changed number is known as such.

The old text and the new are compared word by word. A figure whose words all stand keeps its root. A number that stands
where a figure stood is that figure, changed by hand. Another number that the data did not give is one of a hand too.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from motcua.engines.concluding.sentences import Piece, Shown, plain

NUMBER: Final = re.compile(r"\d[\d.,]*%?")
TOKEN: Final = re.compile(r"\d[\d.,]*\d%?|\d%?|\w+|\s+|[^\w\s]")


def anchored(old: Sequence[Piece], new: str) -> tuple[Piece, ...]:
    """The pieces of the new text; `plain` of them is `new`."""
    before, owners = _tokens(old)
    after = TOKEN.findall(new)
    if "".join(after) != new:  # a sign that is none of the above
        after = list(new)
    roots = _roots(before, owners, after)
    return tuple(_pieces(list(old), after, roots))


def _tokens(pieces: Sequence[Piece]) -> tuple[list[str], list[int | None]]:
    """Words of the old text and, of each, which piece it belongs to where that is a figure of the data."""
    tokens: list[str] = []
    owners: list[int | None] = []
    for at, piece in enumerate(pieces):
        found = TOKEN.findall(piece if isinstance(piece, str) else piece.text)
        tokens += found
        owners += [at if isinstance(piece, Shown) and piece.code else None] * len(found)
    return tokens, owners


def _roots(before: list[str], owners: list[int | None], after: list[str]) -> list[int | None]:
    """Of each new word, the figure it stands for."""
    roots: list[int | None] = [None] * len(after)
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            roots[c:d] = owners[a:b]
        elif kind == "replace":
            _replaced(owners[a:b], after, roots, c, d)
    return _whole(before, owners, after, roots)


def _replaced(owners: list[int | None], after: list[str], roots: list[int | None], c: int, d: int) -> None:
    """Numbers that took the place of figures, in their order."""
    waiting = list(dict.fromkeys(owner for owner in owners if owner is not None))
    for place in range(c, d):
        if waiting and NUMBER.fullmatch(after[place]):
            roots[place] = waiting.pop(0)


def _whole(before: list[str], owners: list[int | None], after: list[str], roots: list[int | None]) -> list[int | None]:
    """A figure stands in one run of words; of one that was torn apart only the first run is kept."""
    seen: set[int] = set()
    last: int | None = None
    for place, root in enumerate(roots):
        if root is None or root == last:
            last = root
            continue
        if root in seen:
            roots[place], last = None, None
            continue
        seen.add(root)
        last = root
    return roots


def _pieces(old: list[Piece], after: list[str], roots: list[int | None]) -> Iterator[Piece]:
    words, place = "", 0
    while place < len(after):
        root = roots[place]
        if root is None:
            token = after[place]
            place += 1
            if NUMBER.fullmatch(token) and token not in plain([piece for piece in old if isinstance(piece, str)]):
                if words:
                    yield words
                words = ""
                yield Shown("", token)
            else:
                words += token
            continue
        run = ""
        while place < len(after) and roots[place] == root:
            run += after[place]
            place += 1
        if words:
            yield words
        words = ""
        yield _figure(old[root], run)
    if words:
        yield words


def _figure(piece: Piece, run: str) -> Shown:
    assert isinstance(piece, Shown)  # noqa: S101 - only figures have owners
    own = piece.own or piece.text
    return Shown(piece.code, run) if run == own else Shown(piece.code, run, own)

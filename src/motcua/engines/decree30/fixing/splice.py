"""Byte for byte: of a part that was changed, only what was changed is written anew; all else keeps its own bytes.

lxml writes `<v:line></v:line>` as `<v:line/>`: the same to every reader, and yet not the same file.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

TAG: Final = re.compile(rb"<(/?)([^\s/>!?]+)[^>]*?(/?)>")
DRAWN: Final = frozenset({b"mc:AlternateContent", b"w:drawing", b"w:pict", b"w:object"})

Span = tuple[int, int]


def spliced(original: bytes, tree: "etree._Element", body: "etree._Element", touched: set[Any]) -> bytes:
    """The part as bytes: untouched children of `body` as they were, drawings in touched ones as they were.

    Where original and tree cannot be laid side by side, all of the part is written anew.
    """
    new = etree.tostring(tree, encoding="UTF-8")
    depth = len(list(body.iterancestors())) + 1
    before, after = list(_spans(original, depth)), list(_spans(new, depth))
    children = list(body)
    start = sum(len(list(above.itersiblings(preceding=True))) for above in [body, *body.iterancestors()])
    if start or len(before) != len(after) or len(before) != len(children):
        return _with_drawings(original, new)
    pieces: list[bytes] = []
    last = 0
    for child, old, fresh in zip(children, before, after, strict=True):
        pieces.append(new[last : fresh[0]])
        own, made = original[slice(*old)], new[slice(*fresh)]
        pieces.append(_with_drawings(own, made) if child in touched else own)
        last = fresh[1]
    pieces.append(new[last:])
    return b"".join(pieces)


def _spans(data: bytes, depth: int) -> Iterator[Span]:
    """Elements at this depth (the root is 0), in order."""
    level = 0
    begin = 0
    for found in TAG.finditer(data):
        closing, single = found[1] == b"/", found[3] == b"/"
        if closing:
            level -= 1
            if level == depth:
                yield begin, found.end()
        else:
            if level == depth:
                begin = found.start()
                if single:
                    yield begin, found.end()
            level += not single


def _with_drawings(original: bytes, new: bytes) -> bytes:
    """Drawings keep their bytes: none of them is ever edited, and their order stays."""
    before, after = list(_drawings(original)), list(_drawings(new))
    if len(before) != len(after):
        return new
    pieces: list[bytes] = []
    last = 0
    for old, fresh in zip(before, after, strict=True):
        pieces += [new[last : fresh[0]], original[slice(*old)]]
        last = fresh[1]
    return b"".join([*pieces, new[last:]])


def _drawings(data: bytes) -> Iterator[Span]:
    """The outermost drawings."""
    level = 0
    begin = 0
    for found in TAG.finditer(data):
        if found[2] not in DRAWN or found[3] == b"/":
            continue
        if found[1] == b"/":
            level -= 1
            if level == 0:
                yield begin, found.end()
        else:
            if level == 0:
                begin = found.start()
            level += 1

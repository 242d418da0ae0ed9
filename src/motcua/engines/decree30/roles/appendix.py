"""What follows the signature: appendices, each with label, name and pointer (Mục III.1)."""

import re
from typing import Final

from motcua.engines.decree30.reading.flow import underscored
from motcua.engines.decree30.reading.model import Paragraph
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part, Place
from motcua.engines.decree30.roles.pieces import Piece, by_lines, whole_piece

LONGEST_LABEL: Final = 60
HEAD_LINES: Final = 10
LABEL: Final = re.compile(r"^phụ\s+(?:lục|biểu)\s*(?:số\s*)?[:.]?\s*([ivxlc]+|\d+[a-z]?|[a-z])?\s*[.:]?\s*(.*)$",
                          re.IGNORECASE | re.DOTALL)  # fmt: skip


def heads_at(paragraphs: list[Paragraph], begin: int) -> list[int]:
    """Where appendices begin: their word on a line of its own, in the middle or at the top of a page."""
    found: list[int] = []
    for at in range(begin, len(paragraphs)):
        paragraph = paragraphs[at]
        text = paragraph.text.strip()
        if not text or text[0] not in "pP" or not words.APPENDIX.match(text) or len(text) > 200:
            continue
        line = text.split("\n")[0]
        begins = paragraph.starts_page or (at > 0 and paragraphs[at - 1].section != paragraph.section)
        alone = begins or paragraph.format.align in {"center", "right"} or line.isupper()
        if alone and len(line) <= LONGEST_LABEL + 40:
            found.append(at)
    return found


def read_appendix(part: Part, paragraphs: list[Paragraph]) -> None:
    """Label, name and pointer at its head; the rest is its body."""
    part.place = Place.APPENDIX
    lines = [piece for paragraph in paragraphs[:HEAD_LINES] for piece in by_lines(paragraph)
             if underscored(paragraph) is None]  # fmt: skip
    head: set[int] = set()
    named = pointed = False
    for at, piece in enumerate(lines):
        if at == 0 and words.APPENDIX.match(piece.text):
            part.add(piece, Role.APPENDIX, 1.0)
        elif words.POINTER.match(piece.text) and (piece.centered or piece.text.startswith("(")) and not pointed:
            part.add(piece, Role.APPENDIX_POINTER, 1.0)
            pointed = True
        elif not pointed and piece.paragraph.cell is None and _is_name(piece, first=not named):
            part.add(piece, Role.APPENDIX_NAME, 0.9 if piece.capitals else 0.7)
            named = True
        else:
            break
        head.add(piece.paragraph.index)
    for paragraph in paragraphs:
        if paragraph.index not in head and paragraph.text.strip():
            piece = whole_piece(paragraph)
            part.pieces.append(_of_body(piece))
    part._by_role = None


def _is_name(piece: Piece, *, first: bool) -> bool:
    """Lines under the label: capitals, wherever they stand if they are the first; or the middle."""
    if piece.capitals and first and (piece.bold or piece.centered):
        return True
    return piece.centered and (piece.capitals or first)


def _of_body(piece: Piece) -> Piece:
    line = underscored(piece.paragraph) is not None
    piece.role, piece.confidence = (Role.LINE if line else Role.APPENDIX_BODY), 1.0
    return piece

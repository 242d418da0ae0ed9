"""A copy's own lines below a document: its form, agency, number, date, who signs (Phụ lục I, Phần II, II)."""

from typing import Final

from motcua.engines.decree30.reading.model import Paragraph
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.foot import find_foot, read_foot
from motcua.engines.decree30.roles.head import Before, pieces_of, scored, tell_superior
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part, Place
from motcua.engines.decree30.roles.pieces import Piece, by_sides

LONGEST_FORM: Final = 40
NEAR: Final = 10  # paragraphs in which the form must come
FORMS: Final = tuple(words.plain(word) for word in ("sao", "trích sao", "bản sao", "bản trích sao"))


def form_of(paragraphs: list[Paragraph]) -> Piece | None:
    """The line that names the form of the copy: "SAO Y", also an old or a wrong one ("BẢN SAO")."""
    for paragraph in paragraphs[:NEAR]:
        for piece in by_sides(paragraph):
            if piece.capitals and len(piece.text) <= LONGEST_FORM and words.begins(piece.plain, FORMS):
                return piece
    return None


def read_copy(part: Part, paragraphs: list[Paragraph], form: Piece) -> None:
    """Roles of a copy's lines."""
    part.place = Place.COPY
    end = _head_end(paragraphs, form)
    before = Before()
    names: list[Piece] = []
    for piece in pieces_of(paragraphs[:end], form):
        if piece.paragraph is form.paragraph and piece.plain == form.plain:
            part.add(piece, Role.COPY_FORM, 1.0)
            continue
        role, confidence = (piece.role, 1.0) if piece.role is Role.LINE else scored(piece, before)
        before.note(role, piece.side)
        part.add(piece, role, confidence)
        if role is Role.ISSUER:
            names.append(piece)
    tell_superior(part, names)
    foot = find_foot(paragraphs, end)
    if foot is not None:
        read_foot(part, paragraphs[foot[0] : foot[1]])


def _head_end(paragraphs: list[Paragraph], form: Piece) -> int:
    """Behind the table of the form; outside tables behind its place and date."""
    cell = form.paragraph.cell
    last = 0
    for at, paragraph in enumerate(paragraphs):
        if cell is not None and paragraph.cell is not None and paragraph.cell.table == cell.table:
            last = at + 1
        elif cell is None and at < NEAR and words.DATE.search(paragraph.text):
            return at + 1
    return last or NEAR

"""What the rules look at: pieces by role, and the formats in use, gathered once for all rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from motcua.engines.decree30.limits import Limits
from motcua.engines.decree30.reading.formats import RunFormat
from motcua.engines.decree30.reading.model import Document, Line, Paragraph, Run, Section
from motcua.engines.decree30.register import Citation, Register
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import CONTENT, RUNNING, Layout, Part
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Judgement


@dataclass(slots=True)
class Use:
    """One format, and the runs that bear it with the paragraphs they stand in."""

    format: RunFormat
    runs: list[tuple[Paragraph, Run]]


class View:
    """A file as the rules see it. Everything that several rules ask is found once."""

    def __init__(self, layout: Layout, limits: Limits, register: Register | None = None) -> None:
        self.layout, self.limits = layout, limits
        self.register = register
        self.document: Document = layout.document
        self._pieces: dict[tuple[tuple[Role, ...], bool], list[Piece]] = {}
        self._appended: dict[tuple[Role, ...], list[Piece]] = {}
        self._uses: dict[object, list[Use]] = {}
        self._running: list[Paragraph] | None = None
        self.cited: list[Citation] | None = None
        self.lines: dict[int, list[Line]] = {}  # drawn at a paragraph, by its index
        self.absent: dict[tuple[Role, ...], Judgement | None] = {}

    @property
    def parts(self) -> list[Part]:
        """All parts, in order."""
        return self.layout.parts

    @property
    def main(self) -> Part | None:
        """The first document."""
        return self.layout.main

    @property
    def kind(self) -> str:
        """Code of the type of the first document, "" where it is not of the 29."""
        return "" if self.main is None or self.main.kind is None else self.main.kind.code

    def pieces(self, *roles: Role, attached: bool = True) -> list[Piece]:
        """Pieces of these roles in documents (and in what is attached with a header of its own)."""
        key = (roles, attached)
        found = self._pieces.get(key)
        if found is None:
            parts = self.layout.headed if attached else self.layout.documents
            found = self._pieces[key] = [piece for part in parts for piece in part.of(*roles)]
        return found

    def appended(self, *roles: Role) -> list[Piece]:
        """Pieces of these roles in any part: appendices and copies too."""
        found = self._appended.get(roles)
        if found is None:
            parts = self.layout.parts
            found = parts[0].of(*roles) if len(parts) == 1 else [one for part in parts for one in part.of(*roles)]
            self._appended[roles] = found
        return found

    def uses(self, *roles: Role) -> list[Use]:
        """Formats of all letters of these roles."""
        found = self._uses.get(roles)
        if found is None:
            found = self._uses[roles] = uses_of(piece for piece in self.appended(*roles) if piece.sure)
        return found

    def uses_of_content(self) -> list[Use]:
        """Formats of the content of the documents: bases to the last line; tables are for P4.any_font."""
        found = self._uses.get("content")
        if found is None:
            roles = tuple(role for role in CONTENT if role is not Role.TABLE_TEXT)
            found = self._uses["content"] = uses_of(self.pieces(*roles))
        return found

    def uses_of_running(self) -> list[Use]:
        """Formats of the running text; headings and articles have sizes and weights of their own (C7, C10)."""
        found = self._uses.get("running")
        if found is None:
            own = {id(piece.paragraph) for piece in self.pieces(Role.HEADING, Role.ARTICLE)}
            found = self._uses["running"] = uses_in((one, one.runs) for one in self.running if id(one) not in own)
        return found

    def uses_of_all(self) -> list[Use]:
        """Formats of everything printed: the flow, headers and footers in force, notes; page numbers left out."""
        found = self._uses.get("all")
        if found is None:
            paragraphs = [*self.document.paragraphs, *self.document.notes, *self.in_headers(numbered=False)]
            found = self._uses["all"] = uses_in((one, one.runs) for one in paragraphs)
        return found

    def any_face_but(self, right: str) -> bool:
        """Do letters anywhere bear another face than this?"""
        return any(form.ascii != right or form.hansi != right for form in self.document.formats)

    def in_headers(self, *, numbered: bool) -> Iterator[Paragraph]:
        """Paragraphs of headers and footers in force, each once: those with the page's number, or the others."""
        seen: set[int] = set()
        for section in self.document.sections:
            for held in (*section.headers.values(), *section.footers.values()):
                for paragraph in held.paragraphs:
                    if paragraph.page_field == numbered and id(paragraph) not in seen:
                        seen.add(id(paragraph))
                        yield paragraph

    @property
    def running(self) -> list[Paragraph]:
        """Running text (1.6): of the main documents, set left or both, no cells, headings, formulas, captions."""
        if self._running is None:
            self._running = [
                piece.paragraph
                for part in self.layout.documents
                for piece in part.pieces
                if piece.role in RUNNING
                and piece.paragraph.format.align in {"left", "both"}
                and piece.paragraph.cell is None
                and not piece.paragraph.formula
            ]
        return self._running

    @property
    def first_section(self) -> Section:
        """The section of page 1."""
        return self.document.sections[0]


def uses_of(pieces: Iterable[Piece]) -> list[Use]:
    """Formats of these pieces."""
    return uses_in((piece.paragraph, piece.runs) for piece in pieces)


def uses_in(held: Iterable[tuple[Paragraph, list[Run]]]) -> list[Use]:
    """Formats of these runs; formats are remembered by the reader, so that equal ones are one object."""
    found: dict[int, Use] = {}
    for paragraph, runs in held:
        for run in runs:
            form = run.format
            if form.hidden:
                continue
            use = found.get(id(form))
            if use is None:
                use = found[id(form)] = Use(form, [])
            use.runs.append((paragraph, run))
    return list(found.values())


def letters(text: str) -> int:
    """Letters and digits; punctuation and space do not count (1.6)."""
    return sum(map(str.isalnum, text))

"""Parts of a file: a document with its components, one attached to it, an appendix, a copy's own lines."""

from dataclasses import dataclass, field
from enum import StrEnum

from motcua.engines.decree30.kinds import Family, Kind, Symbol
from motcua.engines.decree30.reading.model import Document
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece

CONTENT = frozenset({
    Role.LEGAL_BASIS, Role.VERB_LINE, Role.PART, Role.PART_TITLE, Role.CHAPTER, Role.CHAPTER_TITLE, Role.SECTION,
    Role.SECTION_TITLE, Role.SUBSECTION, Role.SUBSECTION_TITLE, Role.HEADING, Role.ARTICLE, Role.CLAUSE, Role.POINT,
    Role.BODY, Role.CAPTION, Role.TABLE_TEXT,
})  # fmt: skip
RUNNING = frozenset({Role.HEADING, Role.ARTICLE, Role.CLAUSE, Role.POINT, Role.BODY})


class Place(StrEnum):
    """What a part is within its file."""

    DOCUMENT = "document"
    ATTACHED = "attached"
    APPENDIX = "appendix"
    COPY = "copy"


@dataclass(slots=True)
class Part:
    """Paragraphs [begin, end) of the file with their roles, in the order of the file.

    kind: the type, None where its name is not of the 29. laid_out: how the header is made ("table", "tabs", "lines").
    """

    place: Place
    begin: int
    end: int
    kind: Kind | None = None
    family: Family = Family.UNKNOWN
    symbol: Symbol | None = None
    laid_out: str = ""
    pieces: list[Piece] = field(default_factory=list)
    _by_role: dict[Role, list[Piece]] | None = field(default=None, repr=False)

    def of(self, *roles: Role) -> list[Piece]:
        """Pieces of these roles, role after role."""
        if self._by_role is None:
            held: dict[Role, list[Piece]] = {}
            for piece in self.pieces:
                held.setdefault(piece.role, []).append(piece)
            self._by_role = held
        if len(roles) == 1:
            return self._by_role.get(roles[0], [])
        return [piece for role in roles for piece in self._by_role.get(role, ())]

    def one(self, role: Role) -> Piece | None:
        """The first piece of this role."""
        return next(iter(self.of(role)), None)

    def add(self, piece: Piece, role: Role, confidence: float = 1.0) -> None:
        """Give a piece its role."""
        piece.role, piece.confidence = role, confidence
        self.pieces.append(piece)
        self._by_role = None

    @property
    def is_letter(self) -> bool:
        """A công văn: it has no type name (Điều 7)."""
        return self.kind is not None and self.kind.code == "CV"


@dataclass(slots=True)
class Layout:
    """A file with every paragraph's role. why: what makes the roles of the whole file doubtful, in both languages.

    main: the first document. documents: those numbered and signed. headed: also those attached with a header of their
    own (template 1.3). appendices: in order.
    """

    document: Document
    parts: list[Part]
    why: tuple[str, str] | None = None

    main: Part | None = None
    documents: list[Part] = field(default_factory=list)
    headed: list[Part] = field(default_factory=list)
    appendices: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.documents = [part for part in self.parts if part.place is Place.DOCUMENT]
        self.headed = [part for part in self.parts if part.place in {Place.DOCUMENT, Place.ATTACHED}]
        self.appendices = [part for part in self.parts if part.place is Place.APPENDIX]
        self.main = self.documents[0] if self.documents else None

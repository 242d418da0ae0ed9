"""Between header and body: type and subject, authority line, addressees, legal bases, verb line."""

import re
from typing import Final

from motcua.engines.decree30 import kinds
from motcua.engines.decree30.reading.flow import underscored
from motcua.engines.decree30.reading.model import Paragraph
from motcua.engines.decree30.roles import words
from motcua.engines.decree30.roles.body import ARTICLE, DIVISION
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.roles.pieces import Piece, by_lines, whole_piece

TITLE_LINES: Final = 14  # paragraphs in which the type name must come
LONGEST_TYPE: Final = 90
LONGEST_SUBJECT_LINE: Final = 240
ITEM: Final = re.compile(r"^\s*[-–+•]\s*")
AFTER_COLON: Final = re.compile(r":\s*(.*)$", re.DOTALL)


class Opening:
    """Walks the paragraphs behind a header, one after the other, and gives them their roles."""

    def __init__(self, part: Part, paragraphs: list[Paragraph]) -> None:
        self.part, self.paragraphs = part, paragraphs
        self.at = 0

    def read(self) -> int:
        """Index of the first paragraph of the body."""
        self._type_and_subject()
        self._addressees()
        self._authority_line()
        if self.part.of(Role.TYPE):  # of the 29 or of a sector: both are judged alike (facts, 1.6)
            self._bases()
        self._addressees()
        self._verb_line()
        return self.at

    # Type and subject

    def _type_and_subject(self) -> None:
        found = self._type_at()
        if found is None:
            if self.part.of(Role.LETTER_SUBJECT) or self._addressee_ahead():
                self.part.kind = kinds.kinds()["CV"]
            return
        at, lines, kind = found
        for paragraph in self.paragraphs[self.at : at]:
            for piece in by_lines(paragraph):
                self.part.add(piece, Role.NOTE, 0.6)
        self.part.kind = kind
        self.at = at + 1
        name, *rest = lines
        self.part.add(name, Role.TYPE, 1.0 if kind is not None else 0.7)
        for piece in rest:
            self.part.add(piece, Role.SUBJECT, 0.9)
        self._subject()

    def _type_at(self) -> tuple[int, list[Piece], kinds.Kind | None] | None:
        seen = 0
        for at in range(self.at, len(self.paragraphs)):
            paragraph = self.paragraphs[at]
            lines = list(by_lines(paragraph))
            if not lines:
                continue
            seen += 1
            name = lines[0]
            if seen > TITLE_LINES or words.ADDRESSEE.match(name.text) or words.BASIS.match(name.text):
                return None
            if underscored(paragraph) is not None or paragraph.cell is not None:
                continue
            points, kind = self._points_of_type(name)
            if points >= 5:
                return at, lines, kind
            if len(name.text) > LONGEST_SUBJECT_LINE:
                return None
        return None

    def _points_of_type(self, name: Piece) -> tuple[float, kinds.Kind | None]:
        """Evidence that this line names the type: a name of the 29, how it stands, how it is set."""
        text = name.plain.rstrip(" :.")
        kind = kinds.named(text)
        exact = kind is not None and text == kind.plain
        if len(name.text) > LONGEST_TYPE or (name.text.rstrip().endswith(":") and words.VERB.match(name.text)):
            return 0.0, None
        points = 4.0 if exact else 2.0 if kind is not None else 0.0
        if kind is None and words.begins(text, kinds.SPECIALISED):
            points = 2.0
        points += 1.5 * name.centered + 1.0 * name.bold + 1.5 * name.capitals
        points -= 3.0 * bool(self.part.of(Role.LETTER_SUBJECT)) * (not exact)
        return points, kind

    def _subject(self) -> None:
        """Lines under the type name: centred, till the bases, an addressee, an authority line or the body."""
        while self.at < len(self.paragraphs):
            paragraph = self.paragraphs[self.at]
            lines = list(by_lines(paragraph))
            if not lines or underscored(paragraph) is not None:
                if lines:
                    self.part.add(lines[0], Role.LINE)
                self.at += 1
                continue
            if paragraph.cell is not None or not self._is_subject(lines[0]):
                return
            for piece in lines:
                above = self.part.pieces[-1] if self.part.pieces else None
                open_pointer = above is not None and above.role is Role.APPENDIX_POINTER and ")" not in above.text
                pointer = open_pointer or words.POINTER.match(piece.text) is not None
                remark = piece.text.startswith("(") and bool(self.part.of(Role.SUBJECT))  # "(Số liệu đến ngày …)"
                role = Role.APPENDIX_POINTER if pointer else Role.NOTE if remark else Role.SUBJECT
                self.part.add(piece, role, 0.9)
            self.at += 1

    def _is_subject(self, piece: Piece) -> bool:
        text = piece.text
        if any(mark.match(text) for mark in (words.BASIS, words.ADDRESSEE, words.VERB, DIVISION, ARTICLE)):
            return False
        if words.POINTER.match(text):
            return piece.centered
        if len(text) > LONGEST_SUBJECT_LINE or (piece.capitals and self._is_authority_line(piece)):
            return False
        first = not self.part.of(Role.SUBJECT)
        if first and words.LETTER_SUBJECT.match(text):
            return True
        if piece.centered:
            return True
        indented = piece.paragraph.format.left > 0 and piece.paragraph.format.right > 0
        return first and piece.bold and (indented or len(text) < 88) and not text.rstrip().endswith((".", ":", ";"))

    # Authority line and verb line

    def _is_authority_line(self, piece: Piece) -> bool:
        """ "CHỦ TỊCH ỦY BAN NHÂN DÂN …", "HỘI ĐỒNG NHÂN DÂN …": who decides, in capitals (templates 1.1, 1.2)."""
        text = piece.plain
        return piece.capitals and (
            words.begins(text, words.TITLES) or words.begins(text, words.COLLECTIVES) or self._same_as_issuer(text)
        )

    def _same_as_issuer(self, text: str) -> bool:
        issuer = " ".join(piece.plain for piece in self.part.of(Role.ISSUER))
        return bool(issuer) and (text.startswith(issuer[:20]) or issuer.startswith(text[:20]))

    def _authority_line(self) -> None:
        """Lines in capitals right before the bases or the verb line; nothing where body follows them."""
        at, found = self.at, list[Piece]()
        while at < len(self.paragraphs):
            lines = list(by_lines(self.paragraphs[at]))
            if not lines or underscored(self.paragraphs[at]) is not None:
                at += 1
                continue
            named = self._is_authority_line(lines[0]) or (bool(found) and lines[0].capitals and lines[0].centered)
            if not named or self.paragraphs[at].cell is not None or words.VERB.match(lines[0].text):
                break
            found += lines
            at += 1
        if found and at < len(self.paragraphs):
            text = self.paragraphs[at].text
            if words.BASIS.match(text) or words.VERB.match(text.strip()) or found[0].centered:
                for piece in found:
                    self.part.add(piece, Role.AUTHORITY_LINE, 0.9)
                self.at = at

    def _verb_line(self) -> None:
        at = self._filled(self.at)
        if at is None:
            return
        piece = whole_piece(self.paragraphs[at])
        if words.VERB.match(piece.text) and piece.paragraph.cell is None:
            self.part.add(piece, Role.VERB_LINE, 1.0)
            self.at = at + 1

    # Bases

    def _bases(self) -> None:
        """The block right behind type, subject, authority line or addressee, to the first other paragraph (1.6)."""
        while True:
            at = self._filled(self.at)
            if at is None or not words.BASIS.match(self.paragraphs[at].text) or self.paragraphs[at].cell is not None:
                return
            for piece in by_lines(self.paragraphs[at]):
                self.part.add(piece, Role.LEGAL_BASIS, 1.0)
            self.at = at + 1

    # Addressees

    def _addressee_ahead(self) -> bool:
        return any(words.ADDRESSEE.match(one.text.strip()) for one in self.paragraphs[self.at : self.at + 12])

    def _addressees(self) -> None:
        """ "Kính gửi:" with one name in the line, or with items below it; in a table too."""
        at = self._filled(self.at)
        if at is None or self.part.of(Role.ADDRESSEE):
            return
        first = self.paragraphs[at]
        lines = list(by_lines(first))
        if not words.ADDRESSEE.match(lines[0].text):
            return
        for piece in lines:
            self.part.add(piece, Role.ADDRESSEE, 1.0)
        self.at = at + 1
        if first.cell is not None:
            self._rest_of_table(first.cell.table)
        else:
            self._items(lines[-1])

    def _rest_of_table(self, table: int) -> None:
        while self.at < len(self.paragraphs):
            cell = self.paragraphs[self.at].cell
            if cell is None or cell.table != table:
                return
            for piece in by_lines(self.paragraphs[self.at]):
                self.part.add(piece, Role.ADDRESSEE, 1.0)
            self.at += 1

    def _items(self, label: Piece) -> None:
        """Items below the label: as long as they begin with a dash, or nothing stands behind the colon yet."""
        said = AFTER_COLON.search(label.text)
        empty = said is None or not said[1].strip()
        while True:
            at = self._filled(self.at)
            if at is None or self.paragraphs[at].cell is not None:
                return
            lines = list(by_lines(self.paragraphs[at]))
            item = ITEM.match(lines[0].text) is not None or lines[0].paragraph.label in {"-", "–", "•"}
            open_end = label.text.rstrip().endswith(";") or lines[0].centered
            if not ((item and (empty or label.text.rstrip().endswith((";", ",")))) or (empty and open_end)):
                return
            for piece in lines:
                self.part.add(piece, Role.ADDRESSEE, 0.9)
            self.at = at + 1
            label = lines[-1]
            if label.text.rstrip().endswith("."):
                return

    def _filled(self, at: int) -> int | None:
        """The next paragraph with text, from `at`."""
        while at < len(self.paragraphs):
            if self.paragraphs[at].text.strip() and underscored(self.paragraphs[at]) is None:
                return at
            at += 1
        return None

"""The content: phần, chương, mục, tiểu mục, điều, khoản, điểm (clause 6đ), headings in Roman numerals, plain text."""

import re
from typing import Final

from motcua.engines.decree30.reading.flow import underscored
from motcua.engines.decree30.reading.model import Paragraph
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.parts import Part
from motcua.engines.decree30.roles.pieces import Piece, whole_piece

LONGEST_TITLE: Final = 220
DIVISION: Final = re.compile(
    r"^\s*(phần|chương|mục|tiểu\s+mục)\s+(thứ\s+\w+|[ivxlc]+|\d+)\b\s*[.:]?\s*(.*)$", re.IGNORECASE | re.DOTALL
)
ARTICLE: Final = re.compile(r"^\s*điều\s+\d+[a-zđ]?\s*([.:]|[-–/)]|\s|$)", re.IGNORECASE)
ROMAN: Final = re.compile(r"^\s*[IVXL]+\s*(?:[.)\-–]\s*|/\s+)\S")  # "V/v" is none
CLAUSE: Final = re.compile(r"^\s*\d{1,2}\s*[.)/]\s*(?!\d)\S?")
POINT: Final = re.compile(r"^\s*(?:[a-zđ]\s*[).]|[A-ZĐ]\s*\))\s*\S")
CAPTION: Final = re.compile(r"^\s*(bảng|biểu|hình|sơ đồ|đơn vị tính|đvt)\b.{0,120}$", re.IGNORECASE)
_NAMES: Final = {
    "phần": (Role.PART, Role.PART_TITLE), "chương": (Role.CHAPTER, Role.CHAPTER_TITLE),
    "mục": (Role.SECTION, Role.SECTION_TITLE), "tiểu mục": (Role.SUBSECTION, Role.SUBSECTION_TITLE),
}  # fmt: skip
_INITIALS: Final = frozenset("pPcCmMtT")


def read_body(part: Part, paragraphs: list[Paragraph]) -> None:
    """Give every paragraph of the content its role."""
    title_due: Role | None = None
    add = part.pieces.append
    for paragraph in paragraphs:
        text = paragraph.text
        if not text or text.isspace():
            continue
        piece = whole_piece(paragraph)
        role, following = _role(paragraph, piece, text, title_due)
        piece.role, piece.confidence = role, 0.9
        title_due = following
        add(piece)
    part._by_role = None


def _role(paragraph: Paragraph, piece: Piece, text: str, title_due: Role | None) -> tuple[Role, Role | None]:
    if paragraph.cell is not None:
        return Role.TABLE_TEXT, None
    if title_due is not None and _is_title(paragraph, piece, text):
        return title_due, None
    labelled = f"{paragraph.label} {text}" if paragraph.label else text
    first = labelled.lstrip()[:1]
    if first in _INITIALS:
        division = DIVISION.match(labelled)
        if division is not None and _heads(paragraph, text, division):
            role, title = _NAMES[" ".join(division[1].casefold().split())]
            return role, None if division[3].strip() else title
    if first in "đĐ" and ARTICLE.match(labelled):
        return Role.ARTICLE, None
    return _of_text(paragraph, labelled, first), None


def _of_text(paragraph: Paragraph, text: str, first: str) -> Role:
    if first.isdigit():
        return Role.CLAUSE if CLAUSE.match(text) else Role.BODY
    if first in "IVXL" and ROMAN.match(text):
        return Role.HEADING
    if len(text.lstrip()) > 1 and text.lstrip()[1:3].strip()[:1] in {")", "."} and POINT.match(text):
        return Role.POINT
    if paragraph.format.align in {"center", "right"}:
        return Role.NOTE
    if first in "bBhHsSđĐ" and len(text) < 130 and CAPTION.match(text) and not text.rstrip().endswith((".", ";", ":")):
        return Role.CAPTION
    return Role.LINE if underscored(paragraph) is not None else Role.BODY


def _heads(paragraph: Paragraph, text: str, division: "re.Match[str]") -> bool:
    """A division's own line, not a sentence that begins with its word ("Mục 2 của Chương I được sửa …")."""
    if len(text) > LONGEST_TITLE:
        return False
    if not division[3].strip():
        return True
    return paragraph.format.align == "center" or _bold(paragraph)


def _is_title(paragraph: Paragraph, piece: Piece, text: str) -> bool:
    if len(text) > LONGEST_TITLE or ARTICLE.match(text):
        return False
    return paragraph.format.align == "center" or piece.capitals or _bold(paragraph)


def _bold(paragraph: Paragraph) -> bool:
    return all(run.format.bold for run in paragraph.runs if run.text.strip())

"""Documents that a text cites, found by the word before their number."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from motcua.engines.decree30.register import Citation
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.roles.words import one_space
from motcua.engines.decree30.view import View

TYPES: Final = "Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Công văn"
CITED: Final = re.compile(r"số\s*:?\s*([^\s,;()]{3,40}(?:\s*[-–/]\s*[A-ZĐ][\wĐđ-]*)?)")
KIND: Final = re.compile(rf"({TYPES}) $")
LONGEST_KIND: Final = 22
DAY: Final = re.compile(r"ngày\s+(\d{1,2})(?:\s+tháng\s+|[/-])(\d{1,2})(?:\s+năm\s+|[/-])(\d{4})")
WELL: Final = re.compile(
    r"^\d{1,5}(/\d{4})?/[A-ZĐ][A-Za-zĐđ0-9&.]*([-–][A-ZĐ][A-Za-zĐđ0-9&.]*)*$|^\d{1,3}/\d{4}/QH\d{1,2}$"
)
NEAR: Final = 60  # letters behind a number in which its date stands


def citations(view: View, *, bases_only: bool = False) -> list[Citation]:
    """Every document cited by number in the content, in order; found once for all rules."""
    if view.cited is None:
        roles = (Role.LEGAL_BASIS, Role.BODY, Role.ARTICLE, Role.CLAUSE, Role.POINT)
        view.cited = [cited for piece in view.pieces(*roles) for cited in _in(piece)]
    return [cited for cited in view.cited if cited.basis] if bases_only else view.cited


def _in(piece: Piece) -> Iterator[Citation]:
    text = piece.paragraph.text
    if "/" not in text or "số" not in text:
        return
    even = one_space(text)
    for found in CITED.finditer(even):
        number = found[1].rstrip(".:")
        kind = KIND.search(even[max(0, found.start() - LONGEST_KIND) : found.start()]) if "/" in number else None
        if kind is None or not any(map(str.isdigit, number)):
            continue
        day = _day(even[found.end() : found.end() + NEAR])
        well = WELL.match(number) is not None and "–" not in number
        plain = re.sub(r"\s", "", number)
        yield Citation(
            kind[1], plain, f"{kind[1]} {found[0]}", day, well, piece.paragraph.index, piece.role is Role.LEGAL_BASIS
        )


def _day(text: str) -> date | None:
    found = DAY.search(text)
    try:
        return None if found is None else date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def own_date(view: View) -> date | None:
    """The date of the document itself; None while it is blank."""
    line = view.main.one(Role.PLACE_DATE) if view.main is not None else None
    return None if line is None else _day(line.text)

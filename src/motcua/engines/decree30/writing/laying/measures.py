"""Sizes and small makers of paragraphs, by the limits of Phụ lục I, Phần I (facts 1.2, table V)."""

import struct
from dataclasses import dataclass
from typing import Final

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.sheet import Para, Picture, Run

INDENT: Final = 720  # 1.27 cm (Mục II.6e)
GAP: Final = 120  # 6 points between paragraphs (Mục II.6e)
BODY_LINE: Final = 264  # 1.1 lines, within 1 and 1.5
SIGNING_SPACE: Final = 1300  # twips between title and name, for signature and seal


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes in points that rise and fall together (footnote of Mục V)."""

    names: float  # Quốc hiệu, superior, issuer
    motto: float
    date: float
    body: float
    letter_subject: float
    number: float = 13.0  # always (Mục II.3c)
    recipients_label: float = 12.0
    recipients: float = 11.0
    appendix: float = 14.0
    page_number: float = 13.0
    address: float = 11.0


LARGE: Final = Sizes(names=13, motto=14, date=14, body=14, letter_subject=13, page_number=14)
SMALL: Final = Sizes(names=12, motto=13, date=13, body=13, letter_subject=12)


def half(points: float) -> int:
    """Half-points, as the file counts."""
    return round(points * 2)


def centred(role: Role, text: str, points: float, *, bold: bool = False, italic: bool = False) -> Para:
    """A centred paragraph of one format, single spaced."""
    return Para(role, [Run(text, half(points), bold=bold, italic=italic)], align="center")


def running(role: Role, text: str, points: float, *, bold: bool = False, italic: bool = False) -> Para:
    """A paragraph of running text: justified, first line in by 1.27 cm, 6 points apart (Mục II.6e)."""
    runs = [Run(text, half(points), bold=bold, italic=italic)]
    return Para(role, runs, align="both", first=INDENT, after=GAP, line=BODY_LINE)


def pictured(png: bytes, width: float, alt: str, highest: float = 600) -> Para:
    """A picture in the middle, `width` points wide, or less where it would be higher than `highest` points."""
    across, down = struct.unpack(">II", png[16:24])
    scale = min(width / across, highest / down)
    picture = Picture(png, across * scale, down * scale, alt)
    return Para(Role.EMPTY, [], align="center", before=GAP, after=GAP, picture=picture)

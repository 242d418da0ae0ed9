"""A document before it is laid out: what it says, without a font or a margin (thành phần thể thức, Điều 8).

Every part is a frozen dataclass of strings, tuples and other parts; drafts_json turns it into JSON and back.
"""

import re
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Final, TypeAlias

from motcua.engines.decree30.writing.errors import BadDate, MissingField, UnknownKind, WrongField
from motcua.engines.decree30.writing.kinds import COPIES, KINDS, Family, Kind

PNG: Final = b"\x89PNG\r\n\x1a\n"
WIDEST: Final = 165  # millimetres between the margins that are laid out
LEVELS: Final = ("part", "chapter", "section", "subsection")
ISO: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Division:
    """Phần, Chương, Mục or Tiểu mục with its title. level: part, chapter, section, subsection (Mục II.6đ)."""

    level: str
    number: str
    title: str

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise WrongField(where="division", field="level", wanted=", ".join(LEVELS))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading "I. TÌNH HÌNH CHUNG" of a layout without Điều (Mục V.6b)."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Article:
    """Điều with a title, or with a run-on sentence (template 1.2). Only one of the two is bold: the title."""

    number: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Khoản; a title stands on its own line and is bold."""

    number: str
    title: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """Điểm a), b), c), d), đ) …"""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the content. header and rows: texts of cells. widths: shares of the text width; equal where empty."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    caption: str = ""

    def __post_init__(self) -> None:
        columns = len(self.header)
        if not columns or any(len(row) != columns for row in self.rows):
            raise WrongField(where="table", field="rows", wanted=f"{columns} ô một hàng, như hàng tiêu đề")
        if self.widths and (len(self.widths) != columns or min(self.widths) < 1):
            raise WrongField(where="table", field="widths", wanted=f"{columns} số dương")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the content. png: the file. width: millimetres. alt: what it shows, for who cannot see it."""

    png: bytes
    width: int
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.png.startswith(PNG):
            raise WrongField(where="picture", field="png", wanted="tệp PNG")
        if not 1 <= self.width <= WIDEST:
            raise WrongField(where="picture", field="width", wanted=f"1–{WIDEST} mm")
        if not self.alt:
            raise MissingField(where="picture", field="alt")


Block: TypeAlias = Division | Heading | Article | Clause | Point | Text | Table | Picture


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs. authority: lines with TM., KT., TL., TUQ., Q. and what they stand before. title: own office.

    In "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH" the first is authority, the second title. image: the signature itself, blue, PNG,
    transparent, between title and name (Mục II.7d); empty: room for a pen.
    """

    title: str = ""
    name: str = ""
    authority: tuple[str, ...] = ()
    other_title: str = ""
    image: bytes = b""


@dataclass(frozen=True, slots=True)
class Appendix:
    """Phụ lục. number: Roman, empty for a single one (Mục III.1a). pointer: empty: written from the document itself."""

    name: str
    blocks: tuple[Block, ...]
    number: str = ""
    pointer: str = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Attached:
    """A document issued by a decision (template 1.3): its own Quốc hiệu block, without Số and date."""

    name: str
    subject: str
    blocks: tuple[Block, ...]
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy on paper, below the end of the document (Phụ lục I, Phần II, Mục II). form: SY, SL or TrS."""

    form: str
    issuer: tuple[str, ...]
    symbol: str
    signature: Signature
    superior: tuple[str, ...] = ()
    number: str = ""
    place: str = ""
    date: str = ""
    recipients: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.form not in COPIES:
            raise WrongField(where="copy", field="form", wanted=", ".join(COPIES))
        if not self.issuer:
            raise MissingField(where="copy", field="issuer")
        day_parts(self.date)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document. kind: a code of kinds.KINDS. date: "2026-03-05", "2026-03", "2026" or "" (blank: Điều 15.2-15.3).

    symbol: what follows the abbreviation of the type ("UBND"); of a công văn all of it ("UBND-VX"). number: blank until
    the registry gives it. issuer_name: as in a sentence, "Ủy ban nhân dân phường Mẫu".
    addressee_label: "Kính gửi", or "<agency> điện", "<agency> trân trọng kính mời".
    """

    kind: str
    issuer: tuple[str, ...]
    symbol: str
    signatures: tuple[Signature, ...]
    issuer_name: str = ""
    superior: tuple[str, ...] = ()
    number: str = ""
    place: str = ""
    date: str = ""
    subject: str = ""
    addressees: tuple[str, ...] = ()
    addressee_label: str = "Kính gửi"
    authority_line: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    verb_line: str = ""
    body: tuple[Block, ...] = ()
    recipients: tuple[str, ...] = ()
    appendices: tuple[Appendix, ...] = ()
    attached: Attached | None = None
    copy: Copy | None = None
    secrecy: str = ""
    urgency: str = ""
    circulation: str = ""
    drafter: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise UnknownKind(kind=self.kind, known=", ".join(KINDS))
        for field in ("issuer", "symbol", "signatures"):
            if not getattr(self, field):
                raise MissingField(where="draft", field=field)
        day_parts(self.date)

    @property
    def type(self) -> Kind:
        """The type of Điều 7."""
        return KINDS[self.kind]

    @property
    def is_letter(self) -> bool:
        """A công văn: its subject stands under the number, not under a type name."""
        return self.type.family is Family.LETTER

    @property
    def whole_symbol(self) -> str:
        """All that stands after the number: "QĐ-UBND", "2026/QĐ-UBND", "UBND-VX" (Mục II.3b; facts 7)."""
        kind = self.type
        symbol = f"{kind.abbreviation}-{self.symbol}" if kind.abbreviation else self.symbol
        return f"{self.date[:4] or '20…'}/{symbol}" if kind.dated_symbol else symbol


def day_parts(text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of an ISO date of any precision; None where it is left blank. Raises BadDate."""
    if not text:
        return None, None, None
    found = ISO.fullmatch(text)
    if found is None:
        raise BadDate(text=text)
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        calendar_date(year or 1, month or 1, day or 1)
    except ValueError as error:
        raise BadDate(text=text) from error
    return year, month, day

"""A slash between number and symbol, hyphens between groups, no spaces in or around them (Phụ lục I, Phần I, II.3c)."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from motcua.engines.decree30.edits import SetText
from motcua.engines.decree30.judging.texts import spot_text, text_spots
from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.roles.pieces import Piece
from motcua.engines.decree30.rule import Fix, Rule, Spot

SPACES: Final = re.compile(r"[ \u00a0]")
DASHES: Final = re.compile(r"[–—−]")
BEFORE: Final = re.compile(r"(?<=\d)[ \u00a0]+$")
WRONG: Final = re.compile(r"[ \u00a0]*[–—−][ \u00a0]*|[ \u00a0]+")

RULE = Rule(
    code="ND30-N3.spacing",
    clause="Phụ lục I, Phần I, II.3c",
    role=Role.NUMBER_LINE,
    fix=Fix.SAFE_TEXT,
    vi='Dòng số ghi "{measured}": có khoảng trắng hoặc dấu gạch sai quanh "/" và "-".',
    en='The number line reads "{measured}": spaces or a wrong dash around "/" and "-".',
    asks_vi='Giữa số và ký hiệu có dấu "/", giữa các nhóm chữ có dấu "-", không cách chữ.',
    asks_en="A slash between number and symbol, hyphens between groups, no spaces in or around them",
    wrong="Số: 15 / QĐ - UBND",
    right="Số: 15/QĐ-UBND",
)


def _spot(piece: Piece) -> Spot | None:
    """The room left for the number is no fault; neither are spaces at the end of the line."""
    text = unicodedata.normalize("NFC", piece.raw)
    before, slash, symbol = text.partition("/")
    number = before.rpartition(":")[-1]
    if not slash or (_clean(symbol) and not _parted(number)):
        return None
    found = spot_text(piece, said=text.strip())
    found.edits = tuple(_edits(piece))
    return found


def _clean(symbol: str) -> bool:
    bare = symbol.rstrip(" .…\u00a0\t")
    return bare == "" or (SPACES.search(bare) is None and not DASHES.search(bare))


def _parted(number: str) -> bool:
    """A number that is written, and then a space before the slash."""
    return bool(number.strip(" \u00a0.…_\t")) and number != number.rstrip()


def _edits(piece: Piece) -> Iterator[SetText]:
    """Take out the spaces and set hyphens, from the slash on and before it where a number stands."""
    begin = piece.paragraph.text.find(piece.raw)
    if begin < 0:  # its letters do not stand together: nobody can say what is between them
        return
    before, slash, symbol = piece.raw.partition("/")
    for found in BEFORE.finditer(before):
        yield SetText(piece.paragraph, begin + found.start(), begin + found.end(), "")
    begin += len(before + slash)
    for found in WRONG.finditer(symbol.rstrip(" .…\u00a0")):
        right = "-" if DASHES.search(found.group()) else ""
        yield SetText(piece.paragraph, begin + found.start(), begin + found.end(), right)


judge = text_spots(RULE, Role.NUMBER_LINE, _spot)

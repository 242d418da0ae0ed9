"""Text in disguise: letters of TCVN3 (.VnTime) and VNI fonts, read as what they show (trap 4)."""

import functools
import unicodedata
from typing import Final

# TCVN 5712:1993, the codes as they show when read as Latin-1 or Windows-1252, and the letters they stand for.
_TCVN3: Final = {
    "à": "µ", "á": "¸", "ả": "¶", "ã": "·", "ạ": "¹", "ă": "¨", "ằ": "»", "ắ": "¾", "ẳ": "¼", "ẵ": "½", "ặ": "Æ",
    "â": "©", "ầ": "Ç", "ấ": "Ê", "ẩ": "È", "ẫ": "É", "ậ": "Ë", "đ": "®", "è": "Ì", "é": "Ð", "ẻ": "Î", "ẽ": "Ï",
    "ẹ": "Ñ", "ê": "ª", "ề": "Ò", "ế": "Õ", "ể": "Ó", "ễ": "Ô", "ệ": "Ö", "ì": "×", "í": "Ý", "ỉ": "Ø", "ĩ": "Ü",
    "ị": "Þ", "ò": "ß", "ó": "ã", "ỏ": "á", "õ": "â", "ọ": "ä", "ô": "«", "ồ": "å", "ố": "è", "ổ": "æ", "ỗ": "ç",
    "ộ": "é", "ơ": "¬", "ờ": "ê", "ớ": "í", "ở": "ë", "ỡ": "ì", "ợ": "î", "ù": "ï", "ú": "ó", "ủ": "ñ", "ũ": "ò",
    "ụ": "ô", "ư": "\u00ad", "ừ": "õ", "ứ": "ø", "ử": "ö", "ữ": "÷", "ự": "ù", "ỳ": "ú", "ý": "ý", "ỷ": "û",
    "ỹ": "ü", "ỵ": "þ", "Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦", "Đ": "§",
}  # fmt: skip
_FROM_TCVN3: Final = {ord(code): letter for letter, code in _TCVN3.items()}

# VNI writes a letter and a mark behind it; the mark's code depends on nothing but tone and hat.
_VNI_MARKS: Final = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303",
    "ë": "\u0306\u0323", "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
}  # fmt: skip
_VNI_LETTERS: Final = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_BASES: Final = frozenset("aeiouyôö")


def legacy_of(font: str) -> str:
    """ "tcvn3", "vni" or "" by the name of the font."""
    if font.startswith(".Vn"):
        return "tcvn3"
    return "vni" if font.upper().startswith("VNI-") else ""


@functools.lru_cache(maxsize=4096)
def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Letters that a TCVN3 font shows; the fonts whose name ends in H show capitals only."""
    shown = text.translate(_FROM_TCVN3)
    return shown.upper() if capitals else shown


@functools.lru_cache(maxsize=4096)
def from_vni(text: str) -> str:
    """Letters that a VNI font shows."""
    shown: list[str] = []
    for letter in text:
        small = letter.lower()
        if shown and small in _VNI_MARKS and shown[-1][:1].lower() in _VNI_BASES | {"ơ", "ư"} and len(shown[-1]) == 1:
            shown[-1] = shown[-1] + _VNI_MARKS[small]
        elif small in _VNI_LETTERS:
            shown.append(_VNI_LETTERS[small].upper() if letter.isupper() else _VNI_LETTERS[small])
        else:
            shown.append(letter)
    return unicodedata.normalize("NFC", "".join(shown))


def shown(text: str, font: str) -> str:
    """The letters a reader sees."""
    kind = legacy_of(font)
    if kind == "tcvn3":
        return from_tcvn3(text, capitals=font.rstrip().upper().endswith("H"))
    return from_vni(text) if kind == "vni" else text

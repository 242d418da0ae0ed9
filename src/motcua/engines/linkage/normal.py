"""Normal forms of what clerks write: two spellings of one thing give one text, as far as that can be had for sure.

Every function takes any text and never raises; "" means that it says nothing.
"""

import functools
import re
import unicodedata
from datetime import date
from typing import Final

_TONES: Final = {  # the older placement of the tone, read as the newer one; both are in use
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ", "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ",
    "ọe": "oẹ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_TONE: Final = re.compile("|".join(_TONES))
_WORDS: Final = re.compile(r"[^\w\s]|_")
_DIGITS: Final = re.compile(r"\D+")
_SCIENTIFIC: Final = re.compile(r"^\d([.,]\d+)?e\+?\d+$", re.IGNORECASE)
_OCR: Final = str.maketrans("01358", "olesb")  # digits that a reader of pictures takes for letters
_SHORT_NAMES: Final = {"ng": "nguyen", "ngn": "nguyen", "nguyn": "nguyen", "tr": "tran", "ph": "pham", "hg": "hoang"}
_TELEX: Final = re.compile(r"aa|ee|oo|dd|[aou]w|w|(?<=[aeiouy])[sfrxj]$|(?<=[aeiouycmnptgh])[sfrxj]$")
_TITLES: Final = frozenset({"ong", "ba", "anh", "chi", "co", "bac", "chau", "em"})
# Numbers of eleven digits became ten in 2018 (decision 798/QĐ-BTTTT of 2018).
_PREFIXES: Final = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083", "0124": "084",
    "0125": "085", "0127": "081", "0129": "082", "0162": "032", "0163": "033", "0164": "034", "0165": "035",
    "0166": "036", "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip


def composed(text: str) -> str:
    """NFC, small letters, newer tone placement, single spaces."""
    small = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return _TONE.sub(lambda found: _TONES[found[0]], small)


def bare(text: str) -> str:
    """Small letters without marks and signs: "Đăng ký" and "dang ky" give one text."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    letters = "".join(char for char in apart if not unicodedata.combining(char))
    return " ".join(_WORDS.sub(" ", letters).split())


@functools.lru_cache(maxsize=65_536)
def name(text: str) -> str:
    """A person's name with its tones, forms of address left out."""
    words = _WORDS.sub(" ", composed(text)).split()
    while len(words) > 2 and bare(words[0]) in _TITLES:
        words = words[1:]
    return " ".join(words)


@functools.lru_cache(maxsize=65_536)
def bare_name(text: str) -> str:
    """The name without marks; left-over keystrokes of Telex, digits read for letters and short family names undone."""
    words = bare(name(text)).split()
    plain = [_without_telex(word.translate(_OCR) if not word.isdigit() else "") for word in words]
    plain = [word for word in plain if word]
    if len(plain) > 1 and plain[0] in _SHORT_NAMES:
        plain[0] = _SHORT_NAMES[plain[0]]
    return " ".join(plain)


def _without_telex(word: str) -> str:
    """ "nguyeenx" is "nguyen": no Vietnamese syllable holds w, a doubled vowel, or ends in s, f, r, x or j."""
    if len(word) < 3:
        return word
    return _TELEX.sub(lambda found: found[0][0] if found[0][0] not in "wsfrxj" else "", word)


def digits(text: str) -> str:
    """Only its digits; "" for a number that a spreadsheet wrote as 3,01E+10, which has lost its last ones."""
    bare_text = text.strip()
    return "" if _SCIENTIFIC.match(bare_text) else _DIGITS.sub("", bare_text.removesuffix(".0"))


def citizen_id(text: str) -> str:
    """Twelve digits of a citizen card, or nine of the older identity card; a leading zero that was lost is put back."""
    found = digits(text)
    if len(found) in {10, 11}:
        found = found.zfill(12)
    elif len(found) == 8:
        found = found.zfill(9)
    return found if len(found) in {9, 12} and len(set(found)) > 2 else ""


def phone(text: str) -> str:
    """Ten digits: +84 and lost zeros undone, prefixes of before 2018 renewed; "" for what is no number."""
    found = digits(text)
    if found.startswith("84") and len(found) in {11, 12}:
        found = f"0{found[2:]}"
    if len(found) in {9, 10} and not found.startswith("0"):
        found = f"0{found}"
    if len(found) == 11 and found[:4] in _PREFIXES:
        found = _PREFIXES[found[:4]] + found[4:]
    return found if len(found) in {10, 11} and len(set(found)) > 2 else ""


_ADDRESS: Final = (
    (re.compile(r"\b(kdc|khu dan cu)\b"), "kdc"), (re.compile(r"\b(tdp|to dan pho)\b"), "tdp"),
    (re.compile(r"\bp\b|\bphuong\b"), "phuong"), (re.compile(r"\bx\b|\bxa\b"), "xa"),
    (re.compile(r"\btx\b|\bthi xa\b"), ""), (re.compile(r"\btt\b|\bthi tran\b"), "thi tran"),
    (re.compile(r"\btp\b|\bthanh pho\b|\bt\b|\btinh\b"), ""), (re.compile(r"\bso nha\b|\bso\b|\bsn\b"), ""),
    (re.compile(r"\bq\b|\bquan\b|\bh\b|\bhuyen\b"), ""), (re.compile(r"\bd\b|\bduong\b"), "duong"),
)  # fmt: skip


@functools.lru_cache(maxsize=65_536)
def address(text: str) -> str:
    """Without marks, kinds of places in one spelling."""
    found = bare(text)
    for pattern, word in _ADDRESS:
        found = pattern.sub(word, found)
    return " ".join(found.split())


_PROCEDURE_CODE: Final = re.compile(r"\b\d\.\d{6}\b")
_PROCEDURE: Final = (
    (re.compile(r"\b(thu tuc|tthc|giai quyet|thuc hien|viec|ho so)\b"), ""),
    (re.compile(r"\bdkks\b"), "dang ky khai sinh"), (re.compile(r"\bdkkh\b"), "dang ky ket hon"),
    (re.compile(r"\bdkkt\b"), "dang ky khai tu"), (re.compile(r"\bdk\b"), "dang ky"),
    (re.compile(r"\bks\b"), "khai sinh"), (re.compile(r"\bkt\b"), "khai tu"), (re.compile(r"\bkh\b"), "ket hon"),
    (re.compile(r"\bct\b"), "chung thuc"), (re.compile(r"\bcn\b"), "chung nhan"), (re.compile(r"\bgcn\b"),
     "giay chung nhan"), (re.compile(r"\bxn\b"), "xac nhan"), (re.compile(r"\bqsd\b"), "quyen su dung"),
    (re.compile(r"\bqsdd\b"), "quyen su dung dat"), (re.compile(r"\btthn\b"), "tinh trang hon nhan"),
    (re.compile(r"\btt hon nhan\b"), "tinh trang hon nhan"), (re.compile(r"\bgpxd\b"), "giay phep xay dung"),
    (re.compile(r"\bbhxh\b"), "bao hiem xa hoi"), (re.compile(r"\bbhyt\b"), "bao hiem y te"),
    (re.compile(r"\bhkd\b"), "ho kinh doanh"), (re.compile(r"\bbtxh\b"), "bao tro xa hoi"),
    (re.compile(r"\bgp\b"), "giay phep"), (re.compile(r"\bxd\b"), "xay dung"),
)  # fmt: skip


@functools.lru_cache(maxsize=8_192)
def procedure(text: str) -> str:
    """Its national code where it bears one, else its name without marks, usual short forms written out."""
    code = _PROCEDURE_CODE.search(text)
    if code is not None:
        return code[0]
    found = bare(text)
    for pattern, words in _PROCEDURE:
        found = pattern.sub(words, found)
    return " ".join(found.split())


_DATE: Final = re.compile(r"^(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})\b")
_MONTH: Final = re.compile(r"^(\d{1,2})\D+(\d{4})$")
_YEAR: Final = re.compile(r"^\D*(\d{4})$")
_SERIAL: Final = re.compile(r"^[2-5]\d{4}(\.0)?$")
_FIRST_SERIAL: Final = date(1899, 12, 30)  # day 0 of a spreadsheet


@functools.lru_cache(maxsize=65_536)
def day(text: str) -> tuple[int, int, int]:
    """(year, month, day); zeros where it says less ("1985": (1985, 0, 0)), (0, 0, 0) where it says nothing.

    Vietnamese order, day first, unless only the other can be; ISO dates; two digits of a year are of 1930–2029.
    """
    bare_text = text.strip()
    if _SERIAL.match(bare_text):
        found = date.fromordinal(_FIRST_SERIAL.toordinal() + int(float(bare_text)))
        return (found.year, found.month, found.day)
    if (parts := _DATE.match(bare_text)) is not None:
        first, month, last = parts.groups()
        year, dated = (first, last) if len(first) == 4 else (last, first)
        return _valid(_full(int(year), len(year)), int(month), int(dated))
    return _unparted(bare_text) if bare_text.isdigit() and len(bare_text) == 8 else _short(bare_text)


def _unparted(text: str) -> tuple[int, int, int]:
    """ "19850321" or "21031985"."""
    if 1900 <= int(text[:4]) <= 2100:
        return _valid(int(text[:4]), int(text[4:6]), int(text[6:]))
    return _valid(int(text[4:]), int(text[2:4]), int(text[:2]))


def _short(text: str) -> tuple[int, int, int]:
    """A month or a year."""
    if (parts := _MONTH.match(text)) is not None:
        return _valid(int(parts[2]), int(parts[1]), 0)
    if (parts := _YEAR.match(text)) is not None:
        return _valid(int(parts[1]), 0, 0)
    return (0, 0, 0)


def _full(year: int, length: int) -> int:
    return year if length > 2 else year + (2000 if year < 30 else 1900)


def _valid(year: int, month: int, dated: int) -> tuple[int, int, int]:
    if not 1850 <= year <= 2100:
        return (0, 0, 0)
    if month > 12 >= dated > 0:
        month, dated = dated, month
    if month > 12 or dated > 31:
        return (year, 0, 0)
    return (year, month, dated if month else 0)


def fee(text: str) -> int:
    """Đồng; -1 where it says nothing. Thousands may be parted by points, commas or spaces."""
    found = text.strip().casefold()
    if re.fullmatch(r"\d+[.,]0{1,2}", found):
        found = re.split(r"[.,]", found)[0]
    thousands = re.fullmatch(r"(\d+)\s*(k|nghin|nghìn|ngàn)\b.*", found)
    number = digits(found)
    if not number:
        return 0 if found.startswith(("mien", "miễn", "không", "khong")) else -1
    return int(thousands[1]) * 1000 if thousands else int(number[:12])
